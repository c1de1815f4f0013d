export const DEMONSTRATION_PASSWORD = 'pejling-demo';

export type RoleLabel =
  | 'facilitator'
  | 'member'
  | 'coordinator'
  | 'coach'
  | 'leader'
  | 'consultant'
  | 'head-of-schools'
  | 'administrator'
  | 'reader'
  | 'dpo'
  | 'guest'
  | 'other-school'
  | 'other-municipality'
  | 'other-leader';

export interface DemonstrationSignIn {
  signInName: string;
  displayName: string;
  /** Named on the sign-in page by this key. */
  role: RoleLabel;
  schoolName: string | null;
}

const MAIN = 'Søbakkeskolen';
const OTHER = 'Havnsø Skole';

/** One person for each role, in the order the sign-in page offers them. All have the same password. */
export const DEMONSTRATION_SIGN_INS: readonly DemonstrationSignIn[] = [
  { signInName: 'anne', displayName: 'Anne Kjær', role: 'facilitator', schoolName: MAIN },
  { signInName: 'mads', displayName: 'Mads Juhl', role: 'member', schoolName: MAIN },
  { signInName: 'trine', displayName: 'Trine Skov', role: 'member', schoolName: MAIN },
  { signInName: 'lone', displayName: 'Lone Nygaard', role: 'coordinator', schoolName: MAIN },
  { signInName: 'birgitte', displayName: 'Birgitte Dam', role: 'leader', schoolName: MAIN },
  { signInName: 'helle', displayName: 'Helle Ravn', role: 'coach', schoolName: MAIN },
  { signInName: 'kirsten', displayName: 'Kirsten Holm', role: 'consultant', schoolName: null },
  { signInName: 'jens', displayName: 'Jens Overgaard', role: 'head-of-schools', schoolName: null },
  { signInName: 'asta', displayName: 'Asta Riis', role: 'administrator', schoolName: null },
  { signInName: 'poul', displayName: 'Poul Munk', role: 'reader', schoolName: null },
  { signInName: 'dorthe', displayName: 'Dorthe Vinter', role: 'dpo', schoolName: null },
  { signInName: 'gitte', displayName: 'Gitte Holst', role: 'guest', schoolName: null },
  { signInName: 'jonas', displayName: 'Jonas Thygesen', role: 'other-school', schoolName: 'Aabrinkens Skole' },
  { signInName: 'other', displayName: 'Nis Aabo', role: 'other-municipality', schoolName: OTHER },
  { signInName: 'otherleader', displayName: 'Lis Nyborg', role: 'other-leader', schoolName: OTHER },
];
