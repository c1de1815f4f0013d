import { meetingScope } from '../platform/change-log.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { recordChanged } from './agenda-change.ts';

const STEP_FIELDS = ['state', 'outcome', 'outcomeReason', 'startedAt', 'endedAt', 'extendedMin'] as const;

/** Notes what a step did to items. */
export const recordItems = (work: Work, meetingId: string, itemIds: readonly string[], verb: string): Promise<void> =>
  recordChanged(work, meetingId, itemIds, verb, STEP_FIELDS);

/** Notes which item the meeting is at, and how its time stands. */
export async function recordCurrent(work: Work, meetingId: string, verb: string): Promise<void> {
  const [now] = await work.query<{ set: Record<string, unknown> }>(
    `select jsonb_build_object('currentItemId', current_item_id, 'pausedAt', utc(paused_at), 'extendedMin', extended_min, 'revision', revision) as set from meeting where id = $1`,
    [meetingId],
  );
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'Meeting',
    entityId: meetingId,
    verb,
    fields: { set: now!.set },
  });
}
