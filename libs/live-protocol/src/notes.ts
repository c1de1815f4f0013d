import { fromBase64, toBase64 } from 'lib0/buffer';

/** The only shared type at a note's root; an update that names another is refused. */
export const NOTE_ROOT = 'note';

/** Bytes in one update. A client that has more to send sends it in several. */
export const LARGEST_UPDATE = 200_000;
/** Structs in one update: what a person types, pastes or undoes at once. */
export const MOST_STRUCTS = 20_000;

export type NoteRefused =
  /** It cannot be read within its limits, or holds what a note may not. */
  | 'UPDATE_REFUSED'
  /** It would write in a colleague's name, or leave a hole in one's own. */
  | 'CLIENT_REFUSED'
  /** This client id is somebody else's in this note: take another. */
  | 'CLIENT_TAKEN'
  | 'NOTE_FULL';

/** One stored update: its number in the note, dense from 1, and its bytes as Yjs V1. */
export interface NoteUpdate {
  version: number;
  bytes: Uint8Array;
}

/**
 * Updates as they travel: number and bytes, the bytes as base64 in the message's own text. Beside it they would be a frame of
 * their own to everybody in the room, which costs more than the third that the text is longer.
 */
export type PackedUpdates = [version: number, text: string][];

export const packUpdates = (updates: readonly NoteUpdate[]): PackedUpdates =>
  updates.map(({ version, bytes }) => [version, toBase64(bytes)]);

export const unpackUpdates = (packed: PackedUpdates): NoteUpdate[] =>
  packed.map(([version, text]) => ({ version, bytes: fromBase64(text) }));

export interface OpenNote {
  /** An agenda item's id, or a meeting's. */
  noteId: string;
  /** The Yjs client id this tab wants to write under. */
  clientId: number;
  /** The last number this tab has without a hole; 0 when it has nothing. */
  have: number;
}

export type OpenNoteAnswer =
  { ok: true; version: number; updates: PackedUpdates; mayWrite: boolean } | { ok: false; refused: string };

export type StoreUpdateAnswer = { ok: true; version: number } | { ok: false; refused: string };

/** Where somebody's caret stands, as positions that survive others' writing. */
export interface NoteCaret {
  anchor: unknown;
  head: unknown;
}

export interface NoteClientEvents {
  'note:open': (request: OpenNote, answer: (answer: OpenNoteAnswer) => void) => void;
  'note:close': (request: { noteId: string }) => void;
  /** One update as base64. Acknowledged when it is stored. Sent again, it is stored once. */
  'note:write': (
    request: { noteId: string; clientId: number; bytes: string },
    answer: (answer: StoreUpdateAnswer) => void,
  ) => void;
  'note:caret': (request: { noteId: string; caret: NoteCaret | null }) => void;
}

export interface NoteServerEvents {
  'note:updates': (sent: { noteId: string; updates: PackedUpdates }) => void;
  'note:caret': (sent: {
    noteId: string;
    clientId: number;
    person: { id: string; displayName: string; initials: string };
    caret: NoteCaret | null;
  }) => void;
}
