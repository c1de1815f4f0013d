// @vitest-environment node
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOTE_ROOT, type StoreUpdateAnswer } from '#live-protocol/notes.ts';
import { fromBase64 } from 'lib0/buffer';
import { NoteKeeper } from './note-keeper.ts';
import type { NoteSocket } from './note-sync-options.ts';
import { wordsIn } from './outbox-fit.ts';
import type { Outbox } from './outbox.ts';

const NOTE = 'note-1';
type Kept = { key: string; noteId: string; clientId: number; bytes: Uint8Array; at: number };

/** What somebody wrote in a tab that was closed, a piece for each word. */
function pieces(clientId: number, ...words: string[]): Kept[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const made: Kept[] = [];
  doc.on('update', (bytes: Uint8Array) =>
    made.push({ key: `${clientId}-${made.length + 1}`, noteId: NOTE, clientId, bytes, at: made.length }),
  );
  const text = new Y.XmlText();
  doc.getXmlFragment(NOTE_ROOT).insert(0, [text]);
  for (const word of words) text.insert(text.length, word);
  return made;
}

class Box implements Outbox {
  readonly spoilt: Kept[] = [];
  constructor(
    public kept: Kept[],
    private readonly isFull = false,
  ) {}
  put = ({ noteId, clientId, bytes }: Omit<Kept, 'key' | 'at'>) => {
    if (this.isFull) return Promise.reject(new DOMException('', 'QuotaExceededError'));
    const key = `new-${this.kept.length}`;
    this.kept.push({ key, noteId, clientId, bytes, at: 0 });
    return Promise.resolve(key);
  };
  of = (noteId: string) => Promise.resolve(this.kept.filter((one) => one.noteId === noteId));
  notes = () => Promise.resolve([...new Set(this.kept.map((one) => one.noteId))]);
  remove = (keys: readonly string[]) => {
    this.kept = this.kept.filter(({ key }) => !keys.includes(key));
    return Promise.resolve();
  };
  isEmpty = () => Promise.resolve(this.kept.length === 0);
  clear = () => Promise.resolve();
  setAside = (keys: readonly string[]) => {
    this.spoilt.push(...this.kept.filter(({ key }) => keys.includes(key)));
    return this.remove(keys);
  };
  aside = () => Promise.resolve(this.spoilt);
  whenAside = () => () => undefined;
}

/** A server with one note, which takes what goes on from what it has, and never what holds one of the refused words. */
class Server {
  readonly doc = new Y.Doc();
  asked = 0;
  constructor(private readonly refused: string = '-') {}

  readonly socket: NoteSocket = {
    connected: true,
    on: () => undefined,
    off: () => undefined,
    emit: (event: string, ...args: unknown[]) => {
      const answer = args[1] as ((answer: object) => void) | undefined;
      if (event === 'note:open') setTimeout(() => answer!({ ok: true, version: 0, updates: [], mayWrite: true }), 1);
      if (event === 'note:write')
        setTimeout(() => answer!(this.write(fromBase64((args[0] as { bytes: string }).bytes))), 1);
    },
  } as NoteSocket;

  private write(bytes: Uint8Array): StoreUpdateAnswer {
    this.asked += 1;
    if (wordsIn([{ bytes }]).includes(this.refused)) return { ok: false, refused: 'UPDATE_REFUSED' };
    for (const { id } of Y.decodeUpdate(bytes).structs)
      if (id.clock > Y.getState(this.doc.store, id.client) && !this.has(bytes, id.client))
        return { ok: false, refused: 'CLIENT_REFUSED' };
    Y.applyUpdate(this.doc, bytes);
    return { ok: true, version: this.asked };
  }

  private has(bytes: Uint8Array, client: number): boolean {
    const clocks = Y.decodeUpdate(bytes)
      .structs.filter(({ id }) => id.client === client)
      .map(({ id }) => id.clock);
    return Math.min(...clocks) <= Y.getState(this.doc.store, client);
  }

  get text(): string {
    return this.doc.getXmlFragment(NOTE_ROOT).toString();
  }
}

