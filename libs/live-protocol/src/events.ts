import type { FollowedKind, LiveChange } from './change.ts';
import type { NoteClientEvents, NoteRefused, NoteServerEvents } from './notes.ts';
import type { ScreenClientEvents, ScreenServerEvents } from './screen.ts';

/** How a person is called on the screens of a room. */
export interface PresentPerson {
  id: string;
  displayName: string;
  initials: string;
}

/** Somebody in a meeting's room; a person's phone and laptop count once. */
export interface Present extends PresentPerson {
  /** The item on the screen they touched last. */
  itemId: string | null;
  /** When they raised their hand, in ms by the server's clock; null when it is down. */
  handSince: number | null;
  /** A key in the last five seconds. Nobody is while silent writing is open. */
  writing: boolean;
}

/** "Skriver" ends so long after the last key. */
export const WRITING_MS = 5_000;

export interface SetPresence {
  meetingId: string;
  itemId?: string | null | undefined;
  hand?: boolean | undefined;
  writing?: boolean | undefined;
}

export interface FollowRequest {
  kind: FollowedKind;
  id: string;
  /** The version the client has: it is sent what it lacks. Null when it holds nothing yet. */
  since: number | null;
}

/** Why an event was refused; the client has words for each. */
export type Refused =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'SIGNED_OUT'
  | 'INPUT_REFUSED'
  | 'STEP_NOT_POSSIBLE'
  | 'TOO_FAST'
  | 'DATABASE_AWAY'
  | 'FAULT'
  | NoteRefused;

export type FollowAnswer =
  | { ok: true; version: number; changes: LiveChange[]; serverTime: number }
  /** Too far behind: fetch the screen, then follow from its version. */
  | { ok: true; version: number; tooFarBehind: true; serverTime: number }
  | { ok: false; refused: Refused };

export interface ClientEvents extends NoteClientEvents, ScreenClientEvents {
  follow: (request: FollowRequest, answer: (answer: FollowAnswer) => void) => void;
  /** Says what a person does in a meeting's room that this socket is in. Told to the room, stored nowhere. */
  'presence:set': (
    request: SetPresence,
    answer?: (answer: { ok: true } | { ok: false; refused: Refused }) => void,
  ) => void;
  leave: (request: { kind: FollowedKind; id: string }) => void;
  /** Measures the clock offset: the server answers with its time in ms. */
  clock: (answer: (serverTime: number) => void) => void;
}

/** Why a socket is not let in. ANOTHER_PERSON: the page was loaded for somebody else than who is signed in now. */
export type SocketRefusal = 'SIGNED_OUT' | 'ANOTHER_PERSON' | 'DATABASE_AWAY';

export interface ServerEvents extends NoteServerEvents, ScreenServerEvents {
  /** In version order within a scope. */
  changes: (changes: LiveChange[]) => void;
  presence: (presence: { meetingId: string; people: Present[] }) => void;
  /** The session ended or the person may no longer be in this room. */
  gone: (what: { kind: string; id: string } | { session: true }) => void;
}

/** Bytes in one message from a client: a note's largest update as base64, and room to spare. */
export const LARGEST_MESSAGE = 300_000;
export const LIVE_PATH = '/live';
/** More missed changes than this are fetched as a whole screen. */
export const MOST_CAUGHT_UP = 500;
