import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { shareCarets } from '../../../frontend/src/notes/parts/note-carets.ts';
import { NoteSync } from '../../../frontend/src/notes/parts/note-sync.ts';
import type { NoteSocket } from '../../../frontend/src/notes/parts/note-sync-options.ts';
import { Carets } from '../../src/notes/carets.ts';
import { startWorld, type LiveSocket, type PersonName, type World } from '../world.ts';
import { Device, newNote } from './tabs.ts';

const AT = { anchor: { n: 1 }, head: { n: 1 } };

let world: World;
let noteId: string;
beforeAll(async () => {
  world = await startWorld();
  noteId = await newNote(world.admin);
});
afterAll(() => world.stop());

/** Somebody's tab with the note open, the page's own code: where they write, and where they see the others. */
async function tab(name: PersonName) {
  const socket: LiveSocket = await world.connectLive(await world.signIn(name));
  const sync = new NoteSync({
    socket: socket as unknown as NoteSocket,
    noteId,
    outbox: new Device(),
    begin: () => () => undefined,
    reached: () => undefined,
  });
  const stop = shareCarets(sync, socket as unknown as NoteSocket, noteId);
  await expect.poll(() => sync.snapshot().isOpen).toBe(true);
  return {
    socket,
    stands: () => sync.awareness.setLocalStateField('cursor', AT),
    sees: () =>
      [...sync.awareness.states]
        .filter(([clientId]) => clientId !== sync.doc.clientID)
        .map(([, state]) => (state as { user: { name: string } }).user.name)
        .toSorted(),
    close: () => {
      stop();
      sync.close();
    },
  };
}

describe('carets in a note', () => {
  it('are seen by whoever opens it after they were put there', async () => {
    const anne = await tab('anne');
    anne.stands();
    const mads = await tab('mads');
    await expect.poll(mads.sees).toEqual(['Anne Kjær']);
    expect(anne.sees()).toEqual([]);
    anne.close();
    await expect.poll(mads.sees).toEqual([]);
    mads.close();
  });

  it('are there again after a cut, on both sides, though nobody moves', async () => {
    const anne = await tab('anne');
    const mads = await tab('mads');
    anne.stands();
    mads.stands();
    await expect.poll(() => [anne.sees(), mads.sees()]).toEqual([['Mads Juhl'], ['Anne Kjær']]);
    anne.socket.disconnect();
    await expect.poll(mads.sees).toEqual([]);
    anne.socket.connect();
    await expect.poll(() => [anne.sees(), mads.sees()]).toEqual([['Mads Juhl'], ['Anne Kjær']]);
    anne.close();
    mads.close();
  });

  it('stay when the connection of before is found dead only after the tab is back on another', async () => {
    const drops = vi.spyOn(world.app.get(Carets, { strict: false }), 'drop');
    const mads = await tab('mads');
    const caller = await world.signIn('anne');
    const clientId = 4_242;
    const onConnection = async () => {
      const socket = await world.connectLive(caller);
      expect(await socket.emitWithAck('note:open', { noteId, clientId, have: 0 })).toMatchObject({ ok: true });
      const told: unknown = await (socket as unknown as Socket).emitWithAck('note:caret', { noteId, caret: AT });
      expect(told).toMatchObject({ ok: true });
      return socket;
    };
    const dead = await onConnection();
    const alive = await onConnection();
    await expect.poll(mads.sees).toEqual(['Anne Kjær']);
    drops.mockClear();
    dead.disconnect();
    await expect.poll(() => drops.mock.calls.length).toBe(1);
    // What is sent after it is heard after it.
    const trine = await tab('trine');
    trine.stands();
    await expect.poll(mads.sees).toContain('Trine Skov');
    expect(mads.sees()).toEqual(['Anne Kjær', 'Trine Skov']);
    alive.disconnect();
    await expect.poll(mads.sees).toEqual(['Trine Skov']);
    for (const one of [mads, trine]) one.close();
  });

  it('of somebody who left while one was away are gone when one is back', async () => {
    const anne = await tab('anne');
    const mads = await tab('mads');
    mads.stands();
    await expect.poll(anne.sees).toEqual(['Mads Juhl']);
    anne.socket.disconnect();
    mads.close();
    anne.socket.connect();
    await expect.poll(anne.sees).toEqual([]);
    anne.close();
  });
});
