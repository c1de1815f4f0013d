import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { IDS, PASSWORD, PEOPLE } from '../small-world.ts';
import { Caller } from '../world.ts';
import { ServerProcess } from './server-process.ts';

const KILLS = Number(process.env['PEJLING_KILLS'] ?? 10);
const WRITERS = 3;
const AMEND = 'mutation($id: ID!, $text: String!) { amendMinutes(meetingId: $id, text: $text) { id changes } }';

let database: TestDatabase;
let server: ServerProcess;
let audit: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'), `kill_${randomUUID().slice(0, 8)}`, inject('template'));
  audit = new pg.Client({ connectionString: database.adminUrl });
  await audit.connect();
  await audit.query(
    `insert into minutes (id, municipality_id, meeting_id, state, snapshot, fingerprint) values ('${IDS.meeting}', '${IDS.municipality}', '${IDS.meeting}', 'APPROVED', '{}', 'x');
     update meeting set state = 'CLOSED' where id = '${IDS.meeting}'`,
  );
  server = new ServerProcess(database);
  await server.start();
});
afterAll(async () => {
  await server?.stop();
  await audit?.end();
  await database?.drop();
});

/** What one writer was told is written. */
interface Acknowledged {
  text: string;
  version: number;
}

/** Writes one text after the other until the server is gone, and notes each that was acknowledged. */
async function write(
  caller: Caller,
  name: string,
  round: number,
  acknowledged: Acknowledged[],
  onEach: () => void,
): Promise<void> {
  for (let n = 0; ; n += 1) {
    const text = `${name} i runde ${round}, nr. ${n}`;
    try {
      const { amendMinutes } = await caller.ask(AMEND, { id: IDS.meeting, text });
      const home = amendMinutes.changes.find((change: { scopeKind: string }) => change.scopeKind === 'MEETING');
      acknowledged.push({ text, version: home.version });
      onEach();
    } catch {
      return;
    }
  }
}

describe(`a server killed ${KILLS} times during a stream of writes`, { timeout: KILLS * 24_000 }, () => {
  it('has lost nothing it acknowledged, and numbers its changes without a gap', async () => {
    expect(KILLS).toBeGreaterThanOrEqual(10);
    const acknowledged: Acknowledged[] = [];
    const lost: string[] = [];
    let callers: Caller[] | undefined;
    for (let round = 0; round < KILLS; round += 1) {
      if (round > 0) await server.start();
      callers ??= await Promise.all(
        (['anne', 'mads', 'trine'] as const).slice(0, WRITERS).map(async (name) => {
          const caller = new Caller(server.url);
          await caller.ask(
            'mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }',
            { name, password: PASSWORD },
          );
          return caller;
        }),
      );
      // Killed at a moment of the stream that differs from round to round, while every writer waits for an answer.
      const before = acknowledged.length;
      const killAfter = before + 3 + ((round * 7) % 11);
      let killed: Promise<void> | undefined;
      await Promise.all(
        callers.map((caller, n) =>
          write(caller, Object.keys(PEOPLE)[n]!, round, acknowledged, () => {
            if (acknowledged.length >= killAfter) killed ??= server.kill();
          }),
        ),
      );
      await killed;
      // Audited while the server lies dead, not only at the end.
      const { rows } = await audit.query<{ text: string }>('select text from minutes_amendment');
      const stored = new Set(rows.map((row) => row.text));
      lost.push(...acknowledged.filter(({ text }) => !stored.has(text)).map(({ text }) => text));
    }
    expect(lost).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 3);
    const { rows } = await audit.query<{ version: string }>(
      `select version from change where scope_kind = 'MEETING' and scope_id = $1 order by version`,
      [IDS.meeting],
    );
    expect(rows.map((row) => Number(row.version))).toEqual(rows.map((_, n) => n + 1));
    const versions = new Set(rows.map((row) => Number(row.version)));
    expect(acknowledged.filter(({ version }) => !versions.has(version))).toEqual([]);
  });
});
