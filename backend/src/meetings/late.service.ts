import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { heading, plannedEnd, shortenRest } from '#domain/agenda-time.ts';
import { LONGEST_MEETING_EXTENSION, type minutesInput } from '#inputs/meeting-run.ts';
import { notFound } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { meetingOfItem } from './plan-room.ts';
import { AlreadySo, endItem, lockRunning, orAlready, readItems, stepOf } from './run-room.ts';
import { recordCurrent, recordItems } from './step-record.ts';

const RUN = meetingsPolicy['meeting.run'];
const MINUTE_MS = 60_000;

export type ItemMinutes = z.infer<typeof minutesInput>['items'][number];

/** The time of a meeting as the database has it. */
interface LateMeeting {
  starts_at: Date;
  started_at: Date | null;
  duration_min: number;
  extended_min: number;
  /** How long the pause has lasted, in ms. */
  paused_ms: number;
  now: Date;
}

interface LeftItem {
  id: string;
  state: string;
  /** What it was given, in minutes. */
  given: number;
  /** Whole minutes it had before it was put back. */
  had: number;
  min_minutes: number;
  started_at: Date | null;
}

/** The ways out when a meeting is behind. Each can be taken back. */
@Injectable()
export class LateService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * "Forkort resten": what is to come gets fewer minutes, so that the end is the planned one again, or as near as the minimums allow.
   * @param seenRevision the meeting's revision that the person saw: two who shorten at the same moment shorten once
   */
  shorten(who: Asker, meetingId: string, seenRevision: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meeting = await lockRunning(work, meetingId);
      if (meeting.revision !== seenRevision) throw new AlreadySo();
      await readItems(work, meetingId);
      const items = await readLeft(work, meetingId);
      const left = items
        .filter((item) => item.state === 'PLANNED')
        .map((item) => ({
          item,
          minutes: Math.max(1, item.given - item.had),
          minMinutes: Math.max(1, item.min_minutes - item.had),
        }));
      const { minutes } = shortenRest(left, await minutesLeft(work, meetingId, items));
      const changed = left.flatMap((one, n) => {
        const less = minutes[n]! - one.minutes;
        return less === 0 ? [] : [{ id: one.item.id, less }];
      });
      if (changed.length === 0) throw new AlreadySo();
      await work.query(
        `update agenda_item i set extended_min = i.extended_min + x.less, revision = i.revision + 1
         from unnest($1::uuid[], $2::integer[]) as x(id, less) where i.id = x.id`,
        [changed.map((one) => one.id), changed.map((one) => one.less)],
      );
      await touch(work, meetingId);
      await recordItems(
        work,
        meetingId,
        changed.map((one) => one.id),
        'shortened',
      );
      await recordCurrent(work, meetingId, 'shortened');
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /**
   * Gives items the minutes they had before they were shortened. An item that somebody has changed meanwhile, or that is no longer to come,
   * stays as it is.
   */
  restore(who: Asker, meetingId: string, minutes: readonly ItemMinutes[]): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      await lockRunning(work, meetingId);
      await readItems(work, meetingId);
      const rows = await work.query<{ id: string }>(
        `with given as (
           update agenda_item i set extended_min = x.extended, revision = i.revision + 1
           from unnest($2::uuid[], $3::integer[], $4::integer[]) as x(id, extended, seen)
           where i.id = x.id and i.meeting_id = $1 and i.state = 'PLANNED' and i.extended_min = x.seen and i.extended_min <> x.extended
             and i.planned_min + x.extended > 0
           returning i.id, i.position
         ) select id from given order by position`,
        [
          meetingId,
          minutes.map((one) => one.itemId),
          minutes.map((one) => one.extendedMin),
          minutes.map((one) => one.seenExtendedMin),
        ],
      );
      if (rows.length === 0) throw new AlreadySo();
      await touch(work, meetingId);
      await recordItems(
        work,
        meetingId,
        rows.map((row) => row.id),
        'given back',
      );
      await recordCurrent(work, meetingId, 'given back');
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /** "Udskyd": one of what is to come goes on to the next meeting. When the room has come to it meanwhile, it stays. */
  postpone(who: Asker, itemId: string): Promise<Done<string>> {
    return this.judge(who, itemId, async (work, item) => {
      if (item.state !== 'PLANNED') throw new AlreadySo();
      await endItem(work, item, 'CARRIED', '');
      return 'postponed';
    });
  }

  /** Takes a postponing back: the item is to come again, at its place. */
  bringBack(who: Asker, itemId: string): Promise<Done<string>> {
    return this.judge(who, itemId, async (work, item) => {
      if (item.state === 'PLANNED' || item.state === 'ACTIVE') throw new AlreadySo();
      const state = stepOf(item, 'TAKE_BACK');
      await work.query(
        'update agenda_item set state = $2, outcome = null, outcome_reason = null, revision = revision + 1 where id = $1',
        [itemId, state],
      );
      return 'brought back';
    });
  }

  /**
   * "Forlæng mødet": the meeting as a whole may take longer, or the extension is taken back.
   * @param seen the extension the person saw: two who extend at the same moment extend once
   */
  extendMeeting(who: Asker, meetingId: string, minutes: number, seen: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      await lockRunning(work, meetingId);
      const [row] = await work.query<{ extended: number }>(
        'select extended_min as extended from meeting where id = $1',
        [meetingId],
      );
      const extended = Math.min(LONGEST_MEETING_EXTENSION, Math.max(0, row!.extended + minutes));
      if (row!.extended !== seen || extended === seen) throw new AlreadySo();
      await work.query('update meeting set extended_min = $2, revision = revision + 1 where id = $1', [
        meetingId,
        extended,
      ]);
      await recordCurrent(work, meetingId, 'extended');
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  private judge(
    who: Asker,
    itemId: string,
    take: (work: Work, item: Awaited<ReturnType<typeof readItems>>[number]) => Promise<string>,
  ): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      await lockRunning(work, meetingId);
      const item = (await readItems(work, meetingId)).find((one) => one.id === itemId);
      if (!item) throw notFound();
      const verb = await take(work, item);
      await recordItems(work, meetingId, [itemId], verb);
      return meetingId;
    });
    return orAlready(itemId, run);
  }
}

