import type { Related } from '../access/guarded-schema.ts';
import type { RequestContext } from '../access/request.ts';
import type { UnitOfWork } from '../platform/unit-of-work.ts';

/** A meeting as some statement brought it: alone, or with what hangs on it. */
export interface BroughtMeeting extends Related {
  id: string;
  [field: string]: unknown;
}

const loaded = new WeakMap<BroughtMeeting, Promise<Record<string, unknown>>>();

/**
 * A part of a meeting that the statement which brought the meeting did not bring: asked for once for each meeting, so that every
 * shape of query is answered. (What the statement brought is answered before this is called; the screens' own shapes cost one
 * round trip.) The row was already found for this viewer; its parts carry the same relation.
 */
export async function loadedPart<T>(
  meeting: BroughtMeeting,
  field: string,
  context: RequestContext,
  unitOfWork: UnitOfWork,
): Promise<T> {
  let parts = loaded.get(meeting);
  if (!parts) {
    parts = load(meeting, context, unitOfWork);
    loaded.set(meeting, parts);
  }
  return (await parts)[field] as T;
}

async function load(
  meeting: BroughtMeeting,
  context: RequestContext,
  unitOfWork: UnitOfWork,
): Promise<Record<string, unknown>> {
  const [row] = await unitOfWork.read(context, (query) =>
    query<{ lists: Record<string, unknown> }>(
      'select meeting_lists_json(m, meeting_rel(m.id)) as lists from meeting m where m.id = $1',
      [meeting.id],
    ),
  );
  return row?.lists ?? {};
}
