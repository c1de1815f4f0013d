import type { Work } from '../platform/unit-of-work.ts';
import { bringOver } from './finish-bring-over.ts';
import { noticesOfMeetings } from './notices.ports.ts';

/**
 * DRAFT or CONVENED → CANCELLED, in the caller's unit of work, with the meeting locked and the step asked by it. What was brought over, and
 * what the team put on itself, goes on: to the next meeting that is planned, or else it waits for one. Those who were called are told.
 */
export async function callOff(work: Work, meeting: { id: string; state: string }, reason: string): Promise<void> {
  await work.query(
    `update meeting set state = 'CANCELLED', cancelled_reason = $2, revision = revision + 1 where id = $1`,
    [meeting.id, reason],
  );
  const threads = await work.query<{ id: string; state: string }>(
    `with settled as (
       update agenda_thread t set state = case when i.brought_over or i.step_key is null then 'GOES_ON' else 'DROPPED' end
       from agenda_item i where i.thread_id = t.id and i.meeting_id = $1 returning t.id, t.state, i.position
     ) select id, state from settled order by position`,
    [meeting.id],
  );
  if (meeting.state === 'CONVENED') await noticesOfMeetings().tell(work, meeting.id, 'CANCELLED');
  await bringOver(
    work,
    meeting,
    threads.filter((thread) => thread.state === 'GOES_ON').map((thread) => thread.id),
  );
}
