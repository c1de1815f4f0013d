import type { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { Present } from '#live-protocol/events.ts';
import { LiveGateway } from '../../src/live/live.gateway.ts';
import type { LiveServer } from '../../src/live/live-rooms.ts';
import { SLOWEST_BUFFER, waitingFor } from '../../src/live/slow-client.ts';
import { START } from '../meetings/run-documents.ts';
import { Writer } from '../notes/writer.ts';
import { IDS, startWorld, type Caller, type LiveSocket, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await (await world.signIn('anne')).ask(START, { id: IDS.meeting });
});
afterAll(() => world.stop());

/** Far more than what is kept for one client and what lies in the network between: some 14 MB. */
const MOST_UPDATES = 90;
const ELEMENTS = 26;
/** How long a phone takes nothing; ten minutes in the full form. */
const SECONDS = Number(process.env['PEJLING_SLOW_SECONDS'] ?? 2);
/** The largest that is sent at once in these meetings; a client is cut when the next is to be sent. */
const ONE_MESSAGE = 250_000;

/** The most that lies in the server's memory for anybody who is connected, in bytes. */
function mostWaiting(): number {
  const { io } = world.app.get(LiveGateway, { strict: false }) as unknown as { io: LiveServer };
  return Math.max(0, ...[...io.sockets.sockets.values()].map(waitingFor));
}

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

interface Seated {
  caller: Caller;
  people: Present[];
  received: number[];
  writer: Writer;
}

/** Three in the meeting's room with a note open. */
async function sit(noteId: string): Promise<Seated[]> {
  const seated: Seated[] = [];
  for (const name of ['anne', 'mads', 'trine'] as const) {
    const caller = await world.signIn(name);
    const socket = await world.connectLive(caller);
    const one: Seated = { caller, people: [], received: [], writer: new Writer(socket, noteId) };
    socket.on('presence', ({ people }) => (one.people = people));
    socket.on('note:updates', ({ updates }) => one.received.push(...updates.map(([version]) => version)));
    seated.push(one);
  }
  for (const { writer } of seated) {
    expect(await follow(writer.socket)).toMatchObject({ ok: true });
    expect(await writer.open()).toMatchObject({ ok: true });
  }
  return seated;
}

describe('a client that reads nothing while the room is busy', () => {
  it('is cut, harms nobody, and has everything when it is back', { timeout: 60_000 }, async () => {
    const [anne, mads, trine] = await sit(IDS.items[0]);
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
      expect(mostWaiting()).toBeLessThan(SLOWEST_BUFFER + ONE_MESSAGE);
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

describe(`a phone that reads nothing for ${SECONDS} s of a meeting where two write all the time`, () => {
  it(
    'has never more waiting for it than is kept, costs the others nothing, and has all of it when it is back',
    {
      timeout: SECONDS * 1_000 + 60_000,
    },
    async () => {
      const [anne, mads, trine] = await sit(IDS.items[1]);
      const isThere = () => anne!.people.some(({ initials }) => initials === 'MJ');
      await vi.waitFor(() => expect(isThere()).toBe(true));
      const slow = mads!.writer.socket;
      // What answers no ping is cut after a while, and comes back; it reads nothing then either.
      const readsNothing = () => {
        follow(slow).catch(() => undefined);
        void mads!.writer.open();
        wire(slow).pause();
      };
      slow.on('connect', readsNothing);
      wire(slow).pause();
      // A sign at a time, as people write: a note takes so many in its life.
      const own = new Map<Seated, Y.XmlText>();
      const until = performance.now() + SECONDS * 1_000;
      let sent = 0;
      let most = 0;
      for (let n = 0; performance.now() < until; n += 1) {
        const by = n % 2 === 0 ? anne! : trine!;
        const bytes = by.writer.edit((root) => {
          if (!own.has(by)) {
            const line = new Y.XmlElement('paragraph');
            root.push([line]);
            own.set(by, new Y.XmlText());
            line.push([own.get(by)!]);
          }
          own.get(by)!.insert(own.get(by)!.length, 'ordene '[n % 7]!);
        });
        let answer = await by.writer.send(bytes);
        // Faster than anybody writes: it is sent again, as a page does, and nothing is lost by it.
        while (!answer.ok && answer.refused === 'TOO_FAST') answer = await by.writer.send(bytes);
        expect(answer).toMatchObject({ ok: true });
        sent += 1;
        most = Math.max(most, mostWaiting());
      }
      expect(sent).toBeGreaterThan(10);
      expect(most).toBeLessThan(SLOWEST_BUFFER + ONE_MESSAGE);
      for (const one of [anne!, trine!])
        await vi.waitFor(() =>
          expect(Y.encodeStateVector(one.writer.doc)).toEqual(Y.encodeStateVector(anne!.writer.doc)),
        );
      slow.off('connect', readsNothing);
      slow.disconnect();
      const back = new Promise<void>((resolve) => slow.once('connect', () => resolve()));
      slow.connect();
      await back;
      expect(await mads!.writer.open()).toMatchObject({ ok: true });
      await vi.waitFor(() => expect(mads!.writer.lines).toEqual(anne!.writer.lines), { timeout: 20_000 });
    },
  );
});
