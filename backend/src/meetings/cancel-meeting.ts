import type { Work } from '../platform/unit-of-work.ts';
import { noticesOfMeetings } from './notices.ports.ts';
import { recordForParticipants, recordMeeting } from './plan-room.ts';

/**
 * Calls a locked meeting off that is not cancelled yet. What was brought over, and what the team put on itself, goes on to the next
 * meeting; whoever was called is told.
 */
export async function cancelMeeting(work: Work, meeting: { id: string; state: string }, reason: string): Promise<void> {
  await work.query(
    `update agenda_thread t set state = case when i.brought_over or i.step_key is null then 'GOES_ON' else 'DROPPED' end
     from agenda_item i where i.thread_id = t.id and i.meeting_id = $1`,
    [meeting.id],
  );
  await work.query(
    `update meeting set state = 'CANCELLED', cancelled_reason = $2, revision = revision + 1 where id = $1`,
    [meeting.id, reason],
  );
  if (meeting.state === 'CONVENED') await noticesOfMeetings().tell(work, meeting.id, 'CANCELLED');
}

/** Tells the meeting's room, its team and the weeks of those who were called. */
export async function recordCancelled(work: Work, meeting: { id: string; team_id: string }): Promise<void> {
  const [now] = await work.query<{ set: Record<string, unknown> }>(
    `select jsonb_build_object('state', state, 'cancelledReason', cancelled_reason, 'revision', revision) as set from meeting where id = $1`,
    [meeting.id],
  );
  recordMeeting(work, meeting, 'cancelled', { set: now!.set });
  await recordForParticipants(work, meeting.id, 'cancelled');
}
