import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { START } from '../meetings/run-documents.ts';
import { IDS, startWorld, type Caller, type PersonName, type World } from '../world.ts';
import { DECLINE, PROPOSE, TAKE, wish } from './preparing.ts';

const WEEK = 'query { myWeek { preparing { id answered { id title state answer itemId } } } }';
const { meeting } = IDS;

let world: World;
const callers = new Map<PersonName, Caller>();
beforeAll(async () => {
  world = await startWorld();
  for (const name of ['anne', 'mads', 'trine', 'gaest', 'coach', 'leder'] as const)
    callers.set(name, await world.signIn(name));
});
afterAll(() => world.stop());

const as = (name: PersonName) => callers.get(name)!;
async function proposed(name: PersonName, title: string): Promise<string> {
  const id = randomUUID();
  await as(name).ask(PROPOSE, { meeting, id, proposal: wish(title) });
  return id;
}
/** What somebody's week tells of their own proposals for the meeting; null where it does not stand there. */
const told = async (name: PersonName): Promise<{ id: string; state: string; itemId: string | null }[] | null> => {
  const { preparing } = (await as(name).ask(WEEK))['myWeek'] as {
    preparing: { id: string; answered: { id: string; state: string; itemId: string | null }[] }[];
  };
  return preparing.find(({ id }) => id === meeting)?.answered ?? null;
};

describe('what became of a proposal', () => {
  it('stands in the week of whoever proposed it, and in nobody else’s', async () => {
    const taken = await proposed('mads', 'Ro ved døren');
    const declined = await proposed('mads', 'Tur til havnen');
    const own = await proposed('anne', 'Mødelederens eget');
    const guests = await proposed('gaest', 'Fra gæsten');
    expect(await told('mads')).toEqual([]);
    for (const id of [taken, own, guests]) await as('anne').ask(TAKE, { id, seen: 1 });
    await as('anne').ask(DECLINE, { id: declined, reason: 'Den har vi haft', keep: false, seen: 1 });
    const { rows } = await world.admin.query<{ id: string; item_id: string }>(
      'select id, item_id from proposed_item where id = any($1)',
      [[taken, guests]],
    );
    const itemOf = (id: string) => rows.find((row) => row.id === id)!.item_id;
    expect(await told('mads')).toEqual([
      { id: taken, title: 'Ro ved døren', state: 'TAKEN_IN', answer: null, itemId: itemOf(taken) },
      { id: declined, title: 'Tur til havnen', state: 'DECLINED', answer: 'Den har vi haft', itemId: null },
    ]);
    expect(await told('gaest')).toMatchObject([{ id: guests, state: 'TAKEN_IN', itemId: itemOf(guests) }]);
    // One who put it there is not told what they did themselves; nobody hears of another's.
    expect(await told('anne')).toEqual([]);
    expect(await told('trine')).toEqual([]);
    for (const name of ['coach', 'leder'] as const) expect(await told(name)).toBeNull();
  });

  it('is told no more when it has been taken off the agenda, nor once the meeting has begun', async () => {
    const itemId = (await told('mads'))![0]!.itemId;
    const { rows } = await world.admin.query<{ revision: number }>('select revision from agenda_item where id = $1', [
      itemId,
    ]);
    await as('anne').ask('mutation($id: ID!, $r: Int!) { removeItem(itemId: $id, seenRevision: $r) { id } }', {
      id: itemId,
      r: rows[0]!.revision,
    });
    expect(await told('mads')).toMatchObject([{ state: 'DECLINED' }]);
    await as('anne').ask(START, { id: meeting });
    for (const name of ['mads', 'gaest'] as const) expect(await told(name), name).toBeNull();
  });
});
