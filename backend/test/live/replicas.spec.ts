import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { startRedis } from '../../../libs/workspace/redis.mjs';
import { buildNote } from '../../src/notes/note-document.ts';
import { ServerProcess } from '../durability/server-process.ts';
import { newNote, Tab, WitnessedDevice } from '../notes/tabs.ts';
import { IDS, PASSWORD } from '../small-world.ts';
import { Caller } from '../world.ts';
import { Balancer } from './balancer.ts';
import { fresh, Page } from './page.ts';

const NAMES = ['anne', 'mads', 'trine'] as const;
const DECIDE = 'mutation($item: ID!, $text: String!) { addDecision(itemId: $item, text: $text) { id } }';
/** Well under the five seconds in which a replica finds by itself what it was not told. */
const TOLD = { timeout: 2_500, interval: 10 };
const ON_AGAIN = { timeout: 5_000, interval: 10 };

const wires = [
  ['Postgres', () => Promise.resolve({ url: '', stop: () => Promise.resolve() })],
  ['Valkey or Redis', startRedis],
] as const;

describe.each(wires)('two replicas behind a proxy that tell each other by %s', (_wire, startWire) => {
  let wire: Pick<Awaited<ReturnType<typeof startRedis>>, 'url' | 'stop'>;
  let database: TestDatabase;
  let audit: pg.Client;
  let replicas: ServerProcess[];
  let balancer: Balancer;
  let callers: Caller[];
  let noteId: string;
  let tabs: Tab[];
  let devices: WitnessedDevice[];
  let pages: Page[];
  const written: string[] = [];

  beforeAll(async () => {
    wire = await startWire();
    database = await createTestDatabase(inject('postgres'), `rep_${randomUUID().slice(0, 8)}`, inject('template'));
    audit = new pg.Client({ connectionString: database.adminUrl });
    await audit.connect();
    replicas = [0, 1].map(() => new ServerProcess(database, 0, wire.url ? { REDIS_URL: wire.url } : {}));
    // One after the other: the first migrates.
    for (const replica of replicas) await replica.start();
    balancer = new Balancer(replicas);
    await balancer.start();
    callers = await Promise.all(
      NAMES.map(async (name) => {
        const caller = new Caller(balancer.url);
        await caller.ask(
          'mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }',
          { name, password: PASSWORD },
        );
        return caller;
      }),
    );
    await callers[0]!.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
    noteId = await newNote(audit);
    devices = NAMES.map(() => new WitnessedDevice());
    // Each on a line of their own: the proxy gives the first to one replica, the second to the other, the third to the first.
    tabs = [];
    pages = [];
    for (const [n, caller] of callers.entries()) {
      const socket = caller.live();
      await vi.waitFor(() => expect(socket.connected).toBe(true), { timeout: 10_000, interval: 5 });
      tabs.push(new Tab(socket, devices[n]!, noteId));
    }
    for (const caller of callers) {
      const page = new Page(caller);
      await page.open();
      pages.push(page);
      await vi.waitFor(() => expect(page.live.socket.connected).toBe(true), { timeout: 10_000, interval: 5 });
    }
    await settled();
  });
  afterAll(async () => {
    for (const tab of tabs ?? []) tab.close();
    for (const page of pages ?? []) page.close();
    await balancer?.stop();
    for (const replica of replicas ?? []) await replica.stop();
    await audit?.end();
    await database?.drop();
    await wire?.stop();
  });

  const settled = () =>
    vi.waitFor(() => expect(tabs.map((tab) => [tab.isSettled, tab.refused])).toEqual(tabs.map(() => [true, null])), {
      timeout: 20_000,
      interval: 20,
    });

  function writes(who: number): string {
    const word = `o${randomUUID().slice(0, 8)}`;
    written.push(word);
    devices[who]!.expect(word);
    tabs[who]!.type(word, 0.5);
    return word;
  }

  const seenBy = (who: number, word: string, within: { timeout: number; interval: number }) =>
    vi.waitFor(() => expect(tabs[who]!.text).toContain(word), within);

  it('have people on both, and carry what one writes and decides to the others before they would have looked', async () => {
    expect(Math.min(...balancer.given)).toBeGreaterThan(1);
    for (let round = 0; round < 6; round += 1) {
      const word = writes(round % 3);
      for (const other of [0, 1, 2]) await seenBy(other, word, TOLD);
      const text = `Beslutning ${round}`;
      await callers[round % 3]!.ask(DECIDE, { item: IDS.items[0], text });
      for (const page of pages)
        await vi.waitFor(
          () => expect(page.shown().decisions.map((one) => (one as unknown as { text: string }).text)).toContain(text),
          TOLD,
        );
    }
  });

  it.each([0, 1])(
    'lose replica %i in the middle of it, and the meeting goes on within five seconds with every word and decision',
    async (dying) => {
      const decided: string[] = [];
      let isDying = true;
      const deciding = callers.map(async (caller, n) => {
        for (let k = 0; isDying; k += 1) {
          const text = `Beslutning ${dying} ${n} ${k}`;
          // One that is not answered may or may not have been made: only what was acknowledged is promised.
          await caller.ask(DECIDE, { item: IDS.items[1], text }).then(
            () => decided.push(text),
            () => undefined,
          );
        }
      });
      await vi.waitFor(
        () => {
          for (const who of [0, 1, 2]) if (tabs[who]!.unsent < 3) writes(who);
          expect(decided.length).toBeGreaterThan(6);
        },
        { timeout: 10_000, interval: 1 },
      );
      await replicas[dying]!.kill();
      for (const who of [0, 1, 2]) {
        const word = writes(who);
        for (const other of [0, 1, 2]) await seenBy(other, word, ON_AGAIN);
      }
      isDying = false;
      await Promise.all(deciding);
      await settled();
      await vi.waitFor(() => expect(new Set(tabs.map((tab) => tab.text)).size).toBe(1), {
        timeout: 10_000,
        interval: 20,
      });
      const { rows } = await audit.query<{ bytes: Buffer }>(
        'select bytes from note_update where note_id = $1 order by number',
        [noteId],
      );
      const stored = buildNote(rows.map((row) => row.bytes)).text.match(/o[0-9a-f]{8}/g) ?? [];
      expect(stored.toSorted()).toEqual(written.toSorted());
      const now = await fresh(callers[0]!);
      const texts = new Set(now.decisions.map((one) => (one as unknown as { text: string }).text));
      expect(decided.filter((text) => !texts.has(text))).toEqual([]);
      for (const page of pages) await expect.poll(() => page.shown(), { timeout: 20_000, interval: 50 }).toEqual(now);
      await replicas[dying]!.start();
    },
  );
});