const loose = { now: 0 };
function keeperOf(server: Server, outbox: Outbox): NoteKeeper {
  return new NoteKeeper({
    socket: server.socket,
    outbox,
    begin: () => () => undefined,
    loose: () => {
      loose.now += 1;
      return () => (loose.now -= 1);
    },
    reached: () => undefined,
  });
}
const write = (doc: Y.Doc, word: string) => doc.getXmlFragment(NOTE_ROOT).insert(0, [new Y.XmlText(word)]);

beforeEach(() => {
  vi.useFakeTimers();
  loose.now = 0;
});
afterEach(() => vi.useRealTimers());

describe('what a device kept and was spoilt there', () => {
  it('does not keep the note from opening, nor the rest from being sent', async () => {
    const box = new Box([
      { ...pieces(5, 'halv')[0]!, key: 'half', bytes: new Uint8Array([1, 1, 5, 0]) },
      ...pieces(6, 'hel'),
    ]);
    const server = new Server();
    const keeper = keeperOf(server, box);
    const note = keeper.take(NOTE);
    await vi.advanceTimersByTimeAsync(50);
    expect(note.snapshot()).toEqual({ isOpen: true, mayWrite: true, unsent: 0, refused: null });
    expect(server.text).toBe('hel');
    expect(box.spoilt.map(({ key }) => key)).toEqual(['half']);
    expect(box.kept).toEqual([]);
    write(note.doc, 'ny ');
    await vi.advanceTimersByTimeAsync(50);
    expect(server.text).toBe('ny hel');
  });

  it('takes with it what leans on it, once it has been looked for; its words can be read', async () => {
    const [root, ...words] = pieces(5, 'først', 'mangler', ' efter', ' den');
    const box = new Box([root!, words[0]!, words[2]!, words[3]!, ...pieces(6, 'anden ')]);
    const server = new Server();
    const keeper = keeperOf(server, box);
    const note = keeper.take(NOTE);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(note.snapshot()).toMatchObject({ isOpen: true, mayWrite: true, unsent: 2 });
    expect(server.text).toContain('først');
    expect(server.text).toContain('anden');
    expect(box.spoilt).toEqual([]);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(note.snapshot()).toEqual({ isOpen: true, mayWrite: true, unsent: 0, refused: null });
    expect(wordsIn(box.spoilt)).toBe('efter den');
    expect(box.kept).toEqual([]);
  });

  it('is not set aside when what it lacks is only late', async () => {
    const [root, ...words] = pieces(5, 'først', ' sidst');
    const box = new Box([root!, words[1]!]);
    const server = new Server();
    const note = keeperOf(server, box).take(NOTE);
    await vi.advanceTimersByTimeAsync(3_000);
    // The other tab's own message: it comes to the server, and from there.
    Y.applyUpdate(server.doc, words[0]!.bytes);
    Y.applyUpdate(note.doc, words[0]!.bytes, 'server');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(box.spoilt).toEqual([]);
    expect(note.snapshot().unsent).toBe(0);
    expect(server.text).toBe('først sidst');
  });

  it('is found among many when the server will never take it, and is asked for no more', async () => {
    const box = new Box([...pieces(5, 'god', 'FORBUDT', ' følger'), ...pieces(6, 'anden ')]);
    const server = new Server('FORBUDT');
    const keeper = keeperOf(server, box);
    keeper.take(NOTE);
    await vi.advanceTimersByTimeAsync(2_000);
    const note = keeper.shown(NOTE)!;
    expect(note.snapshot()).toEqual({ isOpen: true, mayWrite: true, unsent: 0, refused: null });
    expect(server.text).toContain('god');
    expect(server.text).toContain('anden');
    expect(wordsIn(box.spoilt)).toBe('FORBUDT følger');
    expect(note.doc.getXmlFragment(NOTE_ROOT).toString()).not.toContain('FORBUDT');
    const { asked } = server;
    write(note.doc, 'ny ');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.text).toContain('ny');
    expect(server.asked).toBe(asked + 1);
  });

  it('stays in the field for whoever wrote it in this tab, to be copied, and is set aside by the next', async () => {
    const box = new Box([]);
    const server = new Server('FORBUDT');
    const first = keeperOf(server, box);
    const note = first.take(NOTE);
    await vi.advanceTimersByTimeAsync(50);
    write(note.doc, 'FORBUDT');
    await vi.advanceTimersByTimeAsync(50);
    expect(note.snapshot()).toMatchObject({ mayWrite: false, refused: 'UPDATE_REFUSED', unsent: 1 });
    first.close();
    const next = keeperOf(server, box);
    next.take(NOTE);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(next.shown(NOTE)!.snapshot()).toEqual({ isOpen: true, mayWrite: true, unsent: 0, refused: null });
    expect(wordsIn(box.spoilt)).toBe('FORBUDT');
  });

  it('is asked for once when a newer server refuses it for a reason that is not known, and stays on the device', async () => {
    const server = new Server();
    const box = new Box(pieces(5, 'kept'));
    const { emit } = server.socket;
    let asked = 0;
    server.socket.emit = ((event: string, ...args: unknown[]) => {
      if (event !== 'note:write') return emit(event as never, ...(args as never));
      asked += 1;
      return (args[1] as (answer: object) => void)({ ok: false, refused: 'HELT_NYT' });
    }) as never;
    const note = keeperOf(server, box).take(NOTE);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(note.snapshot()).toMatchObject({ mayWrite: false, refused: 'HELT_NYT', unsent: 2 });
    expect([asked, box.kept.length, box.spoilt.length]).toEqual([1, 2, 0]);
  });

  it('is said to be in this window alone while the device is full, until it is stored', async () => {
    const server = new Server();
    const note = keeperOf(server, new Box([], true)).take(NOTE);
    await vi.advanceTimersByTimeAsync(50);
    server.socket.connected = false;
    write(note.doc, 'ikke plads');
    await vi.advanceTimersByTimeAsync(50);
    expect([note.snapshot().unsent, loose.now]).toEqual([1, 1]);
    server.socket.connected = true;
    write(note.doc, 'mere ');
    await vi.advanceTimersByTimeAsync(50);
    expect([note.snapshot().unsent, loose.now]).toEqual([0, 0]);
    expect(server.text).toBe('mere ikke plads');
  });

  it('holds nothing up when the device does not answer', async () => {
    const box = new Box([]);
    box.of = () => new Promise(() => undefined);
    const note = keeperOf(new Server(), box).take(NOTE);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(note.snapshot()).toMatchObject({ isOpen: true, mayWrite: true });
  });
});

