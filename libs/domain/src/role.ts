export const ROLES = [
  'MUNICIPAL_ADMIN',
  'MUNICIPAL_CONSULTANT',
  'SCHOOL_LEADER',
  'PLC_COACH',
  'READER',
  'DPO',
] as const;
export type Role = (typeof ROLES)[number];
export const TEAM_FUNCTIONS = ['MEMBER', 'COORDINATOR', 'FACILITATOR'] as const;
export type TeamFunction = (typeof TEAM_FUNCTIONS)[number];
export const MEETING_ROLES = [
  'FACILITATOR',
  'NOTE_TAKER',
  'TIMEKEEPER',
  'FOCUS_PERSON',
  'INTERVIEWER',
  'OBSERVER',
  'PRESENTER',
] as const;
export type MeetingRole = (typeof MEETING_ROLES)[number];
/** The roles that rotate from meeting to meeting. */
export const ROTATING_ROLES = ['FACILITATOR', 'NOTE_TAKER', 'TIMEKEEPER', 'FOCUS_PERSON'] as const;
export const TEAM_KINDS = [
  'KLASSETEAM',
  'AARGANGSTEAM',
  'AFDELINGSTEAM',
  'FAGTEAM',
  'RESSOURCETEAM',
  'IMPLEMENTERINGSTEAM',
  'LEDELSESTEAM',
  'NETVAERK',
] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];
export const GRADE_BANDS = ['INDSKOLING', 'MELLEMTRIN', 'UDSKOLING'] as const;
export type GradeBand = (typeof GRADE_BANDS)[number];
