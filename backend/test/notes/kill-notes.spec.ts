import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { buildNote } from '../../src/notes/note-document.ts';
import { ServerProcess } from '../durability/server-process.ts';
import { IDS, PASSWORD } from '../small-world.ts';
import { Caller } from '../world.ts';
import { newNote, Tab, WitnessedDevice } from './tabs.ts';

const KILLS = Number(process.env['PEJLING_KILLS'] ?? 10);
const NAMES = ['anne', 'mads', 'trine'] as const;
const MOST_WAITING = 3;

let database: TestDatabase;
let server: ServerProcess;
let audit: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'), `kn_${randomUUID().slice(0, 8)}`, inject('template'));
  audit = new pg.Client({ connectionString: database.adminUrl });
  await audit.connect();
  server = new ServerProcess(database);
  await server.start();
});
afterAll(async () => {
  await server?.stop();
  await audit?.end();
  await database?.drop();
});

async function signedIn(name: string): Promise<Caller> {
  const caller = new Caller(server.url);
  await caller.ask('mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }', {
    name,
    password: PASSWORD,
  });
  return caller;
}

/** The words that lie in the database, read past the server. */
async function stored(noteId: string): Promise<string[]> {
  const { rows } = await audit.query<{ bytes: Buffer }>(
    'select bytes from note_update where note_id = $1 order by number',
    [noteId],
  );
  if (rows.length === 0) return [];
  return buildNote(rows.map((row) => row.bytes)).text.match(/o[0-9a-f]{8}/g) ?? [];
}

describe(`a server killed ${KILLS} times while three write a note`, () => {
  it(
    'has every word it said was stored, and in the end every word that was written, once',
    { timeout: KILLS * 20_000 },
    async () => {
      expect(KILLS).toBeGreaterThanOrEqual(10);
      const callers = await Promise.all(NAMES.map(signedIn));
      await callers[0]!.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
      const noteId = await newNote(audit);
      const devices = NAMES.map(() => new WitnessedDevice());
      const tabs = callers.map((caller, n) => new Tab(caller.live(), devices[n]!, noteId));
      const acknowledged = () => devices.flatMap((device) => device.acknowledged);
      const written: string[] = [];
      const lost: string[] = [];
      try {
        for (let round = 0; round < KILLS; round += 1) {
          if (round > 0) await server.start();
          const killAfter = acknowledged().length + 5 + ((round * 7) % 11);
          await vi.waitFor(
            () => {
              tabs.forEach((tab, n) => {
                if (tab.unsent >= MOST_WAITING) return;
                const word = `o${randomUUID().slice(0, 8)}`;
                written.push(word);
                devices[n]!.expect(word);
                tab.type(word, ((round + n) % 10) / 10);
              });
              expect(acknowledged().length).toBeGreaterThanOrEqual(killAfter);
            },
            { timeout: 15_000, interval: 1 },
          );
          await server.kill();
          // Audited while the server lies dead, not only at the end.
          const there = new Set(await stored(noteId));
          lost.push(...acknowledged().filter((word) => !there.has(word)));
        }
        expect(lost).toEqual([]);
        await server.start();
        await vi.waitFor(
          () => expect(tabs.map((tab) => [tab.isSettled, tab.refused])).toEqual(tabs.map(() => [true, null])),
          {
            timeout: 30_000,
            interval: 50,
          },
        );
        expect((await stored(noteId)).sort()).toEqual(written.toSorted());
        await vi.waitFor(() => expect(new Set(tabs.map((tab) => tab.text)).size).toBe(1), { timeout: 10_000 });
        // What was compacted went under the numbers it had: the last one is the note's own, and none is there twice.
        const { rows } = await audit.query<{ number: string; last: string }>(
          'select u.number, n.number as last from note n join note_update u on u.note_id = n.id where n.id = $1 order by u.number',
          [noteId],
        );
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
        expect(rows.at(-1)!.number).toBe(rows.at(-1)!.last);
      } finally {
        for (const tab of tabs) tab.close();
      }
    },
  );
});
