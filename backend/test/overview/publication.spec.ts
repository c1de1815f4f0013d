import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MonthlyPublication } from '../../src/overview/monthly-publication.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

/** Bøgeskolen gets six teams, Ceder Skole three: with Askeskolen's two they are a cluster of twelve (Bøgeskolen had one). */
const TEAMS = [IDS.schoolB, IDS.schoolB, IDS.schoolB, IDS.schoolB, IDS.schoolB, IDS.schoolB];
const SMALL = [IDS.schoolC, IDS.schoolC, IDS.schoolC];
const teamId = (n: number) => `00000000-0000-7000-8000-0000000009${String(n).padStart(2, '0')}`;
const actionId = (n: number) => `00000000-0000-7000-8000-0000000008${String(n).padStart(2, '0')}`;
const at = (day: string) => Date.parse(`${day}T09:00:00Z`);

let world: World;
let konsulent: Caller;
const TABLES = `query($day: String) { municipalityOverview(publishedOn: $day) { publishedOn publications
  groups { kind name gradeBand cells { markerId begun kept adjusted stopped } } } }`;
const tables = async (day: string | null = null) => (await konsulent.ask(TABLES, { day }))['municipalityOverview'];
const job = () => world.app.get(MonthlyPublication);
const rowsOf = async (day: string) =>
  (await world.admin.query('select * from published_cell where published_on = $1 order by 4, 5, 6, 7', [day])).rows;

beforeAll(async () => {
  world = await startWorld();
  konsulent = await world.signIn('konsulent');
  await world.admin.query(
    `insert into school_year (municipality_id, key, starts_on, ends_on) values ($1, '2026-2027', '2026-08-01', '2027-07-31') on conflict do nothing`,
    [IDS.municipality],
  );
  for (const [n, school] of [...TEAMS, ...SMALL].entries())
    await world.admin.query(
      `insert into team (id, municipality_id, school_id, name, kind, school_year, grade_band) values ($1, $2, $3, $4, 'AARGANGSTEAM', '2026-2027', 'MELLEMTRIN')`,
      [teamId(n), IDS.municipality, school, `${n}. årgang`],
    );
  // Five of Bøgeskolen's teams begin something under the first marker in October, and the first of them again.
  for (const [n, team] of [0, 1, 2, 3, 4, 0].entries()) await begun(n, team, '2026-10-14T10:00:00Z');
});
afterAll(() => world.stop());

async function begun(n: number, team: number, when: string): Promise<void> {
  await world.admin.query(
    `insert into action (id, municipality_id, team_id, kind, title, state, created_by, created_at, agreed_at, begun_at, expected_signs)
     values ($1, $2, $3, 'TRIAL', 'Fælles start', 'IN_PROGRESS', $4, $5, $5, $5, '{Ro}')`,
    [actionId(n), IDS.municipality, teamId(team), PEOPLE.bodil.id, when],
  );
  await world.admin.query(`insert into action_marker (municipality_id, action_id, marker_id) values ($1, $2, $3)`, [
    IDS.municipality,
    actionId(n),
    IDS.markers[0],
  ]);
}

