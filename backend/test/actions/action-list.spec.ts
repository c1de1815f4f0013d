import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const CREATE =
  'mutation($team: ID!, $actions: [ListedActionInput!]!) { createActions(teamId: $team, actions: $actions) { id changes } }';
const row = (title: string, more: object = {}) => ({
  id: randomUUID(),
  kind: 'TASK',
  title,
  markerIds: [],
  responsibleIds: [],
  dueOn: null,
  ...more,
});
const count = async () => Number((await world.admin.query('select count(*) from action')).rows[0].count);
const make = (caller: Caller, actions: object[]) => caller.ask(CREATE, { team: IDS.teamA1, actions });
const refused = (caller: Caller, actions: object[]) => caller.refusal(CREATE, { team: IDS.teamA1, actions });

describe('a pasted list of actions', () => {
  it('is made by nobody outside the team, and a coach is told that it is not for them', async () => {
    const before = await count();
    for (const name of ['ove', 'leder', 'klyngeleder', 'bodil', 'konsulent', 'admin', 'dpo', 'nabo', 'gaest'] as const)
      expect((await refused(await world.signIn(name), [row('Ny')]))['code'], name).toBe('NOT_FOUND');
    expect((await refused(await world.signIn('coach'), [row('Ny')]))['code']).toBe('NOT_ALLOWED');
    expect(await count()).toBe(before);
  });

  it('is made by nobody in part: one row from elsewhere, and none is there', async () => {
    const before = await count();
    for (const wrong of [
      { markerIds: [IDS.otherMarker] },
      { responsibleIds: [PEOPLE.ove.id] },
      { responsibleIds: [PEOPLE.nabo.id] },
    ])
      expect(await refused(anne, [row('Den første'), row('Den anden', wrong)])).toEqual({ code: 'NOT_FOUND' });
    expect(await count()).toBe(before);
  });

  it('is refused at the row that cannot be kept', async () => {
    for (const [actions, field, problem] of [
      [[row('Et'), row('  ')], 'actions.1.title', 'EMPTY'],
      [[row('Et'), row('Ring 010190-1234')], 'actions.1.title', 'CPR'],
      [[row('Et\u0007')], 'actions.0.title', 'CONTROL_CHARACTER'],
      [[row('x'.repeat(201))], 'actions.0.title', 'TOO_LONG'],
      [[row('Et', { dueOn: '2026-02-31' })], 'actions.0.dueOn', 'NOT_A_DAY'],
      [[], 'actions', 'EMPTY'],
      [Array.from({ length: 101 }, (_, n) => row(`Nr. ${n}`)), 'actions', 'TOO_MANY'],
    ] as const)
      expect(await refused(anne, [...actions])).toMatchObject({ code: 'INPUT_REFUSED', fields: [{ field, problem }] });
    const twice = row('To gange');
    expect(await refused(anne, [twice, twice])).toMatchObject({ code: 'INPUT_REFUSED' });
  });

  it('takes over no action that is there: neither another team’s id nor their words', async () => {
    const before = await count();
    const { rows } = await world.admin.query('select id, title from action where team_id <> $1 limit 1', [IDS.teamA1]);
    const foreign = rows[0] ?? { id: await otherTeamsAction(), title: 'Oves' };
    const now = await count();
    expect(now - before).toBeLessThanOrEqual(1);
    expect(await refused(anne, [row('Min'), row('Tager den', { id: foreign.id })])).toEqual({ code: 'NOT_FOUND' });
    expect(await count()).toBe(now);
    expect((await world.admin.query('select title from action where id = $1', [foreign.id])).rows).toEqual([
      { title: foreign.title },
    ]);
  });

  it('is made whole in its order, each agreed, and told to the team’s board and those who do it', async () => {
    const actions = [
      row('Spørg pedellen', { responsibleIds: [PEOPLE.anne.id, PEOPLE.mads.id], dueOn: '2026-12-04' }),
      row('Ring til PPR', { markerIds: [IDS.markers[1]] }),
      row('Book salen'),
    ];
    const { createActions } = await make(anne, actions);
    expect(createActions.id).toBe(IDS.teamA1);
    const board = createActions.changes.filter((change: { scopeKind: string }) => change.scopeKind === 'TEAM');
    expect(board.map((change: { fields: { set: { title: string } } }) => change.fields.set.title)).toEqual(
      actions.map(({ title }) => title),
    );
    expect(board[0].fields.into).toEqual([{ entity: 'TeamBoard', id: IDS.teamA1, field: 'open' }]);
    expect(createActions.changes.filter((change: { scopeKind: string }) => change.scopeKind === 'PERSON')).toHaveLength(
      2,
    );
    const { rows } = await world.admin.query(
      `select id, title, kind, state, to_char(due_on, 'YYYY-MM-DD') as due, created_by from action where id = any($1) order by created_at`,
      [actions.map(({ id }) => id)],
    );
    expect(rows).toEqual(
      actions.map(({ id, title, dueOn }) => ({
        id,
        title,
        kind: 'TASK',
        state: 'AGREED',
        due: dueOn,
        created_by: PEOPLE.anne.id,
      })),
    );
  });

  it('sent twice, at once or later, is made once', async () => {
    const actions = [row('En gang'), row('Også en gang')];
    const before = await count();
    const answers = await Promise.all([make(anne, actions), make(anne, actions)]);
    expect(answers.map(({ createActions }) => createActions.changes.length > 0).sort()).toEqual([false, true]);
    expect((await make(anne, actions))['createActions'].changes).toEqual([]);
    expect(await count()).toBe(before + 2);
  });

  it('of a hundred rows is made in one go', async () => {
    const before = await count();
    await make(
      anne,
      Array.from({ length: 100 }, (_, n) => row(`Nr. ${n}`, { responsibleIds: [PEOPLE.anne.id] })),
    );
    expect(await count()).toBe(before + 100);
  });
});

/** An action of a team that anne is not in. */
async function otherTeamsAction(): Promise<string> {
  const id = randomUUID();
  await world.admin.query(
    `insert into action (id, municipality_id, team_id, kind, title, why, state, expected_signs, created_by, created_at)
     select $1, t.municipality_id, t.id, 'TASK', 'Oves', '', 'AGREED', '{}', $2, now() from team t where t.id <> $3 limit 1`,
    [id, PEOPLE.ove.id, IDS.teamA1],
  );
  return id;
}