/** What was seen of the meeting's time is no longer what it is. */
const touch = (work: Work, meetingId: string) =>
  work.query('update meeting set revision = revision + 1 where id = $1', [meetingId]);

/** The agenda with what each item was given and has had, and its step's minimum where a template has one. */
function readLeft(work: Work, meetingId: string): Promise<LeftItem[]> {
  return work.query<LeftItem>(
    `select i.id, i.state, i.planned_min + i.extended_min as given, i.started_at,
       coalesce(floor(extract(epoch from i.ended_at - i.started_at) / 60), 0)::integer as had,
       coalesce((select s.min_minutes from laid_steps(m.template_key, m.template_version) s where s.key = i.step_key limit 1), 1) as min_minutes
     from agenda_item i join meeting m on m.id = i.meeting_id where i.meeting_id = $1 order by i.position, i.id`,
    [meetingId],
  );
}

/**
 * Whole minutes from when the item that is on is heading to end, until the planned end; below zero when that has passed. Seconds don't make a
 * meeting late: the end is said in minutes.
 */
async function minutesLeft(work: Work, meetingId: string, items: readonly LeftItem[]): Promise<number> {
  const [meeting] = await work.query<LateMeeting>(
    `select starts_at, started_at, duration_min, extended_min, clock_timestamp() as now,
       coalesce(extract(epoch from clock_timestamp() - paused_at) * 1000, 0)::float8 as paused_ms
     from meeting where id = $1`,
    [meetingId],
  );
  const { starts_at, started_at, duration_min, extended_min, paused_ms, now } = meeting!;
  const on = items.find((item) => item.state === 'ACTIVE' && item.started_at);
  const current = on ? { startedAt: on.started_at!.getTime() + paused_ms, minutes: on.given } : null;
  const end = plannedEnd({
    startsAt: starts_at.getTime(),
    startedAt: started_at?.getTime() ?? null,
    durationMin: duration_min,
    extendedMin: extended_min,
  });
  return Math.ceil((end - heading({ now: now.getTime(), current, remaining: [] })) / MINUTE_MS);
}
