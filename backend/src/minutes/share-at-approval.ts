import { isSharedAtApproval, sharingStanding, type SharingStanding } from '#domain/sharing-agreement.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { giveCopy, tellLeaders } from './share-room.ts';

/** As `sharing_facts` tells them: times are UTC, receivers are ids. */
export interface KnownOfSharing {
  receivers: string[];
  choice: boolean | null;
  agreedSince: string | null;
  isToCome: boolean;
  begunAt: string | null;
}

/** Where a meeting stands, by the one rule. */
export const standingOf = ({ receivers, choice, agreedSince, isToCome, begunAt }: KnownOfSharing): SharingStanding =>
  sharingStanding({
    hasReceiver: receivers.length > 0,
    choice,
    agreedSince: ms(agreedSince),
    isToCome,
    begunAt: ms(begunAt),
  });

const ms = (at: string | null): number | null => (at === null ? null : Date.parse(at));

/**
 * Gives the leaders their copy as the minutes are approved, where the team or the school's agreement says so. The meeting's row must be
 * held, so that a choice made meanwhile is either in this or comes too late.
 * @returns what to write in the history; undefined when nothing was shared
 */
export async function shareAtApproval(work: Work, meetingId: string): Promise<string | undefined> {
  // A leader who is just ending the agreement is waited for, or waits.
  await work.query(
    `select from minutes_agreement a join team t on t.school_id = a.school_id join meeting m on m.team_id = t.id
     where m.id = $1 for share of a`,
    [meetingId],
  );
  const [row] = await work.query<{ known: KnownOfSharing; school: string | null; chooser: string | null }>(
    `select sharing_facts(m) as known, t.school_id as school, c.chosen_by as chooser
     from meeting m join team t on t.id = m.team_id left join minutes_share_choice c on c.meeting_id = m.id where m.id = $1`,
    [meetingId],
  );
  const { known, school, chooser } = row!;
  const standing = standingOf(known);
  if (!isSharedAtApproval(standing)) return undefined;
  const given = await giveCopy(work, meetingId, standing === 'CHOSEN' ? chooser : null);
  await tellLeaders(work, school, given);
  return standing === 'CHOSEN' ? 'shared as chosen' : 'shared by agreement';
}
