import type { z } from 'zod';
import type { newItemInput } from '#inputs/meeting-plan.ts';
import { notFound } from '../platform/errors.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { itemsInOrder, recordAdded, recordChanged, renumber } from './agenda-change.ts';
import { writeItems } from './agenda-lay.ts';
import type { PlannedMeeting } from './plan-room.ts';
import { requireMarkers } from './plan-meeting.service.ts';

export type NewItem = z.infer<typeof newItemInput>;

/**
 * Puts an item on a locked meeting's agenda: at the end when no position is given, never among what is under way or past.
 * @param input `threadId` puts a removed one back on its thread
 * @returns the item's id
 * @throws Refusal NOT_FOUND for an owner who is not called, a marker or a thread that is not there
 */
export async function addItemTo(work: Work, meeting: PlannedMeeting, input: NewItem): Promise<string> {
  const meetingId = meeting.id;
  const items = await itemsInOrder(work, meetingId);
  const threadId = input.threadId ?? null;
  const thread = threadId ? await freeThread(work, meeting, threadId) : null;
  const firstFree = items.filter((item) => item.state !== 'PLANNED').length + 1;
  const position = Math.min(Math.max(input.position ?? items.length + 1, firstFree), items.length + 1);
  const [id] = await writeItems(work, meeting, [
    {
      ...input,
      threadId,
      stepKey: thread?.step_key ?? null,
      recurs: thread?.recurs ?? false,
      broughtOver: thread?.brought ?? false,
      position,
    },
  ]);
  await setItemMarkers(work, id!, input.markerIds);
  if (input.ownerId) {
    await requireOwner(work, meetingId, input.ownerId);
    await work.query('update agenda_item set owner_id = $2 where id = $1', [id, input.ownerId]);
  }
  const order = items.map((item) => item.id);
  order.splice(position - 1, 0, id!);
  const moved = await renumber(work, order);
  await recordAdded(work, meetingId, [id!]);
  await recordChanged(
    work,
    meetingId,
    moved.filter((one) => one !== id),
    'moved',
    ['position'],
  );
  return id!;
}

/** A thread of this series that is on no agenda now. */
async function freeThread(
  work: Work,
  meeting: PlannedMeeting,
  threadId: string,
): Promise<{ step_key: string | null; recurs: boolean; brought: boolean }> {
  const [thread] = await work.query<{ step_key: string | null; recurs: boolean; brought: boolean }>(
    `select t.step_key, t.recurs, t.state = 'GOES_ON' or exists (select from agenda_item i where i.thread_id = t.id) as brought from agenda_thread t where t.id = $1 and t.series_id = $2
       and not exists (select from agenda_item i join meeting m on m.id = i.meeting_id where i.thread_id = t.id and m.state in ('DRAFT', 'CONVENED', 'IN_PROGRESS'))
     for update of t`,
    [threadId, meeting.series_id],
  );
  if (!thread) throw notFound();
  return thread;
}

export async function setItemMarkers(work: Work, itemId: string, markerIds: readonly string[]): Promise<void> {
  await requireMarkers(work, markerIds);
  await work.query('delete from agenda_item_marker where item_id = $1 and not marker_id = any($2::uuid[])', [
    itemId,
    markerIds,
  ]);
  await work.query(
    'insert into agenda_item_marker (municipality_id, item_id, marker_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing',
    [work.actor.municipalityId, itemId, markerIds],
  );
}

/** An item is led by somebody who is called to the meeting. @throws Refusal NOT_FOUND */
export async function requireOwner(work: Work, meetingId: string, personId: string): Promise<void> {
  const found = await work.query('select from meeting_participant where meeting_id = $1 and person_id = $2', [
    meetingId,
    personId,
  ]);
  if (found.length === 0) throw notFound();
}
