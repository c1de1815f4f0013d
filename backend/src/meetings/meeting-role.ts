import type { MeetingRole } from '#domain/role.ts';
import { meetingScope } from '../platform/change-log.ts';
import { notFound } from '../platform/errors.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { AlreadySo } from './run-room.ts';

interface Participant {
  id: string;
  meeting_role: string | null;
  is_guest: boolean;
}

/**
 * Gives a role, in the caller's unit of work and with the meeting locked by it, or takes it from everybody (participantId null).
 * Whoever had it gets the other's role in exchange, so that a role is one person's at a time.
 * @param seenHolderId who the person saw holding it; left out where it doesn't matter
 * @returns how many were given or lost a role
 * @throws AlreadySo when it stands so, or another holds it than was seen; Refusal NOT_FOUND
 */
export async function giveMeetingRole(
  work: Work,
  meetingId: string,
  role: MeetingRole,
  participantId: string | null,
  seenHolderId?: string | null,
): Promise<number> {
  const people = await work.query<Participant>(
    'select id, meeting_role, is_guest from meeting_participant where meeting_id = $1 order by id for update',
    [meetingId],
  );
  const taker = people.find((one) => one.id === participantId);
  if (participantId !== null && !taker) throw notFound();
  const holders = people.filter((one) => one.meeting_role === role);
  if (seenHolderId !== undefined) {
    if (taker?.is_guest) throw notFound();
    const seen = seenHolderId === null ? holders.length === 0 : holders.some((one) => one.id === seenHolderId);
    if (!seen || taker?.meeting_role === role) throw new AlreadySo();
  }
  const others = holders.filter((one) => one.id !== participantId);
  for (const holder of others) await setRole(work, meetingId, holder.id, taker?.meeting_role ?? null);
  if (taker) await setRole(work, meetingId, taker.id, role);
  return others.length + (taker ? 1 : 0);
}

async function setRole(work: Work, meetingId: string, participantId: string, role: string | null): Promise<void> {
  await work.query('update meeting_participant set meeting_role = $2 where id = $1', [participantId, role]);
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'MeetingParticipant',
    entityId: participantId,
    verb: 'given a role',
    fields: { set: { meetingRole: role } },
  });
}
