import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Use } from '../../src/access/uses.port.ts';
import { Uses } from '../../src/access/uses.port.ts';
import { GatheredUses, MOST_WAITING } from '../../src/privacy/gathered-uses.ts';
import { IDS, startWorld } from '../world.ts';

const MEETING = 'query($id: ID!) { meeting(id: $id) { id } }';
const use: Use = {
  sessionHash: Buffer.alloc(32),
  verb: 'READ',
  object: 'Meeting',
  objectId: null,
  criterion: null,
  at: 0,
};

/** The gatherer alone, beside a Postgres that comes and goes. */
function alone() {
  const logged: [Record<string, unknown>, string][] = [];
  const written: number[] = [];
  const postgres = { away: false };
  const uses = new Uses();
  const database = {
    statement: (_name: string, _text: string, [lines]: [string]) => {
      if (postgres.away) return Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
      const n = (JSON.parse(lines) as unknown[]).length;
      written.push(n);
      return Promise.resolve([{ written: n }]);
    },
  };
  const log = { error: (what: Record<string, unknown>, said: string) => logged.push([what, said]) };
  const http = { httpAdapter: { getInstance: () => ({ log }) } };
  const gathered = new GatheredUses(database as never, uses, http as never);
  return { uses, gathered, postgres, logged, written };
}

describe('lines that are gathered', () => {
  it('are refused where no room keeps them: nothing is shown that leaves no line', () => {
    expect(() => new Uses().note(use)).toThrow('No room keeps the audit');
  });

  it('wait while Postgres is away, and are written when it is back', async () => {
    const { uses, gathered, postgres, logged, written } = alone();
    postgres.away = true;
    for (let n = 0; n < 3; n += 1) uses.note(use);
    await gathered.flush();
    await gathered.flush();
    expect(written).toEqual([]);
    expect(logged.map(([, said]) => said)).toEqual(['audit lines wait: they could not be written']);
    postgres.away = false;
    await gathered.flush();
    expect(written).toEqual([3]);
  });

  it('have a bound, and the log says when it is reached and how many were lost', async () => {
    const { uses, gathered, postgres, logged, written } = alone();
    postgres.away = true;
    for (let n = 0; n < MOST_WAITING + 7; n += 1) uses.note(use);
    postgres.away = false;
    await gathered.flush();
    expect(written.reduce((sum, n) => sum + n, 0)).toBe(MOST_WAITING);
    expect(logged).toEqual([
      [{ waiting: MOST_WAITING }, 'audit lines are being lost: too many wait for Postgres'],
      [{ lines: 7 }, 'audit lines were lost while Postgres was away'],
    ]);
  });

  it('are written when the server stops', async () => {
    const world = await startWorld();
    const anne = await world.signIn('anne');
    await anne.ask(MEETING, { id: IDS.meeting });
    await world.app.close();
    const { rows } = await world.admin.query(`select object_id from audit_event where verb = 'READ'`);
    await world.admin.end();
    await world.database.drop();
    expect(rows).toEqual([{ object_id: IDS.meeting }]);
  });

  it('and that no session is known by are counted in the log', async () => {
    const world = await startWorld();
    const gathered = world.app.get(GatheredUses, { strict: false });
    world.app.get(Uses, { strict: false }).note({ ...use, sessionHash: Buffer.from(randomUUID()) });
    await gathered.flush();
    expect((await world.admin.query('select from audit_event')).rowCount).toBe(0);
    await world.stop();
  });
});
