/** What is known about a meeting when it is asked whether its minutes go to the school's leaders as they are approved. */
export interface SharingFacts {
  /** Whether somebody leads the team's school today; false for a team that belongs to no one school. */
  hasReceiver: boolean;
  /** What the team chose for this meeting; null while it has chosen nothing. */
  choice: boolean | null;
  /** Since when the school's agreement holds, ms since 1970; null while there is none. */
  agreedSince: number | null;
  /** Whether the meeting is still to begin. */
  isToCome: boolean;
  /** When it began, ms since 1970; null for one that has not, and for one that is over and never formally did. */
  begunAt: number | null;
}

/**
 * Where a meeting stands. CHOSEN and AGREED are shared at the approval: by the team's own choice, by the school's agreement. KEPT: the team
 * chose not to. BEGUN_BEFORE: there is an agreement, and it came after the meeting began. NOT_AGREED: there is none. NOBODY: no one would get it.
 */
export const SHARING_STANDINGS = ['CHOSEN', 'AGREED', 'KEPT', 'BEGUN_BEFORE', 'NOT_AGREED', 'NOBODY'] as const;
export type SharingStanding = (typeof SHARING_STANDINGS)[number];

/**
 * Whether a meeting's minutes are shared as they are approved, and by whose word (domain: a leader's copy of minutes). The team's choice
 * goes before the school's agreement, either way; the agreement counts only for meetings that begin after it was made, so that nothing
 * said in a meeting is shared by a rule that came later. When it began must be known for that.
 */
export function sharingStanding({
  hasReceiver,
  choice,
  agreedSince,
  isToCome,
  begunAt,
}: SharingFacts): SharingStanding {
  if (!hasReceiver) return 'NOBODY';
  if (choice !== null) return choice ? 'CHOSEN' : 'KEPT';
  if (agreedSince === null) return 'NOT_AGREED';
  if (isToCome) return 'AGREED';
  return begunAt !== null && begunAt > agreedSince ? 'AGREED' : 'BEGUN_BEFORE';
}

/** Whether minutes that stand so are shared as they are approved. */
export const isSharedAtApproval = (standing: SharingStanding): standing is 'CHOSEN' | 'AGREED' =>
  standing === 'CHOSEN' || standing === 'AGREED';
