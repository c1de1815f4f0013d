import type { Related } from '../access/guarded-schema.ts';
import { signedIn, type RequestContext } from '../access/request.ts';
import type { Database } from '../platform/database.ts';
import type { UnitOfWork } from '../platform/unit-of-work.ts';

/** A meeting as some statement brought it: alone, or with what hangs on it. */
export interface BroughtMeeting extends Related {
  id: string;
  [field: string]: unknown;
}

const loaded = new WeakMap<BroughtMeeting, Promise<Record<string, unknown>>>();

/**
 * What the statement brought, else asked for once for each meeting: so every shape of query is answered, and the screens' own
 * shapes cost one round trip. The row was already found for this viewer; its parts carry the same relation.
 */
export function broughtOrLoaded<T>(
  meeting: BroughtMeeting,
  field: string,
  context: RequestContext,
  { database, unitOfWork }: { database: Database; unitOfWork: UnitOfWork },
): T | Promise<T> {
  if (meeting[field] !== undefined) return meeting[field] as T;
  let lists = loaded.get(meeting);
  if (!lists) {
    lists = load(meeting, context, database, unitOfWork);
    loaded.set(meeting, lists);
  }
  return lists.then((found) => found[field] as T);
}

async function load(
  meeting: BroughtMeeting,
  context: RequestContext,
  database: Database,
  unitOfWork: UnitOfWork,
): Promise<Record<string, unknown>> {
  const actor = await signedIn(context, database);
  const [row] = await unitOfWork.read(actor, (query) =>
    query<{ lists: Record<string, unknown> }>(
      'select meeting_lists_json(m, meeting_rel(m.id)) as lists from meeting m where m.id = $1',
      [meeting.id],
    ),
  );
  return row?.lists ?? {};
}
