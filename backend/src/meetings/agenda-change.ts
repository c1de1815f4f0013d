import { meetingScope } from '../platform/change-log.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { materialsOfMeetings } from './materials.ports.ts';
import { noticesOfMeetings } from './notices.ports.ts';
import { withoutRelation } from './plan-room.ts';

/** What the indkaldelse says of an item. */
const TOLD: ReadonlySet<string> = new Set(['title', 'plannedMin', 'position']);

const inItems = (meetingId: string) => [{ entity: 'Meeting', id: meetingId, field: 'items' }];

/** The items as the API shows them. A note never travels this way: not everybody in the room may read it. */
async function readItems(work: Work, itemIds: readonly string[]): Promise<Record<string, unknown>[]> {
  const rows = await work.query<{ json: Record<string, unknown> }>(
    'select agenda_item_json(i, 0) as json from agenda_item i where i.id = any($1::uuid[]) order by i.position',
    [itemIds],
  );
  return rows.map((row) => withoutRelation(row.json));
}

/** Notes that items came onto the agenda, each with all its fields; a new item's note is empty. */
export async function recordAdded(work: Work, meetingId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  for (const item of await readItems(work, itemIds)) {
    work.changes.record({
      scopes: [meetingScope(meetingId)],
      entity: 'AgendaItem',
      entityId: item['id'] as string,
      verb: 'added',
      fields: { set: item, into: inItems(meetingId) },
    });
  }
  await materialsOfMeetings().whenItemsMoved(work, meetingId, itemIds);
  await noticesOfMeetings().tell(work, meetingId, 'AGENDA');
}

/** Notes what changed on items, only the named fields and the revision. */
export async function recordChanged(
  work: Work,
  meetingId: string,
  itemIds: readonly string[],
  verb: string,
  fields: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return;
  const travelling = new Set([...fields, 'revision']);
  for (const item of await readItems(work, itemIds)) {
    const set = Object.fromEntries(Object.entries(item).filter(([name]) => travelling.has(name)));
    work.changes.record({
      scopes: [meetingScope(meetingId)],
      entity: 'AgendaItem',
      entityId: item['id'] as string,
      verb,
      fields: { set },
    });
  }
  if (fields.some((field) => TOLD.has(field))) await noticesOfMeetings().tell(work, meetingId, 'AGENDA');
}

export function recordRemoved(work: Work, meetingId: string, itemId: string, verb: 'removed' | 'dropped'): void {
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'AgendaItem',
    entityId: itemId,
    verb,
    fields: { outOf: inItems(meetingId) },
  });
}

/**
 * Numbers the agenda 1, 2, 3 … in the given order.
 * @returns the items whose place changed
 */
export async function renumber(work: Work, orderedIds: readonly string[]): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `with placed as (
       update agenda_item i set position = o.n
       from unnest($1::uuid[]) with ordinality o(id, n) where i.id = o.id and i.position <> o.n returning i.id
     ) select id from placed`,
    [orderedIds],
  );
  return rows.map((row) => row.id);
}

/** The agenda's items in order, with their states. */
export function itemsInOrder(
  work: Work,
  meetingId: string,
): Promise<{ id: string; state: string; planned_min: number; step_key: string | null }[]> {
  return work.query(
    'select id, state, planned_min, step_key from agenda_item where meeting_id = $1 order by position, id',
    [meetingId],
  );
}
