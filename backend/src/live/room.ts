import type { FollowedKind, LiveChange } from '#live-protocol/change.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import type { UnitOfWork } from '../platform/unit-of-work.ts';

/** Nobody in particular: the person set in the context when a replica reads for a whole room. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A socket as the room sees it. */
export interface Occupant {
  socketId: string;
  sessionId: string;
  personId: string;
}

/** What one look at a room found. */
export interface Look {
  version: number;
  changes: LiveChange[];
  /** Sockets whose session is over. */
  signedOut: Set<string>;
  /** Sockets whose person may no longer be here. */
  shutOut: Set<string>;
}

const RELATION: Record<FollowedKind, string> = {
  MEETING: 'meeting_rel($2, s.person_id)',
  TEAM: 'team_rel($2, s.person_id)',
  PERSON: 'case when s.person_id = $2 then 1 else 0 end',
};

const ABILITY: Record<Exclude<FollowedKind, 'PERSON'>, string> = { MEETING: 'live.meeting', TEAM: 'live.team' };

/** May somebody with these bits be in such a room? A person's room is for the person alone. */
export function mayFollow(kind: FollowedKind, relation: number): boolean {
  if (kind === 'PERSON') return relation === 1;
  return holds(abilityNamed(ABILITY[kind])!, relation);
}

/**
 * Reads in one statement what a room lacks after a version, and who in it may still be there. Asked anew before every
 * delivery, so that nothing is sent to somebody who has lost their access by then.
 * @param most more changes than this are left out; the reader sees by `version` that there were more
 */
export async function lookAt(
  unitOfWork: UnitOfWork,
  municipalityId: string,
  room: { kind: FollowedKind; id: string },
  since: number,
  most: number,
  occupants: Occupant[],
): Promise<Look> {
  const [row] = await unitOfWork.read(
    { municipalityId, personId: room.kind === 'PERSON' ? room.id : NOBODY },
    (query) =>
      query<{
        version: number;
        changes: LiveChange[];
        alive: { session: string; person: string; rel: number }[] | null;
      }>(
        `select scope_version($1, $2) as version, changes_since($1, $2, $3, $4) as changes,
        (select jsonb_agg(jsonb_build_object('session', s.session_id, 'person', s.person_id, 'rel', ${RELATION[room.kind]}))
         from door_sessions_alive($5) s) as alive`,
        [room.kind, room.id, since, most, [...new Set(occupants.map((occupant) => occupant.sessionId))]],
      ),
  );
  const relations = new Map((row!.alive ?? []).map((one) => [one.session, one.rel]));
  const signedOut = new Set<string>();
  const shutOut = new Set<string>();
  for (const { socketId, sessionId } of occupants) {
    const relation = relations.get(sessionId);
    if (relation === undefined) signedOut.add(socketId);
    else if (!mayFollow(room.kind, relation)) shutOut.add(socketId);
  }
  return { version: row!.version, changes: row!.changes, signedOut, shutOut };
}
