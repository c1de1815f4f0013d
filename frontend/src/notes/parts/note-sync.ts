import { Awareness } from 'y-protocols/awareness';
import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import {
  LARGEST_UPDATE,
  unpackUpdates,
  type NoteClientEvents,
  type NoteServerEvents,
  type OpenNoteAnswer,
  type PackedUpdates,
  type StoreUpdateAnswer,
} from '#live-protocol/notes.ts';
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

interface Unsent {
  bytes: Uint8Array;
  /** Its key in the outbox, when it is there. */
  key: Promise<string | null>;
}

export interface NoteSyncOptions {
  socket: NoteSocket;
  noteId: string;
  outbox: Outbox | null;
  /** Called when something waits to be stored; what it returns, when nothing does. */
  begin(): () => void;
  /** Told whether the server could store what was last sent; what could not goes again by itself. */
  reached(isStored: boolean): void;
}

const FROM_SERVER = 'server';
const FROM_OUTBOX = 'outbox';
const ANSWER_MS = 10_000;
const GAP_MS = 400;
const AGAIN_MS = 1_000;
/** Several keystrokes go together while an answer is waited for, up to what one message takes. */
const LARGEST_TOGETHER = LARGEST_UPDATE / 2;
/** It will pass by itself: the network, Postgres, a session that is renewed, too much at once. */
const AWAY = 'DATABASE_AWAY';
const PASSING = new Set([AWAY, 'SIGNED_OUT', 'TOO_FAST']);

/**
 * One note, kept the same here and at the server. What is written goes to the outbox and is sent at once; it is dropped from
 * there when the server has stored it. What others write is applied as it comes; a hole in the numbers is asked for.
 */
export class NoteSync {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  private status: NoteStatus = { isOpen: false, mayWrite: false, unsent: 0, refused: null };
  private have = 0;
  private readonly early = new Set<number>();
  private unsent: Unsent[] = [];
  private sending = false;
  private opening = false;
  private isAtServer = false;
  private closed = false;
  /** Counts the socket's connections, so that an answer from an earlier one is not taken for this one's. */
  private connection = 0;
  private ended: (() => void) | null = null;
  /** One at a time, so that nothing is taken up twice. */
  private takingUp: Promise<void> = Promise.resolve();
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly openings = new Set<() => void>();

