import {
  AGENDA_ITEM_LIFECYCLE,
  eventOfOutcome,
  type AgendaItemEvent,
  type AgendaItemKind,
  type AgendaItemState,
  type ItemOutcome,
} from '#domain/agenda-item-lifecycle.ts';
import { possibleEvents, step } from '#domain/lifecycle.ts';
import { MEETING_LIFECYCLE, type MeetingFacts, type MeetingState } from '#domain/meeting-lifecycle.ts';
import { ask } from '../access/ask.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import type { Done, Work } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { minutesOfMeetings } from './minutes.ports.ts';

/** A meeting's row as holding it needs it, locked: all who lead stand in one line. */
export interface RunMeeting {
  id: string;
  team_id: string;
  series_id: string;
  state: MeetingState;
  current_item_id: string | null;
  started_at: Date | null;
  paused_at: Date | null;
  revision: number;
  /** The end as planned and extended; a meeting begun long before its time ends by when it began. */
  planned_end: Date;
  now: Date;
}

export interface RunItem {
  id: string;
  thread_id: string;
  position: number;
  kind: AgendaItemKind;
  step_key: string | null;
  state: AgendaItemState;
  outcome: ItemOutcome | null;
  outcome_reason: string | null;
  started_at: Date | null;
  extended_min: number;
}

/** What the person asked for is already so: a double tap, a second facilitator, a retry. Rolls back, and is answered normally. */
export class AlreadySo extends Error {}

/** Answers a lost tap with no changes of its own: the screen has them, or gets them by the socket. */
export async function orAlready(id: string, work: Promise<Done<string>>): Promise<Done<string>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AlreadySo) return { result: id, changes: [] };
    throw error;
  }
}

/** @throws Refusal NOT_FOUND */
export async function readMeeting(work: Pick<Work, 'query'>, meetingId: string): Promise<RunMeeting> {
  const [meeting] = await work.query<RunMeeting>(
    `select id, team_id, series_id, state, current_item_id, started_at, paused_at, revision, clock_timestamp() as now,
       (case when started_at < starts_at - interval '2 hours' then started_at else greatest(starts_at, started_at) end)
         + make_interval(mins => duration_min + extended_min) as planned_end
     from meeting where id = $1 for update`,
    [meetingId],
  );
  if (!meeting) throw notFound();
  return meeting;
}

export const factsOf = (meeting: RunMeeting): MeetingFacts => ({
  now: meeting.now.getTime(),
  startedAt: meeting.started_at?.getTime() ?? null,
  plannedEnd: meeting.planned_end.getTime(),
});

/**
 * Asks, locks the meeting, and requires that it is on.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED or STEP_NOT_POSSIBLE
 */
export async function lockRunning(work: Work, meetingId: string): Promise<RunMeeting> {
  await ask(work, meetingsPolicy['meeting.run'], 'meeting', meetingId, meetingsPolicy['meeting.read']);
  const meeting = await readMeeting(work, meetingId);
  if (meeting.state !== 'IN_PROGRESS') throw notNow(meeting);
  return meeting;
}

/**
 * Asks, locks, and requires that the meeting's text may still change: while it is on, and after it until its minutes are proposed.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED or STEP_NOT_POSSIBLE
 */
export async function lockWritable(work: Work, meetingId: string, ability: string): Promise<RunMeeting> {
  await ask(work, ability, 'meeting', meetingId, meetingsPolicy['meeting.read']);
  const meeting = await readMeeting(work, meetingId);
  if (meeting.state === 'IN_PROGRESS') return meeting;
  if (meeting.state === 'HELD' && (await minutesOfMeetings().mayStillBeWritten(work.query, meetingId))) return meeting;
  throw notNow(meeting);
}

export const notNow = (meeting: RunMeeting) =>
  stepNotPossible(meeting.state, possibleEvents(MEETING_LIFECYCLE, meeting.state, factsOf(meeting)));

/** The agenda in order, locked. */
export function readItems(work: Work, meetingId: string): Promise<RunItem[]> {
  return work.query<RunItem>(
    `select id, thread_id, position, kind, step_key, state, outcome, outcome_reason, started_at, extended_min
     from agenda_item where meeting_id = $1 order by position, id for update`,
    [meetingId],
  );
}

/**
 * Where a step leads.
 * @throws Refusal STEP_NOT_POSSIBLE that says what is possible for the item now
 */
export function stepOf(
  item: Pick<RunItem, 'state'>,
  event: AgendaItemEvent,
  outcome: ItemOutcome | null = null,
  reason = '',
): AgendaItemState {
  const next = step(AGENDA_ITEM_LIFECYCLE, item.state, event, { outcome, reason });
  if ('refused' in next) throw stepNotPossible(item.state, next.possible);
  return next.to;
}

/** An item ends with an outcome, from the state it is in. */
export async function endItem(work: Work, item: RunItem, outcome: ItemOutcome, reason: string): Promise<void> {
  const to = stepOf(item, eventOfOutcome(outcome), outcome, reason);
  await writeEnd(work, item.id, to, outcome, reason);
}

/** Writes an item's end. Time it was never on is not counted. */
export async function writeEnd(
  work: Work,
  itemId: string,
  state: AgendaItemState,
  outcome: ItemOutcome,
  reason: string,
): Promise<void> {
  await work.query(
    `update agenda_item set state = $2, outcome = $3, outcome_reason = nullif($4, ''), revision = revision + 1,
       ended_at = case when started_at is null then null when ended_at is not null then ended_at else clock_timestamp() end
     where id = $1`,
    [itemId, state, outcome, reason],
  );
}

/**
 * A pause ends: what was on is moved on by it, so that no minute was spent. Whatever leads on ends it too.
 * @returns true when there was one
 */
export async function endPause(work: Work, meeting: RunMeeting): Promise<boolean> {
  if (!meeting.paused_at) return false;
  await work.query(
    `update agenda_item i set started_at = i.started_at + (clock_timestamp() - m.paused_at), revision = i.revision + 1
     from meeting m where m.id = $1 and i.id = m.current_item_id`,
    [meeting.id],
  );
  await work.query('update meeting set paused_at = null, revision = revision + 1 where id = $1', [meeting.id]);
  return true;
}

/** An item comes on, for the first time or again; the time it has had already counts. */
export async function activate(work: Work, meetingId: string, itemId: string | null): Promise<void> {
  if (itemId) {
    await work.query(
      `update agenda_item set state = 'ACTIVE', outcome = null, outcome_reason = null, revision = revision + 1,
         started_at = clock_timestamp() - coalesce(ended_at - started_at, interval '0'), ended_at = null
       where id = $1`,
      [itemId],
    );
  }
  await work.query('update meeting set current_item_id = $2, revision = revision + 1 where id = $1', [
    meetingId,
    itemId,
  ]);
}

/** An item is left for later, unjudged; the time it has had is kept. */
export async function putBack(work: Work, item: RunItem): Promise<void> {
  stepOf(item, 'PUT_BACK');
  await work.query(
    `update agenda_item set state = 'PLANNED', ended_at = clock_timestamp(), revision = revision + 1 where id = $1`,
    [item.id],
  );
}
