import type { NoteClientEvents, NoteServerEvents } from '#live-protocol/notes.ts';
import type { Outbox } from './outbox.ts';

/** The part of the page's socket that a note needs; tests hand in their own. */
export interface NoteSocket {
  connected: boolean;
  on<E extends keyof NoteServerEvents | 'connect'>(
    event: E,
    listener: E extends keyof NoteServerEvents ? NoteServerEvents[E] : () => void,
  ): unknown;
  off(event: string, listener: (...args: never[]) => void): unknown;
  emit<E extends keyof NoteClientEvents>(event: E, ...args: Parameters<NoteClientEvents[E]>): unknown;
}

/** Where a note is: what the screen says of it. */
export interface NoteStatus {
  /** Its words are there: from the server, or from this device. */
  isOpen: boolean;
  mayWrite: boolean;
  /** Words that only this device has. */
  unsent: number;
  /** Why this tab's words are no longer taken; they stay to be copied. */
  refused: string | null;
}

export interface NoteSyncOptions {
  socket: NoteSocket;
  noteId: string;
  outbox: Outbox | null;
  /** Called when something waits to be stored; what it returns, when nothing does. */
  begin(): () => void;
  /** Called when words wait that the device could not keep either; what it returns, when none do. */
  loose?(): () => void;
  /** Told whether the server could store what was last sent; what could not goes again by itself. */
  reached(isStored: boolean): void;
  /** Called when something was set aside that this document holds already: another is to be made without it. */
  renew?(): void;
}
