import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { SlotTooShort, scaleToSlot } from '#domain/agenda-time.ts';
import type { itemFields } from '#inputs/meeting-plan.ts';
import { changedMeanwhile, notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { addItemTo, requireOwner, setItemMarkers, type NewItem } from './add-item.ts';
import { itemsInOrder, recordChanged, recordRemoved, renumber } from './agenda-change.ts';
import { refusedField } from './agenda-lay.ts';
import { materialsOfMeetings } from './materials.ports.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { noticesOfMeetings } from './notices.ports.ts';
import { BEFORE_IT_STARTS, UNTIL_IT_ENDS, lockMeeting, meetingOfItem, mergeSeen, recordMeeting } from './plan-room.ts';

export type ItemFields = z.infer<typeof itemFields>;

const COLUMNS = {
  title: 'title',
  kind: 'kind',
  track: 'track',
  plannedMin: 'planned_min',
  guidance: 'guidance',
  ownerId: 'owner_id',
} as const;
/** How the API calls what the inputs name by id. */
const SHOWN: Record<string, string> = { ownerId: 'owner', markerIds: 'markers' };

/** The agenda's items: adding, changing, moving, taking away, fitting to the slot. */
@Injectable()
export class AgendaItemsService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Adds an item, at the end when no position is given; `threadId` puts a removed one back on its thread. Answers with the item's id. */
  add(who: Asker, meetingId: string, input: NewItem): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      return addItemTo(work, await lockMeeting(work, meetingId, UNTIL_IT_ENDS), input);
    });
  }

  /**
   * Changes an item's fields.
   * @param seen the values the person had before them, for the fields in `change`
   * @throws Refusal CHANGED_MEANWHILE with the values that are there now
   */
  change(who: Asker, itemId: string, change: ItemFields, seen: ItemFields): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      const meeting = await lockMeeting(work, meetingId, UNTIL_IT_ENDS);
      const [item] = await work.query<Required<ItemFields> & { state: string }>(
        `select i.title, i.kind, i.track, i.planned_min as "plannedMin", i.guidance, i.owner_id as "ownerId", i.state,
           array(select x.marker_id from agenda_item_marker x where x.item_id = i.id order by x.marker_id) as "markerIds"
         from agenda_item i where i.id = $1 for update`,
        [itemId],
      );
      if (!item) throw notFound();
      if (item.state !== 'PLANNED' && item.state !== 'ACTIVE') throw stepNotPossible(item.state, ['REOPEN']);
      const changed = mergeSeen(item, sortedMarkers(change), sortedMarkers(seen));
      if (changed.ownerId) await requireOwner(work, meetingId, changed.ownerId);
      if (changed.markerIds) await setItemMarkers(work, itemId, changed.markerIds);
      const columns = (Object.keys(changed) as (keyof ItemFields)[]).filter(
        (field): field is keyof typeof COLUMNS => field in COLUMNS,
      );
      if (Object.keys(changed).length > 0) {
        await work.query(
          `update agenda_item set revision = revision + 1${columns.map((field, n) => `, ${COLUMNS[field]} = $${n + 2}`).join('')} where id = $1`,
          [itemId, ...columns.map((field) => changed[field])],
        );
      }
      if (changed.title !== undefined) {
        // The thread is called what its item is called, so that it comes back under the name people know.
        await work.query(
          'update agenda_thread set title = $2 where id = (select thread_id from agenda_item where id = $1)',
          [itemId, changed.title],
        );
      }
      await recordChanged(
        work,
        meeting.id,
        [itemId],
        'changed',
        Object.keys(change).map((field) => SHOWN[field] ?? field),
      );
      return itemId;
    });
  }

  /** Moves an item to a place on the agenda, 1 being the first. What is already under way or past keeps its place. */
  move(who: Asker, itemId: string, position: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      const meeting = await lockMeeting(work, meetingId, UNTIL_IT_ENDS);
      const items = await itemsInOrder(work, meetingId);
      const item = items.find((one) => one.id === itemId);
      if (!item) throw notFound();
      if (item.state !== 'PLANNED') throw stepNotPossible(item.state, ['REOPEN']);
      const others = items.filter((one) => one.id !== itemId);
      const firstFree = others.filter((one) => one.state !== 'PLANNED').length;
      const order = others.map((one) => one.id);
      order.splice(Math.min(Math.max(position - 1, firstFree), others.length), 0, itemId);
      const moved = await renumber(work, order);
      if (moved.length === 0) recordMeeting(work, meeting, 'changed', { set: { revision: meeting.revision } });
      await recordChanged(work, meetingId, moved, 'moved', ['position']);
      return itemId;
    });
  }

  /**
   * Takes an item off the agenda. What came from an earlier meeting goes on to the next; what began here is let go.
   * @throws Refusal CHANGED_MEANWHILE when somebody has written on it since
   */
  remove(who: Asker, itemId: string, seenRevision: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      const [item] = await work.query<{ revision: number; title: string }>(
        'select revision, title from agenda_item where id = $1 for update',
        [itemId],
      );
      if (!item) throw notFound();
      if (item.revision !== seenRevision) throw changedMeanwhile({ revision: item.revision, title: item.title });
      await takeOff(work, meetingId, [itemId]);
      const moved = await renumber(
        work,
        (await itemsInOrder(work, meetingId)).map((one) => one.id),
      );
      await recordChanged(work, meetingId, moved, 'moved', ['position']);
      return meetingId;
    });
  }

  /** "Tilpas til 60 min": all items scaled to the slot, in whole minutes. */
  fit(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      const items = await itemsInOrder(work, meetingId);
      const minutes = scaled(
        items.map((item) => item.planned_min),
        meeting.duration_min,
      );
      const changed = items.filter((item, n) => item.planned_min !== minutes[n]);
      await work.query(
        `update agenda_item i set planned_min = x.minutes, revision = i.revision + 1 from unnest($1::uuid[], $2::integer[]) as x(id, minutes) where i.id = x.id`,
        [changed.map((item) => item.id), changed.map((item) => minutes[items.indexOf(item)])],
      );
      if (changed.length === 0) recordMeeting(work, meeting, 'changed', { set: { revision: meeting.revision } });
      await recordChanged(
        work,
        meetingId,
        changed.map((item) => item.id),
        'fitted',
        ['plannedMin'],
      );
      return meetingId;
    });
  }
}

