import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemonstration, MAIN_SCHOOL, MAIN_TEAM } from '../../src/demonstration/build.ts';
import { idOf } from '../../src/demonstration/random.ts';
import { Rows, type Row, type Table } from '../../src/demonstration/write.ts';
import { Caller, startWorld, type World } from '../world.ts';
import { YearPlayer } from './play-year.ts';
import { builtRows, factsOf, writtenRows } from './year-facts.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const PASSWORD = 'en-lang-kode-2';
/** What a team's work stands on. */
const FRAME: readonly Table[] = [
  'municipality',
  'school_cluster',
  'school',
  'school_year',
  'person',
  'initiative',
  'marker_set',
  'guiding_marker',
  'marker_sign',
];

let world: World;
let built: Rows;
let team: Row;
const callers = new Map<unknown, Caller>();

beforeAll(async () => {
  world = await startWorld();
  built = buildDemonstration(NOW, 'nobody signs in with it');
  // Last school year's: whole, and over.
  team = built
    .of('team')
    .filter((one) => one.school_id === idOf(`school/${MAIN_SCHOOL}`) && one.name === MAIN_TEAM)
    .sort((a, b) => String(a.school_year).localeCompare(String(b.school_year)))[0]!;
  const rows = new Rows();
  for (const table of FRAME)
    for (const row of built.of(table))
      if ((row.municipality_id ?? row.id) === team.municipality_id) rows.add(table, row);
  rows.add('team', team);
  const members = built.of('team_membership').filter((one) => one.team_id === team.id);
  // They are the team's today too: the services ask the real clock.
  for (const member of members) rows.add('team_membership', { ...member, valid_to: null });
  const password = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  for (const member of members)
    rows.add('account', {
      id: randomUUID(),
      municipality_id: team.municipality_id,
      person_id: member.person_id,
      sign_in_name: String(member.person_id),
      password_hash: password,
      is_demonstration: true,
      created_at: NOW.toISOString(),
    });
  await rows.write(world.admin);
  for (const member of members) {
    const caller = new Caller(world.url);
    await caller.ask(
      'mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }',
      {
        name: member.person_id,
        password: PASSWORD,
      },
    );
    callers.set(member.person_id, caller);
  }
});
afterAll(() => world.stop());

describe("a team's school year in the demonstration", () => {
  it('is what the services make of it when the team plays it through', async () => {
    const rows = builtRows((table) => built.of(table), String(team.id));
    expect(rows('meeting').length).toBeGreaterThan(12);
    expect(rows('action').length).toBeGreaterThan(12);
    await new YearPlayer(rows, world, callers, String(team.id)).play();
    const played = factsOf(await writtenRows(world.admin, String(team.id)));
    const wanted = factsOf(rows);
    for (const part of Object.keys(wanted) as (keyof typeof wanted)[]) expect(played[part], part).toEqual(wanted[part]);
  }, 120_000);
});