describe('a page that is closed', () => {
  it('sends all it has before it is gone, though an answer is still waited for', async () => {
    const server = new Server();
    const sent: string[] = [];
    const { emit } = server.socket;
    server.socket.emit = ((event: string, ...args: unknown[]) => {
      if (event !== 'note:write') return emit(event as never, ...(args as never));
      return sent.push(wordsIn([{ bytes: fromBase64((args[0] as { bytes: string }).bytes) }]));
    }) as never;
    const keeper = keeperOf(server, new Box([]));
    const note = keeper.take(NOTE);
    await vi.advanceTimersByTimeAsync(50);
    const text = new Y.XmlText('under vejs');
    note.doc.getXmlFragment(NOTE_ROOT).insert(0, [text]);
    text.insert(10, ', og lukket');
    expect(sent).toEqual(['under vejs']);
    keeper.hurry();
    expect(sent).toEqual(['under vejs', 'under vejs, og lukket']);
    note.close();
    keeper.hurry();
    expect(sent).toHaveLength(2);
  });
});

describe('what pieces say by themselves', () => {
  it('is read in the order it stood, without what was deleted again', () => {
    const doc = new Y.Doc();
    const made: { bytes: Uint8Array }[] = [];
    doc.on('update', (bytes: Uint8Array) => made.push({ bytes }));
    const text = new Y.XmlText();
    doc.getXmlFragment(NOTE_ROOT).insert(0, [text]);
    for (const sign of 'Ro dørn') text.insert(text.length, sign);
    text.insert(2, ' ved');
    text.delete(10, 1);
    text.insert(10, 'en');
    expect(wordsIn(made)).toBe('Ro ved døren');
    expect(wordsIn([...made, { bytes: new Uint8Array([9, 9, 9]) }])).toBe('Ro ved døren');
    expect(wordsIn([])).toBe('');
  });
});
