import type { Work } from '../platform/unit-of-work.ts';
import { bringOver } from './finish-bring-over.ts';
import { noticesOfMeetings } from './notices.ports.ts';
import { recordForParticipants, recordMeeting } from './plan-room.ts';
import { preparationOfMeetings } from './preparation.ports.ts';

interface Cancelled {
  id: string;
  state: string;
  team_id: string;
  series_id: string;
}

/**
 * Calls locked meetings off that are not cancelled yet. What was brought over, and what the team put on itself, goes on: to the next meeting
 * that is planned, or else it waits for one. Whoever was called is told.
 * @param meetings in the order of time, so that what one leaves stands before what the next leaves
 */
export async function cancelMeetings(work: Work, meetings: readonly Cancelled[], reason: string): Promise<void> {
  for (const meeting of meetings) {
    await work.query(
      `update meeting set state = 'CANCELLED', cancelled_reason = $2, revision = revision + 1 where id = $1`,
      [meeting.id, reason],
    );
    if (meeting.state === 'CONVENED') await noticesOfMeetings().tell(work, meeting.id, 'CANCELLED');
  }
  // Only when all are called off: nothing is handed to a meeting that is about to be.
  for (const meeting of meetings) await bringOver(work, meeting, await leftBy(work, meeting.id));
  for (const seriesId of new Set(meetings.map((meeting) => meeting.series_id)))
    await preparationOfMeetings().whenSeriesChanged(work, seriesId);
}

/** The threads that go on from a cancelled meeting, in its agenda's order; the template's untouched steps end with it. */
async function leftBy(work: Work, meetingId: string): Promise<string[]> {
  const threads = await work.query<{ id: string; state: string }>(
    `with settled as (
       update agenda_thread t set state = case when i.brought_over or i.step_key is null then 'GOES_ON' else 'DROPPED' end
       from agenda_item i where i.thread_id = t.id and i.meeting_id = $1 returning t.id, t.state, i.position
     ) select id, state from settled order by position`,
    [meetingId],
  );
  return threads.filter((thread) => thread.state === 'GOES_ON').map((thread) => thread.id);
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