/**
 * Deletes items and says what becomes of their threads.
 * @param verb as the change log calls it
 */
export async function takeOff(
  work: Work,
  meetingId: string,
  itemIds: readonly string[],
  verb: 'removed' | 'dropped' = 'removed',
): Promise<void> {
  await work.query(
    `update agenda_thread t set state = case when i.brought_over then 'GOES_ON' else 'DROPPED' end
     from agenda_item i where i.thread_id = t.id and i.id = any($1::uuid[])`,
    [itemIds],
  );
  await materialsOfMeetings().whenItemsMoved(work, meetingId, itemIds);
  await work.query('delete from agenda_item where id = any($1::uuid[])', [itemIds]);
  for (const id of itemIds) recordRemoved(work, meetingId, id, verb);
  if (itemIds.length > 0) await noticesOfMeetings().tell(work, meetingId, 'AGENDA');
}

function scaled(minutes: readonly number[], slot: number): number[] {
  try {
    return scaleToSlot(
      minutes.map((one) => ({ minutes: one })),
      slot,
    );
  } catch (error) {
    if (error instanceof SlotTooShort) throw refusedField('durationMin', 'SLOT_TOO_SHORT', { needed: error.needed });
    throw error;
  }
}

const sortedMarkers = (fields: ItemFields): ItemFields =>
  fields.markerIds ? { ...fields, markerIds: [...new Set(fields.markerIds)].sort() } : fields;
