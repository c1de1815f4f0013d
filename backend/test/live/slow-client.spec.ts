import type { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { Present } from '#live-protocol/events.ts';
import { START } from '../meetings/run-documents.ts';
import { Writer } from '../notes/writer.ts';
import { IDS, startWorld, type LiveSocket, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Far more than what is kept for one client and what lies in the network between: some 14 MB. */
const MOST_UPDATES = 90;
const ELEMENTS = 26;

const wire = (socket: LiveSocket): NetSocket =>
  (socket.io.engine.transport as unknown as { ws: { _socket: NetSocket } }).ws._socket;

const follow = (socket: LiveSocket) =>
  (socket as unknown as Socket)
    .timeout(10_000)
    .emitWithAck('follow', { kind: 'MEETING', id: IDS.meeting, since: null });

/** Some 160 kB of what an editor may write. */
function heavy(root: Y.XmlFragment): void {
  root.push(
    Array.from({ length: ELEMENTS }, () => {
      const heading = new Y.XmlElement('heading');
      heading.setAttribute('level', '€'.repeat(1_990));
      return heading;
    }),
  );
}

describe('a client that reads nothing while the room is busy', () => {
  it('is cut, harms nobody, and has everything when it is back', { timeout: 60_000 }, async () => {
    const [anne, mads, trine] = await Promise.all(
      (['anne', 'mads', 'trine'] as const).map(async (name) => ({
        caller: await world.signIn(name),
        people: [] as Present[],
        received: [] as number[],
        writer: undefined as unknown as Writer,
      })),
    );
    await anne!.caller.ask(START, { id: IDS.meeting });
    for (const one of [anne!, mads!, trine!]) {
      const socket = await world.connectLive(one.caller);
      one.writer = new Writer(socket, IDS.items[0]);
      socket.on('presence', ({ people }) => (one.people = people));
      socket.on('note:updates', ({ updates }) => one.received.push(...updates.map(([version]) => version)));
      expect(await follow(socket)).toMatchObject({ ok: true });
      expect(await one.writer.open()).toMatchObject({ ok: true });
    }
    const isThere = () => anne!.people.some(({ initials }) => initials === 'MJ');
    await vi.waitFor(() => expect(isThere()).toBe(true));

    const slow = mads!.writer.socket;
    wire(slow).pause();
    let sent = 0;
    while (isThere() && sent < MOST_UPDATES) {
      const answer = await anne!.writer.send(anne!.writer.edit(heavy));
      expect(answer).toMatchObject({ ok: true });
      sent += 1;
      // The others are sent each of them, slow client or not.
      await vi.waitFor(() => expect(trine!.received.length).toBe(sent), { timeout: 5_000, interval: 5 });
    }
    expect(isThere()).toBe(false);
    expect(trine!.received).toEqual(trine!.received.map((_, n) => trine!.received[0]! + n));

    const back = new Promise<void>((resolve) => slow.once('connect', () => resolve()));
    wire(slow).resume();
    await back;
    expect(await mads!.writer.open()).toMatchObject({ ok: true });
    await anne!.writer.write('Og så var vi alle med');
    await vi.waitFor(() => expect(mads!.writer.lines.at(-1)).toBe('Og så var vi alle med'), {
      timeout: 20_000,
    });
    expect(Y.encodeStateVector(mads!.writer.doc)).toEqual(Y.encodeStateVector(anne!.writer.doc));
  });
});
