import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

describe('a week that is asked for', () => {
  const WEEK = 'query($monday: String) { myWeek(monday: $monday) { __typename } }';

  it('is refused by name when the day does not exist, and answered when it does', async () => {
    for (const monday of ['2026-02-30', '2026-13-01', 'mandag', "2026-11-23' or 1=1"])
      expect(await anne.refusal(WEEK, { monday }), monday).toMatchObject({
        code: 'INPUT_REFUSED',
        fields: [{ field: 'monday', problem: 'NOT_A_DAY' }],
      });
    expect((await anne.ask(WEEK, { monday: '2026-11-23' }))['myWeek'].__typename).toBe('MyWeek');
  });
});
