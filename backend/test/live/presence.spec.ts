import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Present } from '#live-protocol/events.ts';
import type { NoteServerEvents } from '#live-protocol/notes.ts';
import { readSettings } from '../../src/platform/config.ts';
import { Whisper } from '../../src/platform/whisper.ts';
import { createServer } from '../../src/server.ts';
import { START } from '../meetings/run-documents.ts';
import { CANCEL, OPEN, REVEAL, writingsSeenBy } from '../reflections/silent-documents.ts';
import { Caller, IDS, startWorld, type LiveSocket, type PersonName, type World } from '../world.ts';

const soon = <T>(check: () => T, timeout = 10_000): Promise<T> => vi.waitFor(check, { timeout, interval: 20 });

let world: World;
/** A second server on the same database. */
let second: NestFastifyApplication;
const cookies = new Map<PersonName, string>();
const replica = async (): Promise<NestFastifyApplication> => {
  const app = await createServer(
    readSettings({
      DATABASE_URL: world.database.appUrl,
      DATABASE_ADMIN_URL: world.database.adminUrl,
      DATABASE_POOL: '6',
      LOG_LEVEL: 'silent',
      PORT: '0',
      GRAPHQL_DOCUMENTS: 'any',
    }),
  );
  await app.listen(0, '127.0.0.1');
  return app;
};
beforeAll(async () => {
  world = await startWorld();
  second = await replica();
  for (const name of ['anne', 'mads', 'trine'] as const) cookies.set(name, (await world.signIn(name)).cookie);
  await (await caller('anne')).ask(START, { id: IDS.meeting });
});
afterAll(async () => {
  await second?.close();
  await world?.stop();
});

async function caller(name: PersonName, app: NestFastifyApplication = world.app): Promise<Caller> {
  const one = new Caller(await app.getUrl());
  one.cookie = cookies.get(name)!;
  return one;
}

const ask = (socket: LiveSocket, event: string, payload: object) =>
  (socket as unknown as Socket).timeout(10_000).emitWithAck(event, payload) as Promise<Record<string, unknown>>;

/** A device in the meeting's room, and what it has last been told of who is there. */
class Device {
  people: Present[] = [];
  /** Everything it was told of who writes. */
  readonly everWriting: string[] = [];
  readonly carets: Parameters<NoteServerEvents['note:caret']>[0][] = [];
  private constructor(readonly socket: LiveSocket) {
    socket.on('presence', ({ people }) => {
      this.people = people;
      this.everWriting.push(...people.filter((one) => one.writing).map((one) => one.initials));
    });
    socket.on('note:caret', (sent) => this.carets.push(sent));
  }

  static async of(name: PersonName, app?: NestFastifyApplication): Promise<Device> {
    const device = new Device(await world.connectLive(await caller(name, app)));
    const answer = await ask(device.socket, 'follow', { kind: 'MEETING', id: IDS.meeting, since: null });
    expect(answer).toMatchObject({ ok: true });
    return device;
  }

  say = (what: object) => ask(this.socket, 'presence:set', { meetingId: IDS.meeting, ...what });
  get initials(): string[] {
    return this.people.map((one) => one.initials);
  }
  get hands(): string[] {
    return this.people.filter((one) => one.handSince !== null).map((one) => one.initials);
  }
  get writing(): string[] {
    return this.people.filter((one) => one.writing).map((one) => one.initials);
  }
}

/** Ends each test's devices, and waits until the room is empty of them. */
async function away(...devices: Device[]): Promise<void> {
  const last = devices.pop()!;
  for (const device of devices) device.socket.disconnect();
  await soon(() => expect(last.people).toHaveLength(1));
  last.socket.disconnect();
}

describe('what a person says of themselves in a room', () => {
  it('is refused when it is no such thing, and too much of it is', async () => {
    const anne = await Device.of('anne');
    for (const nonsense of [{ hand: 'op' }, { itemId: 'x' }, { writing: 1 }, { meetingId: null }])
      expect(await anne.say(nonsense)).toEqual({ ok: false, refused: 'INPUT_REFUSED' });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => anne.say({ hand: n % 2 === 0 })));
    expect(answers.filter(({ ok }) => ok).length).toBeLessThan(30);
    expect(answers.at(-1)).toEqual({ ok: false, refused: 'TOO_FAST' });
    await away(anne);
  });

  it('is told to the room: the item, a hand with its turn, and a hand taken down from another device', async () => {
    const phone = await Device.of('anne');
    const laptop = await Device.of('anne');
    const mads = await Device.of('mads');
    await phone.say({ hand: true, itemId: IDS.items[1] });
    await mads.say({ hand: true });
    await soon(() => expect(mads.hands).toEqual(['AK', 'MJ']));
    const [first, then] = mads.people.map((one) => one.handSince!);
    expect(first).toBeLessThanOrEqual(then!);
    expect(mads.people[0]).toMatchObject({ itemId: IDS.items[1], writing: false });
    await laptop.say({ hand: false });
    await soon(() => expect(mads.hands).toEqual(['MJ']));
    await away(phone, laptop, mads);
  });

  it('ends when they leave: nobody comes back with the hand they had up', async () => {
    const mads = await Device.of('mads');
    const anne = await Device.of('anne');
    await anne.say({ hand: true });
    await soon(() => expect(mads.hands).toEqual(['AK']));
    anne.socket.disconnect();
    await soon(() => expect(mads.initials).toEqual(['MJ']));
    const again = await Device.of('anne');
    await soon(() => expect(mads.initials).toEqual(['MJ', 'AK']));
    expect(mads.hands).toEqual([]);
    await away(again, mads);
  });

  it('holds “skriver” for five seconds after the last key, and no longer', async () => {
    const anne = await Device.of('anne');
    const mads = await Device.of('mads');
    await anne.say({ writing: true });
    await soon(() => expect(mads.writing).toEqual(['AK']));
    await soon(() => expect(mads.writing).toEqual([]));
    await away(anne, mads);
  });
});

