/**
 * The viewers of visibility.csv, one bit each, in the table's order, and two bits that cells ask for beside them.
 * A row brings the sum of the bits that hold for who is looking (`_rel`), worked out in SQL where it is read, so that
 * a field's check is one AND.
 */
export const VIEWER_BITS = {
  author: 1,
  team_member: 2,
  team_coach: 4,
  meeting_guest: 8,
  other_team_same_school: 16,
  school_leader: 32,
  cluster_leader: 64,
  other_school_staff: 128,
  reader: 256,
  consultant: 512,
  administrator: 1024,
  dpo: 2048,
} as const;

export type Viewer = keyof typeof VIEWER_BITS;

/** Invited to the meeting, from CONVENED until its minutes are approved. */
export const ATTENDING = 4096;
/** Facilitator of the meeting, or the team's facilitator or coordinator. */
export const LEADS_MEETING = 8192;
/** What is looked at is shared at a level that reaches the viewer. */
export const SHARED = 16384;
/** Signed in to the municipality that the row belongs to, whoever it is. */
export const SIGNED_IN = 32768;
/** No person: the screen in the room, while a meeting is lent to it. */
export const ROOM_SCREEN = 65536;
