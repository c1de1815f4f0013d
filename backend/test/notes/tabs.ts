import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import * as Y from 'yjs';
import { NOTE_ROOT } from '#live-protocol/notes.ts';
import { NoteSync } from '../../../frontend/src/notes/parts/note-sync.ts';
import type { NoteSocket } from '../../../frontend/src/notes/parts/note-sync-options.ts';
import type { AsideEntry, Outbox, OutboxEntry } from '../../../frontend/src/notes/parts/outbox.ts';
import type { LiveSocket } from '../world.ts';
import { IDS } from '../small-world.ts';
import { cutLine } from '../live/cut-line.ts';
import { paragraph } from './writer.ts';

/** A device's outbox as the browser keeps it, without the browser: what is in it survives its tabs. */
export class Device implements Outbox {
  private entries: OutboxEntry[] = [];
  private spoilt: OutboxEntry[] = [];

  put(entry: Omit<OutboxEntry, 'key' | 'at'>): Promise<string> {
    const key = randomUUID();
    this.entries.push({ ...entry, key, at: Date.now() });
    return Promise.resolve(key);
  }

  of = (noteId: string): Promise<OutboxEntry[]> =>
    Promise.resolve(this.entries.filter((entry) => entry.noteId === noteId));

  notes = (): Promise<string[]> => Promise.resolve([...new Set(this.entries.map((entry) => entry.noteId))]);

  remove(keys: readonly string[]): Promise<void> {
    this.entries = this.entries.filter((entry) => !keys.includes(entry.key));
    return Promise.resolve();
  }

  isEmpty = (): Promise<boolean> => Promise.resolve(this.entries.length === 0);

  clear(): Promise<void> {
    this.entries = [];
    this.spoilt = [];
    return Promise.resolve();
  }

  setAside(keys: readonly string[]): Promise<void> {
    this.spoilt.push(...this.entries.filter(({ key }) => keys.includes(key)));
    return this.remove(keys);
  }

  aside = (): Promise<AsideEntry[]> => Promise.resolve(this.spoilt);

  whenAside = (): (() => void) => () => undefined;
}

/** A device that remembers which words the server has said are stored: those are taken out of it. */
export class WitnessedDevice extends Device {
  readonly acknowledged: string[] = [];
  private readonly words = new Map<string, string>();
  private next = '';

  /** What is put next is this word. */
  expect(word: string): void {
    this.next = word;
  }

  override async put(entry: Omit<OutboxEntry, 'key' | 'at'>): Promise<string> {
    const word = this.next;
    const key = await super.put(entry);
    this.words.set(key, word);
    return key;
  }

  override async remove(keys: readonly string[]): Promise<void> {
    this.acknowledged.push(...keys.flatMap((key) => this.words.get(key) ?? []));
    await super.remove(keys);
  }
}

/** A tab with one note open, as the page has it: the same code, on a socket and a device of its own. */
export class Tab {
  private sync: NoteSync;
  private readonly isWaiting = { now: false };

  constructor(
    readonly socket: LiveSocket,
    readonly device: Outbox,
    private readonly noteId: string,
  ) {
    this.sync = this.opened();
  }

  private opened(): NoteSync {
    return new NoteSync({
      socket: this.socket as unknown as NoteSocket,
      noteId: this.noteId,
      outbox: this.device,
      begin: () => {
        this.isWaiting.now = true;
        return () => (this.isWaiting.now = false);
      },
      reached: () => undefined,
    });
  }

  private get root(): Y.XmlFragment {
    return this.sync.doc.getXmlFragment(NOTE_ROOT);
  }

  type(word: string, place: number): void {
    this.root.insert(Math.floor(place * (this.root.length + 1)), [paragraph(word)]);
  }

  /** Goes on with a word that stands there, in the middle of it. */
  append(word: string, place: number): void {
    if (this.root.length === 0) return this.type(word, place);
    const block = this.root.get(Math.floor(place * this.root.length)) as Y.XmlElement;
    const text = block.get(0) as Y.XmlText | undefined;
    if (text) text.insert(Math.floor(place * (text.length + 1)), ` ${word} `);
    else block.insert(0, [new Y.XmlText(word)]);
  }

  /** The network goes for a moment; what was on its way is lost. */
  cut(): void {
    cutLine(this.socket);
  }

  /** The network goes, comes back, and goes again while the tab's next attempt is under way. */
  async cutOnTheWayIn(): Promise<void> {
    this.cut();
    const again = new Promise((resolve) => this.socket.io.once('reconnect_attempt', resolve));
    if (this.socket.io.engine.readyState !== 'opening') await again;
    await new Promise((resolve) => setImmediate(resolve));
    this.cut();
  }

  /** The tab is closed, with whatever it had not sent, and opened again. */
  reopen(): void {
    this.sync.close();
    this.sync = this.opened();
  }

  close(): void {
    this.sync.close();
    this.socket.disconnect();
  }

  get text(): string {
    return this.root.toString();
  }

  get isSettled(): boolean {
    const { isOpen, unsent, refused } = this.sync.snapshot();
    return isOpen && unsent === 0 && refused === null;
  }

  /** Words that only this device has. */
  get unsent(): number {
    return this.sync.snapshot().unsent;
  }

  get refused(): string | null {
    return this.sync.snapshot().refused;
  }
}

/** Adds an item to the meeting that is on, so that a history has a note of its own. @returns its id */
export async function newNote(admin: pg.Client): Promise<string> {
  const id = randomUUID();
  await admin.query(
    `insert into agenda_item (id, municipality_id, meeting_id, thread_id, position, title, kind, track, planned_min)
     select $1, municipality_id, meeting_id, thread_id, 1000, 'Endnu et punkt', 'DISCUSSION', 'DEVELOPMENT', 5 from agenda_item where id = $2`,
    [id, IDS.items[0]],
  );
  return id;
}
