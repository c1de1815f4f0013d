import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database.ts';
import { UnitOfWork } from '../../src/platform/unit-of-work.ts';
import { IDS, PEOPLE, startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** The connections that the pool has open now. */
const connectionsOf = (pool: pg.Pool) =>
  (pool as unknown as { _clients: { connection: { stream: { destroy(error: Error): void } } }[] })._clients;

describe('a connection to Postgres that is reset while something is read on it', () => {
  it('fails that reading alone: the server stays, and the next one is answered', async () => {
    const database = world.app.get(Database, { strict: false });
    const unitOfWork = world.app.get(UnitOfWork, { strict: false });
    const who = { municipalityId: IDS.municipality, personId: PEOPLE.anne.id };
    // An error that nobody listens for ends the process; Vitest counts it as its own failure.
    const reading = unitOfWork.readOnce(who, 'select pg_sleep(20)', []);
    const failed = expect(reading).rejects.toThrow('ECONNRESET');
    await expect.poll(() => database.pool.totalCount - database.pool.idleCount, { interval: 5 }).toBeGreaterThan(0);
    for (const { connection } of [...connectionsOf(database.pool)])
      connection.stream.destroy(new Error('read ECONNRESET'));
    await failed;
    expect(await unitOfWork.readOnce(who, 'select 1 as one', [])).toEqual([{ one: 1 }]);
  });
});
