import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';

const EXTEND = 'mutation($id: ID!, $n: Int!) { extendItem(itemId: $id, minutes: $n, seenExtendedMin: 0) { id } }';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

describe('a question that cannot be asked', () => {
  const questions: [string, string, Record<string, unknown>][] = [
    ['is not a sentence', '{ myWeek(', {}],
    ['asks for what is not there', '{ noSuchThing }', {}],
    ['leaves out what it must say', EXTEND, { id: IDS.items[0] }],
    ['says nothing where there must be something', EXTEND, { id: null, n: 3 }],
    ['says a word for a number', EXTEND, { id: IDS.items[0], n: 'tre' }],
    ['says a number that is none of ours', EXTEND, { id: IDS.items[0], n: 1e12 }],
    ['is too deep', `{ myWeek ${'{ teams '.repeat(20)}{ id }${' }'.repeat(20)} }`, {}],
  ];
  for (const [what, query, variables] of questions) {
    it(`because it ${what}, is refused with the reason, the first time and when it is asked again`, async () => {
      for (let turn = 0; turn < 3; turn += 1)
        expect(await anne.refusal(query, variables)).toMatchObject({
          code: 'QUERY_REFUSED',
          reason: expect.stringMatching(/./),
        });
    });
  }
});