describe('while something is written silently', () => {
  it('nobody is told who writes, on any replica, from the moment it is opened until it is shown', async () => {
    const anne = await Device.of('anne');
    const mads = await Device.of('mads', second);
    const leader = await caller('anne');
    await mads.say({ writing: true });
    await soon(() => expect(anne.writing).toEqual(['MJ']));
    await leader.ask(OPEN, { item: IDS.items[2], question: 'Hvad så I?', minutes: null, names: false });
    await soon(() => expect([anne.writing, mads.writing]).toEqual([[], []]), 3_000);
    for (const device of [anne, mads]) device.everWriting.length = 0;
    expect(await mads.say({ writing: true, hand: true })).toEqual({ ok: true });
    expect(await anne.say({ writing: true, hand: true })).toEqual({ ok: true });
    // The hands came on the same way, so a word of who writes would have come too.
    await soon(() => {
      for (const device of [anne, mads]) expect(device.hands.toSorted()).toEqual(['AK', 'MJ']);
    });
    const writing = (await writingsSeenBy(leader, IDS.meeting)).at(-1)!;
    await leader.ask(CANCEL, { writing: writing.id }).catch(() => leader.ask(REVEAL, { writing: writing.id }));
    for (const device of [anne, mads]) expect(device.everWriting).toEqual([]);
    await mads.say({ writing: true });
    await soon(() => expect(anne.writing).toEqual(['MJ']));
    await away(mads, anne);
  });
});

describe('on several replicas', () => {
  it('everybody sees everybody, each once, with the hand where it was last moved', async () => {
    const anne = await Device.of('anne');
    const mads = await Device.of('mads', second);
    const annesPhone = await Device.of('anne', second);
    for (const device of [anne, mads]) await soon(() => expect(device.initials).toEqual(['AK', 'MJ']));
    await anne.say({ hand: true });
    await soon(() => expect(mads.hands).toEqual(['AK']));
    // It is hers on both devices: it stays up as she leaves with one, and is taken down with the other.
    anne.socket.disconnect();
    const trine = await Device.of('trine');
    await soon(() => expect(trine.hands).toEqual(['AK']));
    await annesPhone.say({ hand: false });
    for (const device of [mads, trine]) await soon(() => expect(device.hands).toEqual([]));
    annesPhone.socket.disconnect();
    for (const device of [mads, trine]) await soon(() => expect(device.initials).toEqual(['MJ', 'TS']));
    await away(mads, trine);
  });

  it('a caret is seen, and vanishes as its person does', async () => {
    const [noteId] = IDS.items;
    const anne = await Device.of('anne');
    const trine = await Device.of('trine');
    const mads = await Device.of('mads', second);
    for (const [n, device] of [anne, trine, mads].entries())
      expect(await ask(device.socket, 'note:open', { noteId, clientId: 700 + n, have: 0 })).toMatchObject({ ok: true });
    const caret = { anchor: { item: 1 }, head: { item: 1 } };
    await ask(mads.socket, 'note:caret', { noteId, caret });
    await ask(trine.socket, 'note:caret', { noteId, caret });
    const seen = (device: Device, clientId: number) =>
      device.carets.filter((sent) => sent.clientId === clientId).map((sent) => sent.caret);
    await soon(() => expect([seen(anne, 701), seen(anne, 702)]).toEqual([[caret], [caret]]));
    await soon(() => expect(seen(mads, 701)).toEqual([caret]));
    mads.socket.disconnect();
    trine.socket.disconnect();
    await soon(() =>
      expect([seen(anne, 701), seen(anne, 702)]).toEqual([
        [caret, null],
        [caret, null],
      ]),
    );
    await away(anne);
  });

  it('carets that stand still are seen through a replica that has just started, within a few seconds, and told of once', async () => {
    const [, noteId] = IDS.items;
    const opens = (device: Device, clientId: number) => ask(device.socket, 'note:open', { noteId, clientId, have: 0 });
    const anne = await Device.of('anne');
    const trine = await Device.of('trine', second);
    await opens(anne, 801);
    await opens(trine, 802);
    const caret = { anchor: { item: 2 }, head: { item: 2 } };
    await ask(anne.socket, 'note:caret', { noteId, caret });
    await ask(trine.socket, 'note:caret', { noteId, caret });
    const third = await replica();
    try {
      const mads = await Device.of('mads', third);
      await opens(mads, 803);
      const seen = (device: Device) =>
        device.carets.filter((sent) => sent.noteId === noteId).map(({ clientId }) => clientId);
      await soon(() => expect(seen(mads).toSorted()).toEqual([801, 802]), 6_000);
      // Told again at each beat: nobody is shown a move that was none.
      const restated = vi.spyOn(second.get(Whisper, { strict: false }), 'tell');
      await soon(() => expect(restated.mock.calls.some(([topic]) => topic === 'caret')).toBe(true));
      // What is said after it is heard after it.
      await trine.say({ hand: true });
      await soon(() => expect(mads.hands).toEqual(['TS']));
      expect(seen(mads)).toHaveLength(2);
      expect(seen(anne)).toEqual([802]);
      mads.socket.disconnect();
    } finally {
      await third.close();
    }
    await away(trine, anne);
  });
});
