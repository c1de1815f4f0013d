import { toBase64 } from 'lib0/buffer';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NoteKeeper } from '../../../frontend/src/notes/parts/note-keeper.ts';
import type { NoteSocket } from '../../../frontend/src/notes/parts/note-sync-options.ts';
import { SIGNED_IN_ABILITY } from '../../src/access/policy.ts';
import { FollowDoor } from '../../src/live/follow.door.ts';
import { Pace } from '../../src/live/pace.ts';
import { unguardedDoors } from '../../src/live/socket-door.ts';
import { OpenNoteDoor, WriteNoteDoor } from '../../src/notes/note.doors.ts';
import { START } from '../meetings/run-documents.ts';
import { Device, newNote, Tab } from '../notes/tabs.ts';
import { paragraph, Writer } from '../notes/writer.ts';
import { IDS, startWorld, type LiveSocket, type PersonName, type World } from '../world.ts';
import { cutLine } from './cut-line.ts';
import { fresh, Page } from './page.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await (await world.signIn('anne')).ask(START, { id: IDS.meeting });
});
afterAll(() => world.stop());

interface Answer {
  ok: boolean;
  refused?: string;
}

const FOLLOW = { kind: 'MEETING', id: IDS.meeting, since: null };
const connected = async (name: PersonName) => world.connectLive(await world.signIn(name));
const ask = (socket: LiveSocket, event: string, payload: unknown) =>
  (socket as unknown as Socket).timeout(20_000).emitWithAck(event, payload) as Promise<Answer>;

/** So much at once that nobody could have meant it. */
const flood = (socket: LiveSocket, event: string, payload: unknown, times = 2_000) =>
  Promise.all(Array.from({ length: times }, () => ask(socket, event, payload)));

const allowed = (answers: readonly Answer[]) => answers.filter(({ ok }) => ok).length;
const refusals = (answers: readonly Answer[]) => new Set(answers.flatMap(({ refused }) => refused ?? []));

type Door = abstract new (...args: never[]) => { readonly pace: Pace };

const doorOf = (kind: Door) => world.app.get<{ pace: Pace }>(kind, { strict: false });

/** How often a door has said that it was too fast, from now on. */
function refusedBy(kind: Door): () => number {
  const allows = vi.spyOn(doorOf(kind).pace, 'allows');
  return () => allows.mock.results.filter(({ value }) => value === false).length;
}

/** Gives a door another pace for as long as a test takes: one that its page is much too fast for. */
async function paced(kind: Door, pace: Pace, test: (refused: () => number) => Promise<void>): Promise<void> {
  const door = doorOf(kind);
  const real = door.pace;
  door.pace = pace;
  try {
    await test(refusedBy(kind));
  } finally {
    door.pace = real;
  }
}

describe('a door of the socket without a pace', () => {
  it('stops the start, as one without an ability does', () => {
    const door = { event: 'new:event', ability: SIGNED_IN_ABILITY };
    expect(unguardedDoors([door as never])).toEqual(['socket event new:event (has no pace)']);
    expect(unguardedDoors([{ ...door, pace: { allows: () => true } } as never])).toHaveLength(1);
    expect(unguardedDoors([{ ...door, pace: new Pace(1, 1) }])).toEqual([]);
  });
});

describe('a socket that floods', () => {
  it('is refused, whatever it sends, and others in the room are served meanwhile', { timeout: 60_000 }, async () => {
    const [anne, trine, mads] = await Promise.all((['anne', 'trine', 'mads'] as const).map(connected));
    const writers = [new Writer(anne!, IDS.items[0]), new Writer(trine!, IDS.items[0])];
    const hostile = new Writer(mads!, IDS.items[1]);
    for (const one of [...writers, hostile]) expect(await one.open()).toMatchObject({ ok: true });
    const bytes = toBase64(hostile.edit((root) => root.push([paragraph('Igen og igen')])));
    const write = { noteId: hostile.noteId, clientId: hostile.doc.clientID, bytes };
    const open = { noteId: hostile.noteId, clientId: hostile.doc.clientID, have: 0 };
    const started = Date.now();
    const floods = Promise.all([
      flood(mads!, 'follow', FOLLOW),
      flood(mads!, 'note:write', write),
      flood(mads!, 'note:open', open),
      flood(mads!, 'leave', { kind: 'TEAM', id: IDS.teamA1 }),
      flood(mads!, 'note:caret', { noteId: hostile.noteId, caret: null }),
      flood(mads!, 'follow', { not: 'a request' }),
    ]);
    expect(await ask(anne!, 'follow', FOLLOW)).toMatchObject({ ok: true });
    expect(await writers[0]!.write('Mens det vælter ind')).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(writers[1]!.lines).toContain('Mens det vælter ind'), { timeout: 5_000 });
    const [follows, writes, opens, leaves, carets, nonsense] = await floods;
    const seconds = (Date.now() - started) / 1_000;
    for (const [answers, atOnce, perSecond] of [
      [follows, 100, 20],
      [writes, 200, 60],
      [opens, 100, 20],
      [leaves, 200, 50],
      [carets, 60, 20],
    ] as const) {
      expect(allowed(answers)).toBeGreaterThanOrEqual(atOnce);
      expect(allowed(answers)).toBeLessThanOrEqual(atOnce + perSecond * seconds + 1);
      expect(refusals(answers)).toEqual(new Set(['TOO_FAST']));
    }
    expect(refusals(nonsense)).toContain('TOO_FAST');
    expect(mads!.connected).toBe(true);
  });

  it('is told the time so many times and no more', async () => {
    const mads = (await connected('mads')) as unknown as Socket;
    let told = 0;
    for (let n = 0; n < 500; n += 1) mads.emit('clock', () => (told += 1));
    // What is asked after them is answered after them.
    expect(await mads.emitWithAck('follow', FOLLOW)).toMatchObject({ ok: true });
    expect(told).toBeGreaterThanOrEqual(20);
    expect(told).toBeLessThan(50);
  });

  it('is let in again when it has been quiet for a moment', async () => {
    const mads = await connected('mads');
    await paced(FollowDoor, new Pace(2, 50), async () => {
      expect(refusals(await flood(mads, 'follow', FOLLOW, 20))).toEqual(new Set(['TOO_FAST']));
      await expect.poll(() => ask(mads, 'follow', FOLLOW), { interval: 30 }).toMatchObject({ ok: true });
    });
  });
});

