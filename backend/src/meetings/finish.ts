import { fateOf, type ThreadFate } from '#domain/carry-over.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { actionsOfMeetings } from './actions.ports.ts';
import { bringOver } from './finish-bring-over.ts';
import { minutesOfMeetings } from './minutes.ports.ts';
import { recordForParticipants, recordMeeting } from './plan-room.ts';
import { endRound } from './round-room.ts';
import { endItem, endPause, readItems, type RunItem, type RunMeeting } from './run-room.ts';
import { caughtUnder, outcomeFor } from './step.service.ts';
import { recordItems } from './step-record.ts';

/**
 * IN_PROGRESS → HELD, in the caller's unit of work and with the meeting locked by it: the item that is on closes as "Næste" would close it,
 * what was not reached is carried, every thread gets its fate, what goes on is put on the next agenda if there is one, and the minutes begin.
 */
export async function endMeeting(work: Work, meeting: RunMeeting, byClock: boolean): Promise<void> {
  await endPause(work, meeting);
  await endRound(work, meeting.id);
  for (const item of await readItems(work, meeting.id)) await endOpenItem(work, item);
  await work.query(
    `update meeting set state = 'HELD', ended_at = clock_timestamp(), ended_by_clock = $2, current_item_id = null, revision = revision + 1 where id = $1`,
    [meeting.id, byClock],
  );
  const items = await readItems(work, meeting.id);
  const goesOn = await settleThreads(work, items);
  await minutesOfMeetings().whenMeetingHeld(work, meeting.id);
  await recordItems(
    work,
    meeting.id,
    items.map((item) => item.id),
    'ended',
  );
  const [now] = await work.query<{ set: Record<string, unknown> }>(
    `select jsonb_build_object('state', state, 'endedAt', utc(ended_at), 'endedByClock', ended_by_clock, 'pausedAt', null, 'currentItemId', current_item_id, 'revision', revision) as set
     from meeting where id = $1`,
    [meeting.id],
  );
  recordMeeting(work, meeting, byClock ? 'ended by the clock' : 'held', { set: now!.set });
  await recordForParticipants(work, meeting.id, 'held');
  await bringOver(work, meeting, goesOn);
}

/** What is on, or was left with something agreed under it, closes; the rest was not reached. */
async function endOpenItem(work: Work, item: RunItem): Promise<void> {
  if (item.state === 'ACTIVE') return endItem(work, item, await outcomeFor(work, item, null), '');
  if (item.state !== 'PLANNED') return;
  const caught = item.started_at ? await caughtUnder(work, item.id) : { decisions: 0, actions: 0 };
  if (caught.decisions + caught.actions === 0) return endItem(work, item, 'CARRIED', '');
  await endItem(work, { ...item, state: 'ACTIVE' }, await outcomeFor(work, item, null), '');
}

/** Every thread on the agenda gets its fate. @returns those that go on, in the agenda's order */
async function settleThreads(work: Work, items: readonly RunItem[]): Promise<string[]> {
  const threadIds = items.map((item) => item.thread_id);
  const recurring = await work.query<{ id: string; recurs: boolean }>(
    'select id, recurs from agenda_thread where id = any($1::uuid[]) order by id for update',
    [threadIds],
  );
  const recurs = new Map(recurring.map((thread) => [thread.id, thread.recurs]));
  const open = await actionsOfMeetings().openActionsOfThreads(work.query, threadIds);
  const goesOn: string[] = [];
  for (const item of items) {
    const fate: ThreadFate = fateOf({
      state: item.state,
      kind: item.kind,
      stepKey: item.step_key,
      recurs: recurs.get(item.thread_id) ?? false,
      openActions: open.get(item.thread_id) ?? 0,
    });
    await work.query(
      `update agenda_thread set state = $2, times_moved = times_moved + $3, dropped_reason = $4 where id = $1`,
      [item.thread_id, fate, item.state === 'CARRIED' ? 1 : 0, fate === 'DROPPED' ? item.outcome_reason : null],
    );
    if (fate === 'GOES_ON') goesOn.push(item.thread_id);
  }
  return goesOn;
}