describe("the month's tables", () => {
  it('are not made before the first Monday of the month', async () => {
    expect(await job().round(at('2026-11-01'))).toEqual([]);
    expect((await tables()).publishedOn).toBeNull();
  });

  it('are made once, of what had happened when that Monday began, also when the server was away on it', async () => {
    await begun(20, 5, '2026-11-02T08:00:00Z');
    const rounds = await Promise.all([job().round(at('2026-11-05')), job().round(at('2026-11-05'))]);
    expect(rounds.flat()).toEqual([IDS.municipality]);
    expect(await job().round(at('2026-11-20'))).toEqual([]);
    const made = await tables();
    expect(made).toMatchObject({ publishedOn: '2026-11-02', publications: ['2026-11-02'] });
    const school = made.groups.find((group: any) => group.kind === 'SCHOOL');
    // Seven teams, five of which had begun: within three of all.
    expect(school).toMatchObject({ name: 'Bøgeskolen' });
    expect(school.cells.find((cell: any) => cell.markerId === IDS.markers[0])).toMatchObject({
      begun: 'MOST',
      kept: 'TOO_FEW',
    });
    expect(school.cells).toHaveLength(IDS.markers.length);
  });

  it('show no school under five teams on its own, but count it in its cluster and in the municipality', async () => {
    const { groups } = await tables();
    expect(groups.filter((group: any) => group.kind === 'SCHOOL')).toHaveLength(1);
    expect(groups.map((group: any) => `${group.kind} ${group.gradeBand}`).sort()).toEqual([
      'CLUSTER ALL',
      'MUNICIPALITY ALL',
      'MUNICIPALITY MELLEMTRIN',
      'SCHOOL ALL',
    ]);
  });

  it('stay as they were when what they count changes, and next month moves a count that stands still alike', async () => {
    const before = await rowsOf('2026-11-02');
    expect(await job().round(at('2026-12-07'))).toEqual([IDS.municipality]);
    expect(await rowsOf('2026-11-02')).toEqual(before);
    const cells = (rows: any[]) =>
      rows.filter((row) => row.marker_id === IDS.markers[4]).map(({ begun, kept }) => [begun, kept]);
    expect(cells(before).length).toBeGreaterThan(0);
    expect(cells(await rowsOf('2026-12-07'))).toEqual(cells(before));
  });

  it('count a team under a marker that came after the one it worked with', async () => {
    await world.admin.query(
      `insert into marker_set (id, municipality_id, initiative_id, version, state, is_example, label, published_at)
       values ('00000000-0000-7000-8000-000000000a01', $1, $2, 2, 'PUBLISHED', false, 'Version 2', '2026-12-20')`,
      [IDS.municipality, IDS.initiative],
    );
    const next = '00000000-0000-7000-8000-000000000a02';
    await world.admin.query(
      `insert into guiding_marker (id, municipality_id, marker_set_id, position, title, short_title, description, slot, supersedes_marker_id)
       values ($1, $2, '00000000-0000-7000-8000-000000000a01', 1, 'Nyt navn', 'Nyt', '', 1, $3)`,
      [next, IDS.municipality, IDS.markers[0]],
    );
    expect(await job().round(at('2027-01-05'))).toEqual([IDS.municipality]);
    const school = (await rowsOf('2027-01-04')).filter((row) => row.group_kind === 'SCHOOL');
    expect(school).toEqual([expect.objectContaining({ marker_id: next, begun: 'MOST' })]);
  });
});

describe('the figures of several schools', () => {
  it('are not the rounded counts themselves: another secret moves some of them', async () => {
    const figures = new Set<string>();
    for (let n = 0; n < 24; n += 1) {
      await world.admin.query('delete from published_cell where published_on = $1', ['2027-02-01']);
      await world.admin.query(`update publication_key set key = sha256($1::text::bytea)`, [String(n)]);
      await job().round(at('2027-02-02'));
      const [whole] = (await rowsOf('2027-02-01')).filter(
        (row) => row.group_kind === 'MUNICIPALITY' && row.grade_band === 'ALL',
      );
      figures.add(whole.begun);
    }
    expect(figures.size).toBeGreaterThan(1);
  });

  it('cannot be taken back by anybody who is signed in: the secret is the clock’s', async () => {
    const seen = async (person: string) => {
      const client = new pg.Client({ connectionString: world.database.appUrl });
      await client.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
          IDS.municipality,
          person,
        ]);
        return (await client.query('select from publication_key')).rowCount;
      } finally {
        await client.end();
      }
    };
    expect(await seen(PEOPLE.admin.id)).toBe(0);
    expect(await seen('00000000-0000-7000-8000-00000000c10c')).toBe(1);
  });
});
