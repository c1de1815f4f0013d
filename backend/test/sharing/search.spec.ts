import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { found, marked, SEARCH, searchFor, wordsOf } from './searching.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

async function action(title: string, why = ''): Promise<string> {
  const { rows } = await world.admin.query<{ id: string }>(
    `insert into action (municipality_id, team_id, kind, title, why, state, created_by)
     values ($1, $2, 'TASK', $3, $4, 'AGREED', $5) returning id`,
    [IDS.municipality, IDS.teamA1, title, why, PEOPLE.anne.id],
  );
  return rows[0]!.id;
}

describe('a search that is refused', () => {
  it('is one without a session', async () => {
    expect(await world.stranger().refusal(SEARCH, { text: 'møde' })).toMatchObject({ code: 'SIGNED_OUT' });
  });
});

describe('a search', () => {
  it('finds a meeting by its title', async () => {
    expect(await found(anne, 'plf-møde')).toEqual(
      expect.arrayContaining([`MEETING ${IDS.meeting}`, `MEETING ${IDS.draft}`]),
    );
  });
});
