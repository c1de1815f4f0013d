import type { FollowedKind, LiveChange } from './change.ts';

/** Who is in a meeting's room; a person's phone and laptop count once. */
export interface PresentPerson {
  id: string;
  displayName: string;
  initials: string;
}

export interface FollowRequest {
  kind: FollowedKind;
  id: string;
  /** The version the client has: it is sent what it lacks. Null when it holds nothing yet. */
  since: number | null;
}

export type FollowAnswer =
  | { ok: true; version: number; changes: LiveChange[]; serverTime: number }
  /** Too far behind: fetch the screen, then follow from its version. */
  | { ok: true; version: number; tooFarBehind: true; serverTime: number }
  | { ok: false; refused: 'NOT_FOUND' | 'SIGNED_OUT' | 'INPUT_REFUSED' | 'DATABASE_AWAY' };

export interface ClientEvents {
  follow: (request: FollowRequest, answer: (answer: FollowAnswer) => void) => void;
  leave: (request: { kind: FollowedKind; id: string }) => void;
  /** Measures the clock offset: the server answers with its time in ms. */
  clock: (answer: (serverTime: number) => void) => void;
}

export interface ServerEvents {
  /** In version order within a scope. */
  changes: (changes: LiveChange[]) => void;
  presence: (presence: { meetingId: string; people: PresentPerson[] }) => void;
  /** The session ended or the person may no longer be in this room. */
  gone: (what: { kind: FollowedKind; id: string } | { session: true }) => void;
}

export const LIVE_PATH = '/live';
/** More missed changes than this are fetched as a whole screen. */
export const MOST_CAUGHT_UP = 500;
