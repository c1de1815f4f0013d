import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IDS, startWorld, type World } from '../world.ts';

const BEAT_MS = 60_000;
/** As few connections as the settings allow. */
const FEWEST = '4';

let world: World;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  world = await startWorld({ DATABASE_POOL: FEWEST });
});
afterAll(async () => {
  vi.useRealTimers();
  await world?.stop();
});

describe('the jobs of the clock, at the minute that all of them look', () => {
  it('leave connections for the people who are there', async () => {
    const anne = await world.signIn('anne');
    for (let minute = 0; minute < 3; minute += 1) {
      vi.advanceTimersByTime(BEAT_MS);
      const asked = Array.from({ length: 12 }, () => anne.send(`{ meeting(id: "${IDS.meeting}") { id } }`));
      for (const { errors } of await Promise.all(asked)) expect(errors).toBeUndefined();
    }
  });
});
