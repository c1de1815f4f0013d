import { NoteSync } from './note-sync.ts';
import type { NoteSyncOptions } from './note-sync-options.ts';
import type { Outbox } from './outbox.ts';

const LOOK_AGAIN_MS = 50;

interface Kept {
  sync: NoteSync;
  /** How many places show it. */
  shown: number;
  stop: () => void;
}

/**
 * The notes this page has open. A note that nobody looks at any more is kept until its last word is stored; what a closed tab
 * left on the device is sent from whichever page opens next.
 */
export class NoteKeeper {
  private readonly kept = new Map<string, Kept>();

  private readonly watchers = new Set<() => void>();

  constructor(private readonly options: Omit<NoteSyncOptions, 'noteId' | 'renew'>) {}

  /** Sends what this device still holds. */
  async deliver(): Promise<void> {
    const notes = (await this.options.outbox?.notes().catch(() => [])) ?? [];
    for (const noteId of notes) this.leave(noteId, this.take(noteId));
  }

  /** The note, for as long as it is shown; `leave` it afterwards. */
  take(noteId: string): NoteSync {
    const known = this.kept.get(noteId);
    if (known) {
      known.shown += 1;
      this.tell();
      return known.sync;
    }
    const made = this.make(noteId, 1);
    this.tell();
    return made;
  }

  private make(noteId: string, shown: number): NoteSync {
    const sync: NoteSync = new NoteSync({ ...this.options, noteId, renew: () => this.renew(noteId, sync) });
    const stop = sync.watch(() => this.closeIfDone(noteId));
    this.kept.set(noteId, { sync, shown, stop });
    return sync;
  }

  /** The same note in a document that does not hold what was set aside. */
  private renew(noteId: string, sync: NoteSync): void {
    const known = this.kept.get(noteId);
    if (known?.sync !== sync) return;
    known.stop();
    sync.close();
    this.make(noteId, known.shown);
    this.tell();
  }

  leave(noteId: string, sync: NoteSync): void {
    const known = this.kept.get(noteId);
    if (known?.sync !== sync) return;
    known.shown -= 1;
    this.tell();
    this.closeIfDone(noteId);
  }

  /**
   * Whether this device holds words that the server does not. What is just on its way is waited for.
   * @param withinMs how long
   */
  async hasUnsent(withinMs = 1_500): Promise<boolean> {
    const end = Date.now() + withinMs;
    for (;;) {
      const isHere = [...this.kept.values()].some(({ sync }) => sync.snapshot().unsent > 0);
      const { outbox } = this.options;
      // What cannot be asked keeps nothing.
      if (!isHere && (!outbox || (await outbox.isEmpty().catch(() => true)))) return false;
      if (Date.now() >= end) return true;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** What this device keeps, where it keeps anything. */
  get outbox(): Outbox | null {
    return this.options.outbox;
  }

  /** Forgets what is unsent, here and on the device: its person has signed out. */
  async forget(): Promise<void> {
    this.close();
    await this.options.outbox?.clear().catch(() => undefined);
  }

  /** The page may be gone in a moment. */
  hurry = (): void => {
    for (const { sync } of this.kept.values()) sync.hurry();
  };

  watch = (listener: () => void): (() => void) => {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  };

  /** The note, where some place shows it. */
  shown(noteId: string): NoteSync | null {
    const known = this.kept.get(noteId);
    return known && known.shown > 0 ? known.sync : null;
  }

  close(): void {
    for (const { sync, stop } of this.kept.values()) {
      stop();
      sync.close();
    }
    this.kept.clear();
  }

  private closeIfDone(noteId: string): void {
    const known = this.kept.get(noteId);
    if (!known || known.shown > 0) return;
    const { isOpen, unsent, refused } = known.sync.snapshot();
    if (refused === null && (!isOpen || unsent > 0)) return;
    this.kept.delete(noteId);
    known.stop();
    // Told from within the note's own news: it closes when that is over.
    queueMicrotask(() => known.sync.close());
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}
