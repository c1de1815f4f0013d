import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { build, drawn, today, write } from './generated-town.ts';
import { toAction, toMeeting, toSchool, toTeam } from './relations.ts';

const RUNS = 60;
let database: TestDatabase;
let admin: pg.Client;
let app: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'), 'pejling_relations', inject('template'));
  admin = new pg.Client({ connectionString: database.adminUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await admin.connect();
  await app.connect();
});
afterAll(async () => {
  await admin?.end();
  await app?.end();
  await database?.drop();
});

/** What SQL says, asked as the person themselves through the role that serves. */
async function asked(municipality: string, person: string, noun: 'team' | 'school' | 'meeting' | 'action', id: string) {
  const { rows } = await app.query<{ rel: number }>(
    `select set_config('app.municipality', $1, false), set_config('app.person', $2, false), 0 as rel`,
    [municipality, person],
  );
  expect(rows).toHaveLength(1);
  return (await app.query<{ rel: number }>(`select ${noun}_rel($1) as rel`, [id])).rows[0]!.rel;
}

describe('who somebody is to a team, a school, a meeting and an action', () => {
  it(`is the same by the rule and by the SQL, in ${RUNS} generated municipalities, and nothing to a stranger`, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (d) => {
        const town = build(d);
        await write(
          admin,
          town,
          d.meetings.map((one) => one.minutes),
        );
        for (const { id: person } of town.people) {
          for (const { id } of town.teams)
            expect(await asked(town.id, person, 'team', id), 'team').toBe(toTeam(town, id, person, today));
          for (const { id } of town.schools)
            expect(await asked(town.id, person, 'school', id), 'school').toBe(toSchool(town, id, person, today));
          for (const { id } of town.meetings)
            expect(await asked(town.id, person, 'meeting', id), 'meeting').toBe(toMeeting(town, id, person, today));
          for (const { id } of town.actions)
            expect(await asked(town.id, person, 'action', id), 'action').toBe(toAction(town, id, person, today));
        }
        const stranger = [randomUUID(), randomUUID()] as const;
        expect(await asked(...stranger, 'team', town.teams[0]!.id)).toBe(0);
        expect(await asked(...stranger, 'school', town.schools[0]!.id)).toBe(0);
        expect(await asked(...stranger, 'meeting', town.meetings[0]!.id)).toBe(0);
        expect(await asked(...stranger, 'action', town.actions[0]!.id)).toBe(0);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);
});
