import type { Look, Occupant, Peopled, Standing } from './feed.ts';

/** Rooms as the SQL of `stand` takes them: `jsonb_to_recordset(...) as r(id uuid, sessions uuid[])`. */
export const asRecords = (rooms: readonly Peopled[]): string =>
  JSON.stringify(rooms.map(({ id, occupants }) => ({ id, sessions: sessionsOf(occupants) })));

export const sessionsOf = (occupants: readonly Occupant[]): string[] => [
  ...new Set(occupants.map(({ sessionId }) => sessionId)),
];

/** Who of a room is there by a session that stands, with their relation: as SQL's `jsonb_agg` gives them. */
export type Alive = { session: string; rel: number }[] | null;

/** What the rows of a `stand` say, by the same rule as a look. */
export function standings(
  rooms: readonly Peopled[],
  rows: readonly { id: string; version: number | null; alive: Alive }[],
  mayStay: (relation: number) => boolean,
): Standing[] {
  const occupants = new Map(rooms.map((room) => [room.id, room.occupants]));
  return rows.map(({ id, version, alive }) => {
    const { signedOut, shutOut } = outOf(occupants.get(id) ?? [], alive, mayStay);
    return { id, version: version ?? 0, isLeft: version === null || signedOut.size + shutOut.size > 0 };
  });
}

/** Splits a room's sockets by what their sessions and relations came to. */
export function outOf(
  occupants: readonly Occupant[],
  alive: Alive,
  mayStay: (relation: number) => boolean,
): Pick<Look<never>, 'signedOut' | 'shutOut'> {
  const relations = new Map((alive ?? []).map((one) => [one.session, one.rel]));
  const signedOut = new Set<string>();
  const shutOut = new Set<string>();
  for (const { socketId, sessionId } of occupants) {
    const relation = relations.get(sessionId);
    if (relation === undefined) signedOut.add(socketId);
    else if (!mayStay(relation)) shutOut.add(socketId);
  }
  return { signedOut, shutOut };
}
