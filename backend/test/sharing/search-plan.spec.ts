import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type World } from '../world.ts';

const TEAMS = 400;
const EACH = 40;

let world: World;
let seer: pg.Client;
beforeAll(async () => {
  world = await startWorld();
  // Rows of many teams, as a municipality has them; what they hang on is not asked for by the plan.
  await world.admin.query(
    `insert into search_row (municipality_id, team_id, kind, object_id, part, title, text)
     select $1, uuidv7(), 'ITEM', uuidv7(), 'SELF', 'Punkt ' || n, 'Et ord, der står her: handling ' || n from generate_series(1, $2::int) n`,
    [IDS.municipality, TEAMS],
  );
  await world.admin.query(
    `insert into search_row (municipality_id, team_id, kind, object_id, part, title, text)
     select r.municipality_id, r.team_id, 'ITEM', uuidv7(), 'SELF', 'Punkt ' || n, 'Noget andet, skrevet ned ' || n
     from search_row r, generate_series(2, $1::int) n where r.text like 'Et ord%'`,
    [EACH],
  );
  await world.admin.query('analyze search_row');
  const url = new URL(inject('postgres').superUrl);
  url.pathname = new URL(world.database.adminUrl).pathname;
  seer = new pg.Client({ connectionString: url.href });
  await seer.connect();
  await seer.query(`load 'auto_explain'`);
  await seer.query(
    `set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set client_min_messages = log`,
  );
});
afterAll(async () => {
  await seer?.end();
  await world?.stop();
});

/** The plan of the statement that reads the rows, as it is run for somebody. */
async function planOf(person: string, text: string, nearly = false): Promise<string> {
  const plans: string[] = [];
  const hear = ({ message }: { message?: string | undefined }) => plans.push(message ?? '');
  await seer.query(`select set_config('app.municipality', $1, false), set_config('app.person', $2, false)`, [
    IDS.municipality,
    person,
  ]);
  seer.on('notice', hear);
  await seer.query('select from search_texts($1, search_words($1), null, null, null, $2, null, null, null, 21)', [
    text,
    nearly,
  ]);
  seer.off('notice', hear);
  const plan = plans.find((one) => one.includes('with found as'));
  expect(plan).toBeDefined();
  return plan!;
}

describe('among the rows of many teams', () => {
  it.each(['handling', 'handling skrevet', 'hand'])(
    'a member’s search for »%s« goes by an index and reads no table through',
    async (text) => {
      const plan = await planOf(PEOPLE.anne.id, text);
      expect(plan).not.toMatch(/Seq Scan on search_row/);
      expect(plan).toMatch(/search_row_(team_id|tsv|folded)_idx/);
    },
  );

  it('so does one for what is nearly it', async () => {
    const plan = await planOf(PEOPLE.anne.id, 'hanling', true);
    expect(plan).not.toMatch(/Seq Scan on search_row/);
  });

  it('so does a coach’s of one team', async () => {
    expect(await planOf(PEOPLE.coach.id, 'handling')).not.toMatch(/Seq Scan on search_row/);
  });
});
