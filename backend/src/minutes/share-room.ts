import { personScope } from '../platform/change-log.ts';
import type { Work } from '../platform/unit-of-work.ts';

/**
 * Stores the leaders' copy of approved minutes as it is now, as the next version.
 * @param sharedBy null where nobody in particular did: the school's agreement
 */
export const giveCopy = (work: Work, meetingId: string, sharedBy: string | null): Promise<{ id: string }[]> =>
  work.query<{ id: string }>(
    `insert into minutes_share (municipality_id, meeting_id, version, level, copy, shared_by)
     select $2, $1, 1 + coalesce(max(s.version), 0), 'SCHOOL', leader_copy($1), $3 from minutes_share s where s.meeting_id = $1 returning id`,
    [meetingId, work.actor.municipalityId, sharedBy],
  );

/**
 * Tells the school's leaders, each alone, that a copy came or went: one may have it open. By the copy's own id: the meeting's is
 * none of what they are told.
 */
export async function tellLeaders(
  work: Work,
  schoolId: string | null,
  shares: readonly { id: string }[],
): Promise<void> {
  const leaders = await work.query<{ id: string }>('select id from school_leaders($1) as l(id)', [schoolId]);
  const [first, ...others] = leaders.map(({ id }) => personScope(id));
  if (!first) return;
  for (const { id } of shares)
    work.changes.record({
      scopes: [first, ...others],
      entity: 'SharedMinutes',
      entityId: id,
      verb: 'told',
      fields: { hint: true },
    });
}
