import { Inject, Injectable } from '@nestjs/common';
import type { ItemPart } from '#inputs/meeting-plan.ts';
import { changedMeanwhile, notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { itemsInOrder, recordAdded, recordChanged, renumber } from './agenda-change.ts';
import { takeOff } from './agenda-items.service.ts';
import { writeItems } from './agenda-lay.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { BEFORE_IT_STARTS, UNTIL_IT_ENDS, lockMeeting, meetingOfItem } from './plan-room.ts';

interface ChosenItem {
  revision: number;
  title: string;
  kind: string;
  track: string;
  state: string;
  position: number;
  thread_id: string;
  owner_id: string | null;
}

/** "Beslut, del op eller slip?": what a team does with an item that keeps being moved. Deciding is done in the room, by the item's outcome. */
@Injectable()
export class ThreadChoiceService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Lets an item go before the meeting, with a reason. It stays among what the series has set aside and can be taken up again; actions
   * agreed under it go on by themselves.
   * @throws Refusal CHANGED_MEANWHILE when somebody has written on it since
   */
  drop(who: Asker, itemId: string, reason: string, seenRevision: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      const item = await readChosen(work, itemId, seenRevision);
      await takeOff(work, meetingId, [itemId], 'dropped');
      await work.query(`update agenda_thread set state = 'DROPPED', dropped_reason = $2 where id = $1`, [
        item.thread_id,
        reason,
      ]);
      const left = (await itemsInOrder(work, meetingId)).map((one) => one.id);
      await recordChanged(work, meetingId, await renumber(work, left), 'moved', ['position']);
      return meetingId;
    });
  }

  /**
   * Divides an item into smaller ones. The first part is the item itself under a new name, so that notes, actions and history stay with it;
   * the others begin threads of their own after it, with the same kind, markers and person. It counts as not moved from now on: what was
   * moved three times was the whole.
   * @param parts at least two
   * @throws Refusal CHANGED_MEANWHILE, STEP_NOT_POSSIBLE for an item that has ended
   */
  split(who: Asker, itemId: string, parts: readonly ItemPart[], seenRevision: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      const meeting = await lockMeeting(work, meetingId, UNTIL_IT_ENDS);
      const item = await readChosen(work, itemId, seenRevision);
      if (item.state !== 'PLANNED' && item.state !== 'ACTIVE') throw stepNotPossible(item.state, ['REOPEN']);
      const [first, ...rest] = parts;
      await work.query('update agenda_item set title = $2, planned_min = $3, revision = revision + 1 where id = $1', [
        itemId,
        first!.title,
        first!.plannedMin,
      ]);
      await work.query('update agenda_thread set title = $2, times_moved = 0 where id = $1', [
        item.thread_id,
        first!.title,
      ]);
      const added = await writeItems(
        work,
        meeting,
        rest.map((part, n) => ({
          ...part,
          threadId: null,
          stepKey: null,
          kind: item.kind as never,
          track: item.track as never,
          guidance: '',
          recurs: false,
          broughtOver: false,
          position: item.position + n + 1,
        })),
      );
      await likeTheWhole(work, item, itemId, added);
      const order = (await itemsInOrder(work, meetingId)).map((one) => one.id).filter((id) => !added.includes(id));
      order.splice(order.indexOf(itemId) + 1, 0, ...added);
      const moved = await renumber(work, order);
      await recordChanged(work, meetingId, [itemId], 'divided', ['title', 'plannedMin', 'timesMoved']);
      await recordAdded(work, meetingId, added);
      await recordChanged(
        work,
        meetingId,
        moved.filter((id) => !added.includes(id)),
        'moved',
        ['position'],
      );
      return itemId;
    });
  }
}

async function readChosen(work: Work, itemId: string, seenRevision: number): Promise<ChosenItem> {
  const [item] = await work.query<ChosenItem>(
    'select revision, title, kind, track, state, position, thread_id, owner_id from agenda_item where id = $1 for update',
    [itemId],
  );
  if (!item) throw notFound();
  if (item.revision !== seenRevision) throw changedMeanwhile({ revision: item.revision, title: item.title });
  return item;
}

async function likeTheWhole(work: Work, item: ChosenItem, itemId: string, added: readonly string[]): Promise<void> {
  await work.query('update agenda_item set owner_id = $2 where id = any($1::uuid[])', [added, item.owner_id]);
  await work.query(
    `insert into agenda_item_marker (municipality_id, item_id, marker_id)
     select x.municipality_id, part, x.marker_id from agenda_item_marker x, unnest($2::uuid[]) part where x.item_id = $1`,
    [itemId, added],
  );
}
