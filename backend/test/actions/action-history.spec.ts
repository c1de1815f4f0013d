import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const HISTORY =
  'query($actionId: ID!, $after: ID) { actionHistory(actionId: $actionId, after: $after) { cursor changes { id at who verb fields text before } } }';
const CREATE =
  'mutation($teamId: ID!, $action: NewActionInput!) { createAction(teamId: $teamId, action: $action) { id } }';
const CHANGE =
  'mutation($id: ID!, $seen: Int!, $action: ChangedActionInput!) { changeAction(id: $id, seenRevision: $seen, action: $action) { id } }';
const MOVE =
  'mutation($id: ID!, $seen: Int!, $event: String!) { moveAction(id: $id, seenRevision: $seen, event: $event) { id } }';

let world: World;
let anne: Caller;
let mads: Caller;
let actionId: string;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  const action = {
    kind: 'TASK',
    title: 'Ring til SFO',
    responsibleIds: [PEOPLE.anne.id],
    expectedSigns: [],
    markerIds: [],
  };
  actionId = (await anne.ask(CREATE, { teamId: IDS.teamA1, action }))['createAction'].id;
});
afterAll(() => world.stop());

const changes = async (caller = anne, after?: string) =>
  (await caller.ask(HISTORY, { actionId, after }))['actionHistory'].changes as any[];
const revision = async () =>
  (await world.admin.query('select revision from action where id = $1', [actionId])).rows[0].revision as number;

describe('who did what to an action', () => {
  it('is told to those who see who does it; to everybody else it is not there', async () => {
    for (const name of ['leder', 'klyngeleder', 'konsulent', 'admin', 'dpo', 'laeser', 'ove', 'nabo', 'gaest'] as const)
      expect((await (await world.signIn(name)).refusal(HISTORY, { actionId }))['code'], name).toBe('NOT_FOUND');
    expect(await changes(await world.signIn('coach'))).toHaveLength(1);
    for (const after of ['1 or true', '0', '-1', '9'.repeat(30)])
      expect((await anne.refusal(HISTORY, { actionId, after }))['code'], after).toBe('NOT_FOUND');
  });

  it('says who made it, what a colleague changed, and what stood there before', async () => {
    await mads.ask(CHANGE, { id: actionId, seen: await revision(), action: { title: 'Tal med SFO om hentning' } });
    await mads.ask(CHANGE, {
      id: actionId,
      seen: await revision(),
      action: { dueOn: '2026-12-11', responsibleIds: [PEOPLE.anne.id, PEOPLE.mads.id] },
    });
    const [both, title, made] = await changes();
    expect(made).toMatchObject({ who: PEOPLE.anne.name, verb: 'created', fields: [], text: null, before: null });
    expect(title).toMatchObject({
      who: PEOPLE.mads.name,
      verb: 'changed',
      fields: ['title'],
      text: 'Tal med SFO om hentning',
      before: 'Ring til SFO',
    });
    expect(both).toMatchObject({ fields: ['dueOn', 'responsible'], text: null, before: null });
  });

  it('tells a step as a step, and goes on where a page ended', async () => {
    await anne.ask(MOVE, { id: actionId, seen: await revision(), event: 'BEGIN' });
    const [last, before] = await changes();
    expect(last).toMatchObject({ who: PEOPLE.anne.name, verb: 'begun' });
    expect((await changes(anne, last.id))[0]).toEqual(before);
    expect(await changes(anne, (await changes()).at(-1).id)).toEqual([]);
  });
});
