import { answerForMaterials } from '../meetings/materials.ports.ts';
import { meetingScope } from '../platform/change-log.ts';
import type { Work } from '../platform/unit-of-work.ts';

answerForMaterials({ whenItemsMoved });

/** A hint, once, where there is material on the items' threads: who may have it is asked when it is fetched. */
async function whenItemsMoved(work: Work, meetingId: string, itemIds: readonly string[]): Promise<void> {
  const [material] = await work.query<{ id: string }>(
    `select x.id from agenda_item i
     cross join lateral (
       select o.id from agenda_item e join material o on o.item_id = e.id where e.thread_id = i.thread_id and o.meeting_id <> i.meeting_id
       union all select o.id from material o where o.item_id is null and o.thread_id = i.thread_id) x
     where i.id = any($1::uuid[]) order by x.id limit 1`,
    [itemIds],
  );
  if (!material) return;
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'Material',
    entityId: material.id,
    verb: 'followed',
    fields: { hint: true },
  });
}
