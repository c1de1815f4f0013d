import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { START } from './run-documents.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const ADD =
  'mutation($meeting: ID!, $items: [ListedItemInput!]!) { addItems(meetingId: $meeting, items: $items) { id changes } }';
const row = (title: string, more: object = {}) => ({ id: randomUUID(), title, ...more });
const add = (caller: Caller, items: object[]) => caller.ask(ADD, { meeting: IDS.draft, items });
const refused = (caller: Caller, items: object[], meeting = IDS.draft) => caller.refusal(ADD, { meeting, items });
const titles = async () =>
  (
    await world.admin.query('select title from agenda_item where meeting_id = $1 order by position', [IDS.draft])
  ).rows.map(({ title }) => title as string);

describe('a pasted list of items', () => {
  it('is added by nobody outside the team', async () => {
    const before = await titles();
    for (const name of ['ove', 'leder', 'klyngeleder', 'bodil', 'konsulent', 'admin', 'dpo', 'nabo'] as const)
      expect((await refused(await world.signIn(name), [row('Nyt')]))['code'], name).toBe('NOT_FOUND');
    expect(await titles()).toEqual(before);
  });

  it('is added to no meeting that is foreign, unknown or no id at all: each is answered alike', async () => {
    const { rows: before } = await world.admin.query('select count(*)::int as n from agenda_item');
    for (const meeting of [IDS.otherMeeting, randomUUID(), 'ikke et id'])
      expect(await anne.refusal(ADD, { meeting, items: [row('Nyt')] }), meeting).toEqual({ code: 'NOT_FOUND' });
    expect((await world.admin.query('select count(*)::int as n from agenda_item')).rows).toEqual(before);
  });

  it('is not added to a meeting that has started, nor in part', async () => {
    const before = await titles();
    await anne.ask(START, { id: IDS.meeting });
    expect(await refused(anne, [row('Nyt')], IDS.meeting)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    expect(await refused(anne, [row('Nyt'), row('Andet', { ownerId: PEOPLE.ove.id })])).toEqual({ code: 'NOT_FOUND' });
    expect(await refused(anne, [row('Nyt'), row('Andet', { id: IDS.items[0] })])).toEqual({ code: 'NOT_FOUND' });
    expect(await refused(anne, [row('Nyt'), row('Ring 010190-1234')])).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'items.1.title', problem: 'CPR' }],
    });
    expect(await titles()).toEqual(before);
  });

  it('stands at the end of the agenda in its order, once, however often it is sent', async () => {
    const before = await titles();
    const items = [row('Data fra læsetest', { plannedMin: 20, ownerId: PEOPLE.anne.id }), row('Kort runde')];
    const answers = await Promise.all([add(anne, items), add(anne, items)]);
    expect(answers.map(({ addItems }) => addItems.changes.length > 0).sort()).toEqual([false, true]);
    expect((await add(anne, items))['addItems'].changes).toEqual([]);
    expect(await titles()).toEqual([...before, 'Data fra læsetest', 'Kort runde']);
    const { rows } = await world.admin.query(
      'select planned_min, owner_id, kind from agenda_item where id = any($1) order by position',
      [items.map(({ id }) => id)],
    );
    expect(rows).toEqual([
      { planned_min: 20, owner_id: PEOPLE.anne.id, kind: 'DISCUSSION' },
      { planned_min: 10, owner_id: null, kind: 'DISCUSSION' },
    ]);
  });
});
