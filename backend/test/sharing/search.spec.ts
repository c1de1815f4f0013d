import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { found, SEARCH } from './searching.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

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
