import { MEETING_LIFECYCLE, type MeetingState } from '#domain/meeting-lifecycle.ts';
import { possibleEvents } from '#domain/lifecycle.ts';
import { ask } from '../access/ask.ts';
import { meetingScope, personScope, teamScope, type ChangeFields, type Scope } from '../platform/change-log.ts';
import { changedMeanwhile, notFound, stepNotPossible } from '../platform/errors.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';

/** A meeting's row as planning needs it, locked: everybody who plans one meeting stands in one line. */
export interface PlannedMeeting {
  id: string;
  team_id: string;
  series_id: string;
  title: string;
  starts_at: Date;
  duration_min: number;
  place: string;
  purpose: string;
  bring: string;
  template_key: string | null;
  template_version: number | null;
  state: MeetingState;
  revision: number;
}

export const BEFORE_IT_STARTS: readonly MeetingState[] = ['DRAFT', 'CONVENED'];
export const UNTIL_IT_ENDS: readonly MeetingState[] = ['DRAFT', 'CONVENED', 'IN_PROGRESS'];

/**
 * Asks for an ability and locks the meeting.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED, or STEP_NOT_POSSIBLE when it is past planning
 */
export async function lockMeeting(
  work: Work,
  meetingId: string,
  states: readonly MeetingState[],
  ability: string = meetingsPolicy['meeting.plan'],
): Promise<PlannedMeeting> {
  await ask(work, ability, 'meeting', meetingId, meetingsPolicy['meeting.read']);
  const [meeting] = await work.query<PlannedMeeting>(
    `select id, team_id, series_id, title, starts_at, duration_min, place, purpose, bring, template_key, template_version, state, revision from meeting where id = $1 for update`,
    [meetingId],
  );
  if (!meeting) throw notFound();
  if (!states.includes(meeting.state)) {
    throw stepNotPossible(
      meeting.state,
      possibleEvents(MEETING_LIFECYCLE, meeting.state, { now: work.now, startedAt: null, plannedEnd: Infinity }),
    );
  }
  return meeting;
}

/** An item's meeting, so that the meeting is asked about and locked before the item. */
export async function meetingOfItem(work: Work, itemId: string): Promise<string> {
  const [row] = await work.query<{ meeting_id: string }>('select meeting_id from agenda_item where id = $1', [itemId]);
  if (!row) throw notFound();
  return row.meeting_id;
}

/**
 * Compares what the person saw with what is there, field by field, so that two who change different fields don't meet, and of
 * two who change the same one the second is shown the first's.
 * @returns the fields that really change
 * @throws Refusal CHANGED_MEANWHILE with the values that are there now
 */
export function mergeSeen<Fields extends object>(
  current: Fields,
  change: Partial<Fields>,
  seen: Partial<Fields>,
): Partial<Fields> {
  const fields = Object.keys(change) as (keyof Fields)[];
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const differing = fields.filter((field) => !same(current[field], change[field]));
  const stale = differing.filter((field) => !same(current[field], seen[field]));
  if (stale.length > 0) throw changedMeanwhile(Object.fromEntries(stale.map((field) => [field, current[field]])));
  return Object.fromEntries(differing.map((field) => [field, change[field]])) as Partial<Fields>;
}

/** A row of the API as a change carries it: without the bits of whoever happened to make it. */
export function withoutRelation<T>(json: T): T {
  if (Array.isArray(json)) return json.map(withoutRelation) as T;
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key]) => key !== '_rel')
      .map(([key, value]) => [key, withoutRelation(value)]),
  ) as T;
}

/** Everybody who is called to the meeting, for what their week shows. */
export async function personScopes(work: Work, meetingId: string): Promise<Scope[]> {
  const rows = await work.query<{ person_id: string }>(
    'select person_id from meeting_participant where meeting_id = $1 order by person_id',
    [meetingId],
  );
  return rows.map((row) => personScope(row.person_id));
}

/** Notes a change of the meeting itself; the team's page follows along. */
export function recordMeeting(
  work: Work,
  meeting: { id: string; team_id: string },
  verb: string,
  fields: ChangeFields,
): void {
  work.changes.record({
    scopes: [meetingScope(meeting.id), teamScope(meeting.team_id)],
    entity: 'Meeting',
    entityId: meeting.id,
    verb,
    fields,
  });
}

/** Tells the weeks of those who are called to fetch anew. */
export async function recordForParticipants(work: Work, meetingId: string, verb: string): Promise<void> {
  work.changes.record({
    scopes: [meetingScope(meetingId), ...(await personScopes(work, meetingId))],
    entity: 'Meeting',
    entityId: meetingId,
    verb,
    fields: { hint: true },
  });
}
