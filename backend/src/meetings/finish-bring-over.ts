import type { AgendaItemKind, Track } from '#domain/agenda-item-lifecycle.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { recordAdded, recordChanged, renumber } from './agenda-change.ts';
import { materialsOfMeetings } from './materials.ports.ts';
import { writeItems, type PlacedItem } from './agenda-lay.ts';

interface NextItem {
  id: string;
  thread_id: string;
  step_key: string | null;
  kind: AgendaItemKind;
  state: string;
  brought_over: boolean;
}

interface Thread {
  id: string;
  step_key: string | null;
  title: string;
  kind: AgendaItemKind;
  track: Track;
  recurs: boolean;
  minutes: number;
}

/**
 * Puts what goes on onto the next meeting of the series when that is already planned: into the step with its key, or as an item of its own
 * after Opfølgning (the same rule as when a new agenda is laid). When nothing is planned yet it waits on its thread.
 */
export async function bringOver(work: Work, meeting: { id: string }, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length === 0) return;
  const [next] = await work.query<{ id: string; series_id: string }>(
    `select n.id, n.series_id from meeting n join meeting m on m.id = $1
     where n.series_id = m.series_id and n.id <> m.id and n.state in ('DRAFT', 'CONVENED') and n.starts_at > m.starts_at
     order by n.starts_at, n.id limit 1 for update of n`,
    [meeting.id],
  );
  if (!next) return;
  const items = await work.query<NextItem>(
    `select id, thread_id, step_key, kind, state, brought_over from agenda_item where meeting_id = $1 order by position, id for update`,
    [next.id],
  );
  const threads = await work.query<Thread>(
    `select t.id, t.step_key, t.title, t.kind, t.track, t.recurs,
       coalesce((select i.planned_min from agenda_item i where i.thread_id = t.id and i.meeting_id = $2), 10) as minutes
     from unnest($1::uuid[]) with ordinality o(id, n) join agenda_thread t on t.id = o.id order by o.n`,
    [threadIds, meeting.id],
  );
  const taken: string[] = [];
  const apart: PlacedItem[] = [];
  for (const thread of threads) {
    const step =
      thread.step_key === null
        ? undefined
        : items.find((item) => item.step_key === thread.step_key && !item.brought_over && !taken.includes(item.id));
    if (step) {
      taken.push(step.id);
      await takeStep(work, thread, step);
    } else if (thread.kind !== 'FOLLOW_UP') {
      apart.push({
        threadId: thread.id,
        stepKey: thread.step_key,
        title: thread.title,
        kind: thread.kind,
        track: thread.track,
        plannedMin: thread.minutes,
        guidance: '',
        recurs: thread.recurs,
        broughtOver: true,
        position: items.length + apart.length + 1,
      });
    }
  }
  const added = apart.length > 0 ? await writeItems(work, next, apart) : [];
  const followUp = items.findIndex((item) => item.kind === 'FOLLOW_UP');
  const at = followUp < 0 ? Math.min(1, items.length) : followUp + 1;
  const ids = items.map((item) => item.id);
  const moved = added.length > 0 ? await renumber(work, [...ids.slice(0, at), ...added, ...ids.slice(at)]) : [];
  await recordChanged(
    work,
    next.id,
    [...new Set([...taken, ...moved.filter((id) => !added.includes(id))])],
    'brought over',
    ['position', 'broughtOver', 'timesMoved'],
  );
  await materialsOfMeetings().whenItemsMoved(work, next.id, taken);
  await recordAdded(work, next.id, added);
}

/** A step that was laid with a new thread goes on with the old one instead. */
async function takeStep(work: Work, thread: Thread, step: NextItem): Promise<void> {
  await work.query(
    'update agenda_item set thread_id = $2, brought_over = true, revision = revision + 1 where id = $1',
    [step.id, thread.id],
  );
  await work.query(`update agenda_thread set state = 'DROPPED' where id = $1`, [step.thread_id]);
  await work.query(`update agenda_thread set state = 'OPEN' where id = $1`, [thread.id]);
}
