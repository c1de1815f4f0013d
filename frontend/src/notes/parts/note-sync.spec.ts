// @vitest-environment node
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOTE_ROOT, packUpdates, type OpenNoteAnswer, type StoreUpdateAnswer } from '#live-protocol/notes.ts';
import { NoteSync } from './note-sync.ts';
import type { NoteSocket } from './note-sync-options.ts';
import type { Outbox } from './outbox.ts';

const NOTE = 'note-1';
const AWAY = { ok: false, refused: 'TOO_FAST' } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a colleague wrote, a numbered update for each word. */
function colleague(...words: string[]): { version: number; bytes: Uint8Array }[] {
  const doc = new Y.Doc();
  const made: { version: number; bytes: Uint8Array }[] = [];
  doc.on('update', (bytes: Uint8Array) => made.push({ version: made.length + 1, bytes }));
  for (const word of words) doc.getXmlFragment(NOTE_ROOT).push([new Y.XmlText(word)]);
  return made;
}

/** A device that takes a while to say what it has kept, which is nothing. */
const slowDevice = {
  of: () => new Promise((resolve) => setTimeout(() => resolve([]), 50)),
  put: () => Promise.resolve('key'),
  remove: () => Promise.resolve(),
} as unknown as Outbox;

/** A tab on a line where the server's answers come when the test gives them. */
class Line {
  readonly opens: { have: number; answer(answer: OpenNoteAnswer): void }[] = [];
  readonly writes: ((answer: StoreUpdateAnswer) => void)[] = [];
  private readonly heard = new Map<string, (what?: unknown) => void>();
  readonly socket = {
    connected: true,
    on: (event: string, listener: (what?: unknown) => void) => this.heard.set(event, listener),
    off: () => undefined,
    emit: (event: string, request: { have: number }, answer: never) => {
      if (event === 'note:open') this.opens.push({ have: request.have, answer });
      if (event === 'note:write') this.writes.push(answer);
    },
  };
  readonly sync = new NoteSync({
    socket: this.socket as unknown as NoteSocket,
    noteId: NOTE,
    outbox: slowDevice,
    begin: () => () => undefined,
    reached: () => undefined,
  });

  tell(event: string, what?: unknown): void {
    this.heard.get(event)!(what);
  }

  /** Open, with what stands there. */
  async opened(version = 0): Promise<void> {
    await vi.advanceTimersByTimeAsync(100);
    this.opens.at(-1)!.answer({ ok: true, version, updates: [], mayWrite: true });
    await vi.advanceTimersByTimeAsync(0);
  }

  write(word: string): void {
    this.sync.doc.getXmlFragment(NOTE_ROOT).push([new Y.XmlText(word)]);
  }
}

describe('a note whose server asks it to wait', () => {
  it('asks again for what it lacks, also where its own writing is told to wait meanwhile', async () => {
    const line = new Line();
    await line.opened();
    line.write('mit');
    const [first, second] = colleague('deres', 'ord');
    // The second came and the first did not: the hole is asked for, and that is refused for now.
    line.tell('note:updates', { noteId: NOTE, updates: packUpdates([second!]) });
    await vi.advanceTimersByTimeAsync(500);
    expect(line.opens).toHaveLength(2);
    line.opens[1]!.answer(AWAY);
    line.writes[0]!(AWAY);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(line.opens).toHaveLength(3);
    expect(line.writes).toHaveLength(2);
    line.opens[2]!.answer({ ok: true, version: 2, updates: packUpdates([first!]), mayWrite: true });
    line.writes[1]!({ ok: true, version: 3 });
    await vi.advanceTimersByTimeAsync(0);
    const { length } = line.sync.doc.getXmlFragment(NOTE_ROOT);
    expect(length).toBe(['mit', 'deres', 'ord'].length);
    expect(line.sync.snapshot()).toMatchObject({ isOpen: true, unsent: 0, refused: null });
    line.sync.close();
  });
});

describe('a note whose connection comes back', () => {
  it('asks for what it lacks once, and sends what was not acknowledged', async () => {
    const line = new Line();
    await line.opened();
    line.write('ord');
    expect(line.writes).toHaveLength(1);
    line.tell('connect');
    line.opens[1]!.answer({ ok: true, version: 7, updates: [], mayWrite: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(line.opens).toHaveLength(2);
    expect(line.writes).toHaveLength(2);
    line.writes[1]!({ ok: true, version: 8 });
    expect(line.sync.snapshot()).toMatchObject({ isOpen: true, unsent: 0 });
    line.sync.close();
  });
});
