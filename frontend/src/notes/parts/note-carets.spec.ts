import { Awareness } from 'y-protocols/awareness';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { showRests } from './caret-rests.ts';
import { RESTS_MS, shareCarets } from './note-carets.ts';
import type { NoteSocket } from './note-sync-options.ts';
import type { NoteSync } from './note-sync.ts';

const MADS = { id: '1', displayName: 'Mads Juhl', initials: 'MJ' };
const AT = { anchor: { n: 1 }, head: { n: 1 } };

let doc: Y.Doc;
let sync: NoteSync;
let sent: unknown[];
let hears: (caret: object) => void;
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  doc = new Y.Doc();
  sync = { doc, awareness: new Awareness(doc), whenOpened: () => () => undefined } as unknown as NoteSync;
  sent = [];
  const listeners = new Map<string, (caret: never) => void>();
  const socket = {
    connected: true,
    on: (event: string, listener: (caret: never) => void) => listeners.set(event, listener),
    off: () => undefined,
    emit: (_event: string, { caret }: { caret: unknown }) => sent.push(caret),
  } as unknown as NoteSocket;
  stop = shareCarets(sync, socket, 'note');
  hears = (caret) => listeners.get('note:caret')!({ noteId: 'note', clientId: 7, person: MADS, caret } as never);
});
afterEach(() => {
  stop();
  sync.awareness.destroy();
  vi.useRealTimers();
});

it('a caret whose person has not written for a minute fades, and is there again with a key', async () => {
  document.body.innerHTML = '<div><span data-caret="7"></span></div>';
  const place = document.body.firstElementChild as HTMLElement;
  const stopRests = showRests(place, sync);
  const rests = () => place.firstElementChild!.hasAttribute('data-rests');
  hears(AT);
  await vi.advanceTimersByTimeAsync(RESTS_MS - 1_000);
  expect(rests()).toBe(false);
  hears(AT);
  await vi.advanceTimersByTimeAsync(RESTS_MS - 1);
  expect(rests()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(rests()).toBe(true);
  hears(AT);
  expect(rests()).toBe(false);
  stopRests();
});

it('whoever writes on where the caret stands the same says so, not at every key', async () => {
  const types = () => doc.getText('t').insert(0, 'a');
  sync.awareness.setLocalStateField('cursor', AT);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual([AT]);
  for (let key = 0; key < 50; key += 1) {
    types();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(sent).toHaveLength(1);
  types();
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual([AT, AT]);
  // What others write is no key of one's own.
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  doc.transact(() => types(), 'server');
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toHaveLength(2);
});