  constructor(private readonly options: NoteSyncOptions) {
    const { socket } = options;
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== FROM_SERVER && origin !== FROM_OUTBOX) this.wrote(bytes);
    });
    socket.on('connect', this.connected);
    socket.on('note:updates', this.heard);
    void this.begin();
  }

  watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): NoteStatus => this.status;

  /** Calls each time that the server has opened the note for this tab: the first time, and after each reconnect. */
  whenOpened(listener: () => void): () => void {
    this.openings.add(listener);
    return () => this.openings.delete(listener);
  }

  /** Stops following. What isn't stored yet stays in the outbox, and is sent by whoever opens the note next. */
  close(): void {
    this.closed = true;
    clearTimeout(this.again);
    const { socket, noteId } = this.options;
    socket.off('connect', this.connected as never);
    socket.off('note:updates', this.heard as never);
    if (socket.connected) socket.emit('note:close', { noteId });
    this.ended?.();
    this.awareness.destroy();
    this.doc.destroy();
  }

  /** First what this device has kept, then the server. */
  private async begin(): Promise<void> {
    await this.takeUp();
    if (!this.closed) this.open();
  }

  /**
   * Makes what this device has kept of the note this tab's own to send. Another tab may send it too, and each word is still there
   * once; but a tab that was closed sends nothing.
   */
  private takeUp(): Promise<void> {
    this.takingUp = this.takingUp.then(() => this.takeUpNow());
    return this.takingUp;
  }

  private async takeUpNow(): Promise<void> {
    const kept = (await this.options.outbox?.of(this.options.noteId).catch(() => [])) ?? [];
    const mine = new Set(await Promise.all(this.unsent.map(({ key }) => key)));
    if (this.closed) return;
    for (const { key, bytes } of kept) {
      if (mine.has(key)) continue;
      Y.applyUpdate(this.doc, bytes, FROM_OUTBOX);
      this.unsent.push({ bytes, key: Promise.resolve(key) });
    }
    this.counted();
  }

  private readonly connected = (): void => {
    // What was asked on the old connection is never answered: both are asked anew.
    this.isAtServer = false;
    this.sending = false;
    this.opening = false;
    this.connection += 1;
    this.open();
    // Without a connection another tab of this browser may have written here, and been closed.
    void this.takeUp().then(() => this.send());
  };

  private open(): void {
    const { socket, noteId } = this.options;
    if (this.opening || this.closed || !socket.connected) return;
    this.opening = true;
    const { connection } = this;
    const late = setTimeout(() => {
      if (connection !== this.connection) return;
      this.opening = false;
      this.later(() => this.open());
    }, ANSWER_MS);
    socket.emit('note:open', { noteId, clientId: this.doc.clientID, have: this.have }, (answer) => {
      clearTimeout(late);
      if (connection !== this.connection) return;
      this.opening = false;
      this.opened(answer);
    });
  }

  private opened(answer: OpenNoteAnswer): void {
    if (this.closed) return;
    if (!answer.ok) {
      if (answer.refused === 'CLIENT_TAKEN' && this.unsent.length === 0) {
        this.doc.clientID = new Y.Doc().clientID;
        return this.open();
      }
      // A fault of ours in opening is tried again too: nothing of anybody's is on its way yet.
      if (PASSING.has(answer.refused) || answer.refused === 'FAULT') {
        if (answer.refused === AWAY) this.options.reached(false);
        return this.later(() => this.open());
      }
      return this.say({ mayWrite: false, refused: answer.refused });
    }
    this.apply(answer.updates);
    this.have = Math.max(this.have, answer.version);
    for (const number of this.early) if (number <= this.have) this.early.delete(number);
    this.isAtServer = true;
    this.options.reached(true);
    this.say({ isOpen: true, mayWrite: answer.mayWrite, refused: null });
    for (const listener of this.openings) listener();
    this.send();
  }

  private readonly heard = ({ noteId, updates }: Parameters<NoteServerEvents['note:updates']>[0]): void => {
    if (noteId !== this.options.noteId) return;
    this.apply(updates);
    for (const [number] of updates) this.reached(number);
  };

  private apply(updates: PackedUpdates): void {
    this.doc.transact(() => {
      for (const { bytes } of unpackUpdates(updates)) Y.applyUpdate(this.doc, bytes, FROM_SERVER);
    }, FROM_SERVER);
  }

  /** Notes a number as had; a hole that does not close by itself is asked for. */
  private reached(number: number): void {
    if (number <= this.have) return;
    this.early.add(number);
    while (this.early.delete(this.have + 1)) this.have += 1;
    if (this.early.size > 0) setTimeout(() => this.early.size > 0 && this.open(), GAP_MS);
  }

  private wrote(bytes: Uint8Array): void {
    const key = this.options.outbox
      ? this.options.outbox.put({ noteId: this.options.noteId, clientId: this.doc.clientID, bytes }).catch(() => null)
      : Promise.resolve(null);
    this.unsent.push({ bytes, key });
    this.counted();
    this.send();
  }

  /** One message at a time; what is written meanwhile goes together in the next. */
  private send(): void {
    const { socket, noteId } = this.options;
    if (this.sending || this.closed || !this.isAtServer || !socket.connected || this.unsent.length === 0) return;
    if (this.status.refused !== null) return;
    let size = 0;
    const together = this.unsent.filter(({ bytes }, n) => (size += bytes.byteLength) <= LARGEST_TOGETHER || n === 0);
    this.sending = true;
    const { connection } = this;
    let isAnswered = false;
    const done = (answer: StoreUpdateAnswer | null) => {
      if (isAnswered || this.closed || connection !== this.connection) return;
      isAnswered = true;
      clearTimeout(late);
      this.sending = false;
      this.stored(together, answer);
    };
    const late = setTimeout(() => done(null), ANSWER_MS);
    const bytes = together.length === 1 ? together[0]!.bytes : Y.mergeUpdates(together.map((one) => one.bytes));
    socket.emit('note:write', { noteId, clientId: this.doc.clientID, bytes: toBase64(bytes) }, done);
  }

  private stored(sent: readonly Unsent[], answer: StoreUpdateAnswer | null): void {
    if (answer?.ok) {
      this.options.reached(true);
      this.reached(answer.version);
      this.unsent = this.unsent.filter((one) => !sent.includes(one));
      void Promise.all(sent.map((one) => one.key)).then((keys) =>
        this.options.outbox?.remove(keys.filter((key) => key !== null)).catch(() => undefined),
      );
      this.counted();
      return this.send();
    }
    if (answer === null || PASSING.has(answer.refused)) {
      if (answer === null || answer.refused === AWAY) this.options.reached(false);
      return this.later(() => this.send());
    }
    // The words stay in the field to be read and copied; nothing more is sent from this tab.
    this.say({ mayWrite: false, refused: answer.refused });
  }

  private later(what: () => void): void {
    clearTimeout(this.again);
    this.again = setTimeout(what, AGAIN_MS);
  }

  private counted(): void {
    if (this.unsent.length > 0) this.ended ??= this.options.begin();
    else {
      this.ended?.();
      this.ended = null;
    }
    this.say({ unsent: this.unsent.length });
  }

  private say(news: Partial<NoteStatus>): void {
    const next = { ...this.status, ...news };
    if ((Object.keys(next) as (keyof NoteStatus)[]).every((field) => next[field] === this.status[field])) return;
    this.status = next;
    for (const listener of this.listeners) listener();
  }
}
