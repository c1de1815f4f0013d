import { meetingScope } from '../platform/change-log.ts';
import type { Work } from '../platform/unit-of-work.ts';

/**
 * Ends the round that is on, if there is one: its order is cut away, who began is kept. Whatever leads the meeting on ends it.
 * @returns true when there was one
 */
export async function endRound(work: Work, meetingId: string): Promise<boolean> {
  const [ended] = await work.query<{ id: string }>(
    `with ended as (
       update speaking_round set state = 'ENDED', speakers = '{}', passed = '{}' where meeting_id = $1 and state = 'RUNNING' returning id
     ) select id from ended`,
    [meetingId],
  );
  if (!ended) return false;
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'Meeting',
    entityId: meetingId,
    verb: 'round ended',
    fields: { set: { round: null } },
  });
  return true;
}
