import type { PersonName } from '../world.ts';

/**
 * Who may write, in the domain's words: the team; the team and whoever attends; those who lead. Nobody else, ever. The one with
 * the fewest rights comes first: that one does it.
 */
export const MAY = {
  team: ['mads', 'trine', 'anne'],
  room: ['gaest', 'mads', 'trine', 'anne'],
  /** Of the team, and was there: a guest is not asked to approve, nor is a colleague who was away (mads). */
  present: ['trine', 'anne'],
  leads: ['trine', 'anne'],
  administrator: ['admin'],
  leadsSchool: ['leder'],
  keepsSchool: ['leder', 'admin'],
  keepsMunicipality: ['konsulent', 'admin'],
} as const satisfies Record<string, readonly PersonName[]>;

/**
 * Asked without a session, or about the session or its person alone: their refusals stand in identity/sign-in.spec.ts,
 * projector/loan.spec.ts, notifications/reply.spec.ts and notifications/calendar-feed.spec.ts.
 */
export const OF_THE_SESSION = [
  'acceptInvitation',
  'makeCalendarFeed',
  'openScreen',
  'replyToMeeting',
  'revokeCalendarFeed',
  'signIn',
  'signOut',
  'staySignedIn',
];

export const WORDS = {
  team: 'anybody in the team',
  room: 'whoever is at the meeting',
  present: 'the team’s own who were there',
  leads: 'those who lead',
  administrator: 'the administrator',
  leadsSchool: 'the school’s own leader',
  keepsSchool: 'whoever keeps the school’s',
  keepsMunicipality: 'whoever keeps the municipality’s',
} as const;

export interface Probe {
  mutation: string;
  may: keyof typeof MAY;
  /** Everybody who may does it, not the first only. */
  each?: true;
  args: Record<string, unknown> | (() => Promise<Record<string, unknown>>);
}
