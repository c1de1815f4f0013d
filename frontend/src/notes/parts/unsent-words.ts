import * as Y from 'yjs';
import { LARGEST_UPDATE } from '#live-protocol/notes.ts';
import type { NoteSyncOptions } from './note-sync-options.ts';
import { fits, isReadable } from './outbox-fit.ts';

/** Marks what comes into a document from the device. */
export const FROM_OUTBOX = 'outbox';
/** Several keystrokes go together while an answer is waited for, up to what one message takes. */
const LARGEST_TOGETHER = LARGEST_UPDATE / 2;
/** What is lacking may be on its way from another tab, and a replica looks by itself every five seconds. */
export const LACKING_MS = 6_000;

export interface Unsent {
  bytes: Uint8Array;
  clientId: number;
  /** Its key in the outbox, when it is there. */
  key: Promise<string | null>;
  /** From the device: the document can be made without it. */
  isKept: boolean;
  /** The device could not keep it. */
  isLoose?: boolean;
  /** Nothing is lacking: it is in the document. */
  isIn?: boolean;
  /** Since when something is lacking that was written before it, in ms. */
  lacksSince?: number;
}

type Options = Pick<NoteSyncOptions, 'noteId' | 'outbox' | 'begin' | 'loose'>;

/** What a note has here that the server has not stored yet, in this tab and on the device. */
export class UnsentWords {
  private pieces: Unsent[] = [];
  private ended: (() => void) | null = null;
  private held: (() => void) | null = null;
  /** One at a time, so that nothing is taken up twice. */
  private takingUp: Promise<void> = Promise.resolve();
  private isClosed = false;
  /** A message was refused for one of several pieces: until it is found they go one by one. */
  private oneByOne = false;

  /** @param counted called when there are more or fewer */
  constructor(
    private readonly options: Options,
    private readonly doc: Y.Doc,
    private readonly counted: () => void,
  ) {}

  get count(): number {
    return this.pieces.length;
  }

  /** Whether some of this tab's own words are in this window alone. */
  get hasLoose(): boolean {
    return this.pieces.some(({ isLoose }) => isLoose);
  }

  wrote(bytes: Uint8Array): void {
    const { outbox, noteId } = this.options;
    const clientId = this.doc.clientID;
    const piece: Unsent = { bytes, clientId, key: Promise.resolve(null), isKept: false };
    if (outbox)
      piece.key = outbox.put({ noteId, clientId, bytes }).catch(() => {
        piece.isLoose = true;
        this.tell();
        return null;
      });
    this.pieces.push(piece);
    this.tell();
  }

  /**
   * Makes what this device has kept of the note this tab's own to send. Another tab may send it too, and each word is still there
   * once; but a tab that was closed sends nothing.
   */
  takeUp(): Promise<void> {
    this.takingUp = this.takingUp.then(() => this.takeUpNow());
    return this.takingUp;
  }

  private async takeUpNow(): Promise<void> {
    const { outbox, noteId } = this.options;
    const kept = (await outbox?.of(noteId).catch(() => [])) ?? [];
    const mine = new Set(await Promise.all(this.pieces.map(({ key }) => key)));
    if (this.isClosed) return;
    const spoilt: string[] = [];
    for (const { key, bytes, clientId } of kept) {
      if (mine.has(key)) continue;
      if (!isReadable({ bytes })) {
        spoilt.push(key);
        continue;
      }
      Y.applyUpdate(this.doc, bytes, FROM_OUTBOX);
      this.pieces.push({ bytes, clientId, key: Promise.resolve(key), isKept: true });
    }
    if (spoilt.length > 0) await outbox?.setAside(spoilt).catch(() => undefined);
    this.tell();
  }

  /** What goes in the next message. What lacks something that was written before it waits. */
  next(): Unsent[] {
    let size = 0;
    const ready = this.pieces.filter((piece) => this.isIn(piece));
    return ready.filter(
      ({ bytes }, n) => n === 0 || (!this.oneByOne && (size += bytes.byteLength) <= LARGEST_TOGETHER),
    );
  }

  /** All of this tab's own that one message takes, under way or not; for when there is no time to wait. */
  own(): Unsent[] {
    let size = 0;
    return this.pieces.filter(({ isKept, bytes }) => !isKept && (size += bytes.byteLength) <= LARGEST_TOGETHER);
  }

  stored(pieces: readonly Unsent[]): void {
    this.pieces = this.pieces.filter((one) => !pieces.includes(one));
    void Promise.all(pieces.map(({ key }) => key)).then((keys) =>
      this.options.outbox?.remove(keys.filter((key) => key !== null)).catch(() => undefined),
    );
    this.tell();
  }

  /**
   * Told that the server will never take one of these.
   * @returns whether the note goes on without it: `search` that the pieces are to be sent again, one by one; `without` that it
   *   was set aside with all that was written after it; null when it is this tab's own, which its document holds
   */
  async refused(pieces: readonly Unsent[]): Promise<'search' | 'without' | null> {
    if (pieces.length > 1) {
      this.oneByOne = true;
      return 'search';
    }
    const [spoilt] = pieces;
    this.oneByOne = false;
    if (!spoilt?.isKept) return null;
    const from = this.pieces.indexOf(spoilt);
    const after = this.pieces.slice(from).filter(({ isKept, clientId }) => isKept && clientId === spoilt.clientId);
    return (await this.setAside(after)) ? 'without' : null;
  }

  /**
   * Looks for what lacks something that was written before it; what has lacked it for long is set aside.
   * @param now in ms
   * @returns whether some is to be looked for again
   */
  async look(now: number): Promise<boolean> {
    const lacking = this.pieces.filter((piece) => !this.isIn(piece));
    const forLong = lacking.filter((piece) => now - (piece.lacksSince ??= now) >= LACKING_MS);
    if (forLong.length > 0) await this.setAside(forLong);
    return lacking.length > forLong.length;
  }

  close(): void {
    this.isClosed = true;
    this.ended?.();
    this.held?.();
  }

  private isIn(piece: Unsent): boolean {
    piece.isIn ||= !piece.isKept || fits(this.doc, piece);
    return piece.isIn;
  }

  private async setAside(pieces: readonly Unsent[]): Promise<boolean> {
    const keys = await Promise.all(pieces.map(({ key }) => key));
    try {
      await this.options.outbox?.setAside(keys.filter((key) => key !== null));
    } catch {
      return false;
    }
    this.pieces = this.pieces.filter((one) => !pieces.includes(one));
    if (!this.isClosed) this.tell();
    return true;
  }

  private tell(): void {
    if (this.isClosed) return;
    this.ended = told(this.pieces.length > 0, this.ended, this.options.begin);
    this.held = told(this.hasLoose, this.held, this.options.loose);
    this.counted();
  }
}

/** Tells once that something begins, and once that it has ended. */
function told(is: boolean, end: (() => void) | null, begin: (() => () => void) | undefined): (() => void) | null {
  if (is) return end ?? begin?.() ?? null;
  end?.();
  return null;
}
