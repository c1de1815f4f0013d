import { Awareness } from 'y-protocols/awareness';
import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import {
  unpackUpdates,
  type NoteServerEvents,
  type OpenNoteAnswer,
  type PackedUpdates,
  type StoreUpdateAnswer,
} from '#live-protocol/notes.ts';
import type { NoteStatus, NoteSyncOptions } from './note-sync-options.ts';
import { FROM_OUTBOX, LACKING_MS, UnsentWords, type Unsent } from './unsent-words.ts';

/** Marks what comes into a document from the server. */
export const FROM_SERVER = 'server';
const ANSWER_MS = 10_000;
const GAP_MS = 400;
const AGAIN_MS = 1_000;
/** It will pass by itself: the network, Postgres, a session that is renewed, too much at once. */
const AWAY = 'DATABASE_AWAY';
const PASSING = new Set([AWAY, 'SIGNED_OUT', 'TOO_FAST']);
/** What is sent is itself at fault: sent again it would be refused again. */
const SPOILT = new Set(['UPDATE_REFUSED', 'CLIENT_REFUSED', 'INPUT_REFUSED']);
/** A device that does not answer holds up nothing. */
const DEVICE_MS = 3_000;

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
  private readonly unsent: UnsentWords;
  private sending = false;
  private opening = false;
  private isAtServer = false;
  private closed = false;
  /** Counts the socket's connections, so that an answer from an earlier one is not taken for this one's. */
  private connection = 0;
  private readonly again: Partial<Record<'open' | 'send', ReturnType<typeof setTimeout>>> = {};
  private looking: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly openings = new Set<() => void>();

  constructor(private readonly options: NoteSyncOptions) {
    const { socket } = options;
    this.unsent = new UnsentWords(options, this.doc, () => this.say({ unsent: this.unsent.count }));
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
    clearTimeout(this.again.open);
    clearTimeout(this.again.send);
    clearTimeout(this.looking);
    const { socket, noteId } = this.options;
    socket.off('connect', this.connected as never);
    socket.off('note:updates', this.heard as never);
    if (socket.connected) socket.emit('note:close', { noteId });
    this.unsent.close();
    this.awareness.destroy();
    this.doc.destroy();
  }

  /**
   * The page may be gone in a moment: what is not stored yet is sent without waiting for an answer, with what is under way, so
   * that it is whole whichever comes first. What is stored twice is there once.
   */
  hurry(): void {
    const { socket } = this.options;
    if (this.closed || !this.isAtServer || !socket.connected || this.status.refused !== null) return;
    const own = this.unsent.own();
    if (own.length > 0) this.emit(own, () => undefined);
  }

  /** First what this device has kept, then the server: without a connection another tab of this browser may have written, and been closed. */
  private async begin(): Promise<void> {
    await Promise.race([this.takeUp(), new Promise((resolve) => setTimeout(resolve, DEVICE_MS))]);
    if (!this.isAtServer) this.open();
  }

  private async takeUp(): Promise<void> {
    await this.unsent.takeUp();
    if (!this.isAtServer || this.closed) return;
    this.send();
    this.look();
  }

  private readonly connected = (): void => {
    // What was asked on the old connection is never answered: both are asked anew.
    this.isAtServer = false;
    this.sending = false;
    this.opening = false;
    this.connection += 1;
    this.open();
    void this.takeUp();
  };

  private open(): void {
    const { socket, noteId } = this.options;
    if (this.opening || this.closed || !socket.connected) return;
    this.opening = true;
    const { connection } = this;
    const late = setTimeout(() => {
      if (connection !== this.connection) return;
      this.opening = false;
      this.later('open');
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
      if (answer.refused === 'CLIENT_TAKEN' && this.unsent.count === 0) {
        this.doc.clientID = new Y.Doc().clientID;
        return this.open();
      }
      // A fault of ours in opening is tried again too: nothing of anybody's is on its way yet.
      if (PASSING.has(answer.refused) || answer.refused === 'FAULT') {
        if (answer.refused === AWAY) this.options.reached(false);
        return this.later('open');
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
    this.look();
  }

  /** What lacks something that was written before it is looked for again, by opening anew. */
  private look(): void {
    void this.unsent.look(Date.now()).then((again) => {
      clearTimeout(this.looking);
      if (again && !this.closed) this.looking = setTimeout(() => this.open(), LACKING_MS);
    });
  }

  private readonly heard = ({ noteId, updates }: Parameters<NoteServerEvents['note:updates']>[0]): void => {
    if (noteId !== this.options.noteId) return;
    this.apply(updates);
    for (const [number] of updates) this.reached(number);
    // It may be what some of this device's words lacked.
    this.send();
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
    this.unsent.wrote(bytes);
    this.send();
  }

  /** One message at a time; what is written meanwhile goes together in the next. */
  private send(): void {
    const { socket } = this.options;
    if (this.sending || this.closed || !this.isAtServer || !socket.connected || this.unsent.count === 0) return;
    if (this.status.refused !== null) return;
    const together = this.unsent.next();
    if (together.length === 0) return;
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
    this.emit(together, done);
  }

  private emit(pieces: readonly Unsent[], done: (answer: StoreUpdateAnswer) => void): void {
    const { socket, noteId } = this.options;
    const bytes = pieces.length === 1 ? pieces[0]!.bytes : Y.mergeUpdates(pieces.map((one) => one.bytes));
    socket.emit('note:write', { noteId, clientId: this.doc.clientID, bytes: toBase64(bytes) }, done);
  }

  private stored(sent: readonly Unsent[], answer: StoreUpdateAnswer | null): void {
    if (answer?.ok) {
      this.options.reached(true);
      this.reached(answer.version);
      this.unsent.stored(sent);
      return this.send();
    }
    if (answer === null || PASSING.has(answer.refused)) {
      if (answer === null || answer.refused === AWAY) this.options.reached(false);
      return this.later('send');
    }
    if (SPOILT.has(answer.refused)) return void this.without(sent, answer.refused);
    // The words stay in the field to be read and copied; nothing more is sent from this tab.
    this.say({ mayWrite: false, refused: answer.refused });
  }

  /** What lies on a device may have been spoilt there: the note goes on without it. */
  private async without(sent: readonly Unsent[], refused: string): Promise<void> {
    const goesOn = await this.unsent.refused(sent);
    if (this.closed) return;
    if (goesOn === 'search') return this.send();
    // Another document would be without what is in this window alone.
    if (goesOn === 'without' && this.options.renew && !this.unsent.hasLoose) return this.options.renew();
    this.say({ mayWrite: false, refused });
  }

  /** Each waits for itself: a writing that is tried again puts off no opening. */
  private later(what: 'open' | 'send'): void {
    clearTimeout(this.again[what]);
    this.again[what] = setTimeout(() => this[what](), AGAIN_MS);
  }

  private say(news: Partial<NoteStatus>): void {
    const next = { ...this.status, ...news };
    if ((Object.keys(next) as (keyof NoteStatus)[]).every((field) => next[field] === this.status[field])) return;
    this.status = next;
    for (const listener of this.listeners) listener();
  }
}