describe('a person who is too fast', () => {
  it(
    'loses nothing of an outbox that holds more than is taken at once: all of it is stored, each word once',
    { timeout: 90_000 },
    async () => {
      const device = new Device();
      const notes: string[] = [];
      const words: string[] = [];
      // Written without a connection, in more notes than may be opened at once.
      const away = { connected: false, on: () => undefined, off: () => undefined, emit: () => undefined };
      const begin = () => () => undefined;
      const offline = new NoteKeeper({ socket: away, outbox: device, begin, reached: () => undefined });
      for (let n = 0; n < 130; n += 1) {
        const noteId = await newNote(world.admin);
        notes.push(noteId);
        const sync = offline.take(noteId);
        for (const word of [`først${n}`, `så${n}`, `sidst${n}`]) {
          words.push(word);
          sync.doc.getXmlFragment('note').push([paragraph(word)]);
        }
      }
      await expect.poll(() => device.notes()).toHaveLength(130);
      offline.close();

      const reached: boolean[] = [];
      const refused = refusedBy(OpenNoteDoor);
      const socket = (await connected('anne')) as unknown as NoteSocket;
      const back = new NoteKeeper({ socket, outbox: device, begin, reached: (isStored) => reached.push(isStored) });
      await back.deliver();
      await expect.poll(() => device.isEmpty(), { timeout: 60_000, interval: 100 }).toBe(true);
      expect(await back.hasUnsent(0)).toBe(false);
      expect(refused()).toBeGreaterThan(0);
      // Nobody is told that there is no connection where there is one.
      expect(reached).not.toContain(false);
      const readers = await connected('trine');
      const read: string[] = [];
      for (const noteId of notes) {
        const reader = new Writer(readers, noteId);
        await expect.poll(() => reader.open(), { timeout: 5_000 }).toMatchObject({ ok: true });
        read.push(...reader.lines);
      }
      expect(read).toEqual(words);
    },
  );

  it('has each word stored once when they write faster than is taken, and goes on', { timeout: 60_000 }, async () => {
    const noteId = await newNote(world.admin);
    const [anne, trine] = await Promise.all(
      (['anne', 'trine'] as const).map(async (name) => new Tab(await connected(name), new Device(), noteId)),
    );
    await expect.poll(() => anne!.isSettled && trine!.isSettled).toBe(true);
    const words = Array.from({ length: 60 }, (_, n) => `ord${n}`);
    const type = async (from: number, to: number) => {
      for (const word of words.slice(from, to)) {
        anne!.type(word, 0.999);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await paced(WriteNoteDoor, new Pace(1, 4), async (refused) => {
      await type(0, 20);
      await expect.poll(refused, { interval: 5 }).toBeGreaterThan(0);
      // And then the connection breaks, and the note cannot be opened at once either.
      await paced(OpenNoteDoor, new Pace(0, 0), async (refusedToOpen) => {
        anne!.cut();
        await type(20, 40);
        await expect.poll(refusedToOpen, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0);
      });
      await type(40, 60);
      await expect
        .poll(() => [anne!.isSettled, anne!.refused, trine!.text === anne!.text], { timeout: 30_000, interval: 50 })
        .toEqual([true, null, true]);
    });
    for (const word of words) expect(trine!.text.split(`>${word}<`)).toHaveLength(2);
    anne!.close();
    trine!.close();
  });

  it('follows what their page shows a moment later, and misses nothing of it', { timeout: 60_000 }, async () => {
    const anne = await world.signIn('anne');
    const mads = await world.signIn('mads');
    const decide = (text: string) =>
      mads.ask('mutation($item: ID!, $text: String!) { addDecision(itemId: $item, text: $text) { id } }', {
        item: IDS.items[0],
        text,
      });
    const page = new Page(anne);
    await page.open();
    // Its first asking has been answered: it is the one after the cut that is refused.
    await decide('Mens siden fulgte med');
    const first = await fresh(anne);
    await expect.poll(() => page.shown(), { timeout: 10_000, interval: 50 }).toEqual(first);
    await paced(FollowDoor, new Pace(0, 1), async (refused) => {
      cutLine(page.live.socket);
      await expect.poll(refused, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0);
      await decide('Mens siden ikke fulgte med');
    });
    const expected = await fresh(anne);
    await expect.poll(() => page.shown(), { timeout: 10_000, interval: 50 }).toEqual(expected);
    page.close();
  });
});
