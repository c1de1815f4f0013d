import { Inject, Injectable } from '@nestjs/common';
import { eventOfOutcome, outcomeAtNext, type ItemOutcome } from '#domain/agenda-item-lifecycle.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { actionsOfMeetings } from './actions.ports.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { meetingOfItem } from './plan-room.ts';
import { endRound } from './round-room.ts';
import {
  activate,
  AlreadySo,
  endItem,
  endPause,
  lockRunning,
  orAlready,
  putBack,
  readItems,
  stepOf,
  writeEnd,
  type RunItem,
  type RunMeeting,
} from './run-room.ts';
import { recordCurrent, recordItems } from './step-record.ts';

const RUN = meetingsPolicy['meeting.run'];

/** Leading a meeting on: each step is taken on the state the person saw, so that two taps take it once. */
@Injectable()
export class StepService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Ends the current item and brings on the next that is still to come.
   * @param seen the item the person saw as current; when the meeting has moved since, nothing moves and it is answered normally
   * @param outcome what was chosen; left out, what was caught decides, or the kind (domain: outcomeAtNext)
   */
  next(
    who: Asker,
    meetingId: string,
    seen: string | null,
    outcome: ItemOutcome | null,
    reason: string,
  ): Promise<Done<string>> {
    return this.step(who, meetingId, seen, async (work, items, current) => {
      if (current) await endItem(work, current, await outcomeFor(work, current, outcome), reason);
      const next = nextOf(items, current);
      if (!current && !next) throw new AlreadySo();
      await activate(work, meetingId, next?.id ?? null);
      return { changed: [current, next], verb: 'moved on' };
    });
  }

  /** Back to the item before, which opens again; the one that is left is put back for later. */
  previous(who: Asker, meetingId: string, seen: string | null): Promise<Done<string>> {
    return this.step(who, meetingId, seen, async (work, items, current) => {
      const previous = items
        .filter((item) => item !== current && (!current || item.position < current.position))
        .at(-1);
      if (!previous) throw new AlreadySo();
      return this.jump(work, meetingId, current, previous);
    });
  }

  /** "Spring over": the current item is left for later, unjudged, and the next comes on; it comes back at the end, or goes on. */
  skip(who: Asker, meetingId: string, seen: string | null): Promise<Done<string>> {
    return this.step(who, meetingId, seen, async (work, items, current) => {
      if (!current) throw new AlreadySo();
      await putBack(work, current);
      const next = nextOf(items, current);
      await activate(work, meetingId, next?.id ?? null);
      return { changed: [current, next], verb: 'skipped' };
    });
  }

  /** To any item on the agenda; an ended one opens again. */
  goTo(who: Asker, meetingId: string, itemId: string, seen: string | null): Promise<Done<string>> {
    return this.step(who, meetingId, seen, async (work, items, current) => {
      const wanted = items.find((item) => item.id === itemId);
      if (!wanted) throw notFound();
      if (wanted === current) throw new AlreadySo();
      return this.jump(work, meetingId, current, wanted);
    });
  }

  /**
   * Gives an item more minutes, or takes some back.
   * @param seen the extension the person saw: two who give three minutes at the same moment give three
   */
  extend(who: Asker, itemId: string, minutes: number, seen: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      await lockRunning(work, meetingId);
      const item = (await readItems(work, meetingId)).find((one) => one.id === itemId);
      if (!item) throw notFound();
      if (item.state !== 'ACTIVE' && item.state !== 'PLANNED') throw stepNotPossible(item.state, ['REOPEN']);
      // What the rest was shortened by is taken back by giving minutes; no more is taken from an item than it was given.
      const extended = Math.max(Math.min(0, item.extended_min), item.extended_min + minutes);
      if (item.extended_min !== seen || extended === item.extended_min) throw new AlreadySo();
      await work.query('update agenda_item set extended_min = $2, revision = revision + 1 where id = $1', [
        itemId,
        extended,
      ]);
      await recordItems(work, meetingId, [itemId], 'extended');
      return meetingId;
    });
    return orAlready(itemId, run);
  }

  /**
   * Sets or changes an item's outcome. The current item keeps it until "Næste", unless it is moved on, parked or dropped, which leads on at once.
   * @throws Refusal STEP_NOT_POSSIBLE for an outcome of talk on an item that was never reached
   */
  setOutcome(who: Asker, itemId: string, outcome: ItemOutcome, reason: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      const meeting = await lockRunning(work, meetingId);
      const items = await readItems(work, meetingId);
      const item = items.find((one) => one.id === itemId);
      if (!item) throw notFound();
      if (item.outcome === outcome && (item.outcome_reason ?? '') === reason) throw new AlreadySo();
      const event = eventOfOutcome(outcome);
      if (item.state === 'ACTIVE' && event === 'CLOSE') {
        await work.query('update agenda_item set outcome = $2, revision = revision + 1 where id = $1', [
          itemId,
          outcome,
        ]);
        await recordItems(work, meetingId, [itemId], 'judged');
      } else if (item.state === 'ACTIVE') {
        await endPause(work, meeting);
        await endRound(work, meetingId);
        await endItem(work, item, outcome, reason);
        const next = nextOf(items, item);
        await activate(work, meetingId, next?.id ?? null);
        await recordItems(work, meetingId, [itemId, ...(next ? [next.id] : [])], 'moved on');
        await recordCurrent(work, meetingId, 'moved on');
      } else if (item.state === 'PLANNED') {
        await endItem(work, item, outcome, reason);
        await recordItems(work, meetingId, [itemId], 'judged');
      } else {
        // Ended already: what it would be if it were opened and closed again, without taking the room there.
        const to = stepOf({ state: stepOf(item, 'REOPEN') }, event, outcome, reason);
        await writeEnd(work, itemId, to, outcome, reason);
        await recordItems(work, meetingId, [itemId], 'judged');
      }
      return meeting.id;
    });
    return orAlready(itemId, run);
  }

  private async jump(work: Work, meetingId: string, current: RunItem | undefined, to: RunItem): Promise<Stepped> {
    if (to.state !== 'PLANNED') stepOf(to, 'REOPEN');
    if (current) await putBack(work, current);
    await activate(work, meetingId, to.id);
    return { changed: [current, to], verb: 'went to' };
  }

  private step(
    who: Asker,
    meetingId: string,
    seen: string | null,
    take: (work: Work, items: RunItem[], current: RunItem | undefined, meeting: RunMeeting) => Promise<Stepped>,
  ): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meeting = await lockRunning(work, meetingId);
      if (meeting.current_item_id !== seen) throw new AlreadySo();
      await endPause(work, meeting);
      await endRound(work, meetingId);
      const items = await readItems(work, meetingId);
      const { changed, verb } = await take(
        work,
        items,
        items.find((item) => item.id === seen),
        meeting,
      );
      await recordItems(
        work,
        meetingId,
        changed.flatMap((item) => (item ? [item.id] : [])),
        verb,
      );
      await recordCurrent(work, meetingId, verb);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }
}

interface Stepped {
  changed: (RunItem | undefined)[];
  verb: string;
}

/** The first that is to come after the current one; when there is none, the first that was passed by. */
function nextOf(items: readonly RunItem[], current: RunItem | undefined): RunItem | undefined {
  const toCome = items.filter((item) => item.state === 'PLANNED' && item !== current);
  return toCome.find((item) => item.position > (current?.position ?? 0)) ?? toCome[0];
}

/** What an item ends with at "Næste": chosen now, chosen before, caught under it, or by its kind. */
export async function outcomeFor(work: Work, item: RunItem, chosen: ItemOutcome | null): Promise<ItemOutcome> {
  return outcomeAtNext(item.kind, chosen ?? item.outcome, await caughtUnder(work, item.id));
}

export async function caughtUnder(work: Work, itemId: string): Promise<{ decisions: number; actions: number }> {
  const [row] = await work.query<{ n: number }>('select count(*)::int as n from decision where item_id = $1', [itemId]);
  return { decisions: row!.n, actions: await actionsOfMeetings().actionsUnderItem(work.query, itemId) };
}
