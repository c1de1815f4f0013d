import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareCarets } from '../../../frontend/src/notes/parts/note-carets.ts';
import { NoteSync, type NoteSocket } from '../../../frontend/src/notes/parts/note-sync.ts';
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
