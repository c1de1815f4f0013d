import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/access/ask.ts';
import { notFound } from '../../src/platform/errors.ts';
import { teamScope } from '../../src/platform/change-log.ts';
import { UnitOfWork, WorkRefused, type Work } from '../../src/platform/unit-of-work.ts';
import { IDS, PEOPLE, startWorld, type World } from '../world.ts';

let world: World;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  world = await startWorld();
  unitOfWork = world.app.get(UnitOfWork, { strict: false });
});
afterAll(() => world.stop());

const anne = { municipalityId: IDS.municipality, personId: PEOPLE.anne.id };
const rename = (work: Work, name: string) => work.query('update team set name = $1 where id = $2', [name, IDS.teamA1]);
const renamed = (work: Work, name: string) =>
  work.changes.record({
    scopes: [teamScope(IDS.teamA1)],
    entity: 'Team',
    entityId: IDS.teamA1,
    verb: 'renamed',
    fields: { set: { name } },
  });
const asked = (work: Work) => ask(work, 'meeting.plan', 'team', IDS.teamA1, 'meeting.draft');
const teamName = async (): Promise<string> =>
  (await world.admin.query('select name from team where id = $1', [IDS.teamA1])).rows[0].name;

describe('a mutation', () => {
  it('that records no change does not commit', async () => {
    const work = unitOfWork.run(anne, 'meeting.plan', async (open) => {
      await asked(open);
      await rename(open, 'i stilhed');
    });
    await expect(work).rejects.toThrow(WorkRefused);
    expect(await teamName()).toBe('5. årgang');
  });

  it('whose ability nobody asked for does not commit', async () => {
    const work = unitOfWork.run(anne, 'meeting.plan', async (open) => {
      await rename(open, 'uden at spørge');
      renamed(open, 'uden at spørge');
    });
    await expect(work).rejects.toThrow('nobody asked for meeting.plan');
    expect(await teamName()).toBe('5. årgang');
  });

  it('sent in one flight is refused for the first thing in it that is, not for the first that is heard of', async () => {
    const slowly = async (open: Work) => {
      await open.query('select 1');
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      throw notFound();
    };
    const work = unitOfWork.run(anne, 'meeting.plan', async (open) => {
      await asked(open);
      await open.together(() => [slowly(open), open.query(`select 1 / 0`)]);
    });
    await expect(work).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });

  it('by somebody without the ability does not commit, and a stranger is told that nothing is there', async () => {
    for (const [person, code] of [
      [PEOPLE.ove, 'NOT_FOUND'],
      [PEOPLE.leder, 'NOT_FOUND'],
    ] as const) {
      const work = unitOfWork.run({ ...anne, personId: person.id }, 'meeting.plan', async (open) => {
        await asked(open);
        renamed(open, 'x');
      });
      await expect(work).rejects.toMatchObject({ extensions: { code } });
    }
  });

  it('is run again when Postgres chose it as a deadlock’s victim', async () => {
    let runs = 0;
    await unitOfWork.run(anne, 'meeting.plan', async (open) => {
      runs += 1;
      if (runs < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      await asked(open);
      await rename(open, '5. årgang');
      renamed(open, '5. årgang');
    });
    expect(runs).toBe(3);
  });
});

describe('a scope’s versions', () => {
  it('are dense, whatever overtakes what', async () => {
    const before = (await world.admin.query(`select scope_version('TEAM', $1) as v`, [IDS.teamA1])).rows[0].v;
    const works = Array.from({ length: 25 }, (_, n) =>
      unitOfWork.run(anne, 'meeting.plan', async (open) => {
        await asked(open);
        renamed(open, `nr. ${n}`);
        if (n % 3 === 0) renamed(open, `nr. ${n} igen`);
      }),
    );
    const versions = (await Promise.all(works)).flatMap((done) => done.changes.map((change) => Number(change.version)));
    expect(versions.sort((a, b) => a - b)).toEqual(versions.map((_, n) => Number(before) + n + 1));
  });
});
