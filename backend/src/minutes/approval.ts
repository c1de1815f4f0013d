import { findCpr } from '#domain/cpr.ts';
import type { MinutesFacts, MinutesState } from '#domain/minutes-lifecycle.ts';
import { meetingScope, teamScope } from '../platform/change-log.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { shareAtApproval } from './share-at-approval.ts';

export interface MinutesRow {
  id: string;
  state: MinutesState;
  revision: number;
  team_id: string;
}

/** What the ways to approval ask about; whether time is up is known only to the one who asks for it. */
export async function factsOf(work: Work, minutesId: string, meetingId: string): Promise<MinutesFacts> {
  const [row] = await work.query<{ missing: number; objections: number; in_notes: number; body: unknown }>(
    `select (select count(*) from meeting_participant p where p.meeting_id = $2 and p.attendance = 'PRESENT'
        and not exists (select from minutes_approval a where a.minutes_id = $1 and a.person_id = p.person_id)) as missing,
      (select count(*) from minutes_objection o where o.minutes_id = $1 and o.answered_at is null) as objections,
      (select coalesce(sum(n.cpr_findings), 0) from note n where n.meeting_id = $2) as in_notes,
      minutes_text($2) as body`,
    [minutesId, meetingId],
  );
  return {
    missingTaps: row!.missing,
    openObjections: row!.objections,
    // In the notes also where no minutes show it: in a link's address, in the meeting's own note.
    cprFindings: Number(row!.in_notes) + findingsIn(row!.body),
  };
}

/** The items under which a CPR number stands, and the meeting's id for its own note: for saying where, without saying what. */
export async function cprPlaces(work: Work, meetingId: string): Promise<string[]> {
  const rows = await work.query<{ id: string; findings: number; body: unknown }>(
    `select x.id, coalesce(n.cpr_findings, 0) as findings, x.body from (
       select i.id, i.position, minutes_item(i) as body from agenda_item i where i.meeting_id = $1
       union all select m.id, null, null from meeting m where m.id = $1
     ) x left join note n on n.id = x.id order by x.position nulls last`,
    [meetingId],
  );
  return rows.filter(({ findings, body }) => findings > 0 || findingsIn(body) > 0).map(({ id }) => id);
}

const findingsIn = (body: unknown): number => sum(textsIn(body).map((text) => findCpr(text).length));

/**
 * Freezes the text with its fingerprint, closes the meeting and shares what the team or its school has said is shared then: the same
 * whichever way the minutes were approved. Approved by time, nobody in particular stands as the one who approved.
 */
export async function freeze(
  work: Work,
  minutes: MinutesRow,
  meetingId: string,
  way: 'ALL_PRESENT' | 'FACILITATOR' | 'TIME',
): Promise<void> {
  await work.query(
    `update minutes set state = 'APPROVED', approved_at = clock_timestamp(), approved_by = $2, approved_way = $3, revision = revision + 1,
       snapshot = t.body, fingerprint = minutes_fingerprint(t.body)
     from (select minutes_text($4) as body) t where minutes.id = $1`,
    [minutes.id, way === 'TIME' ? null : work.actor.personId, way, meetingId],
  );
  await work.query(`update meeting set state = 'CLOSED', revision = revision + 1 where id = $1 and state = 'HELD'`, [
    meetingId,
  ]);
  work.changes.record({
    scopes: [meetingScope(meetingId), teamScope(minutes.team_id)],
    entity: 'Meeting',
    entityId: meetingId,
    verb: 'closed',
    fields: { set: { state: 'CLOSED' } },
  });
  recordMinutes(work, meetingId, minutes.team_id, 'approved');
  const shared = await shareAtApproval(work, meetingId);
  if (shared) recordMinutes(work, meetingId, minutes.team_id, shared);
}

/**
 * Guests may be in the meeting's room but not see taps and objections: a hint, and each fetches what they may have.
 * @param about the objection or amendment that was written or answered
 */
export function recordMinutes(work: Work, meetingId: string, teamId: string, verb: string, about?: string): void {
  work.changes.record({
    scopes: [meetingScope(meetingId), teamScope(teamId)],
    entity: 'Minutes',
    entityId: meetingId,
    verb,
    fields: { hint: true, ...(about === undefined ? {} : { about }) },
  });
}

/** Every text a person may have written, wherever in the minutes it stands; ids and times are none. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'id' || key.endsWith('At') || key === 'dueOn' ? [] : textsIn(inner),
  );
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
