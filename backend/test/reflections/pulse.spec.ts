import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { START } from '../meetings/run-documents.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { recorderOf } from './recorder.ts';
import { ANSWER, SHOW } from './silent-documents.ts';

const PULSES = `query($id: ID!) { meeting(id: $id) { pulses { id shown ownStep counts } } }`;
const item = IDS.items[3];

let world: World;
let anne: Caller;
let mads: Caller;
let trine: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  trine = await world.signIn('trine');
  await world.admin.query(`update agenda_item set kind = 'EVALUATION' where id = $1`, [item]);
});
afterAll(() => world.stop());

const pulseOf = async (who: Caller) => (await who.ask(PULSES, { id: IDS.meeting }))['meeting'].pulses?.[0] ?? null;

describe('the pulse at check-out', () => {
  it('is not answered before the meeting, outside the team, under another item, or with another number', async () => {
    expect(await anne.refusal(ANSWER, { item, step: 4 })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    await anne.ask(START, { id: IDS.meeting });
    for (const name of ['ove', 'leder', 'klyngeleder', 'bodil', 'konsulent', 'admin', 'dpo', 'nabo'] as const) {
      const caller = await world.signIn(name);
      for (const document of [ANSWER, SHOW])
        expect(await caller.refusal(document, { item, step: 4 }), name).toEqual({ code: 'NOT_FOUND' });
    }
    for (const name of ['gaest', 'coach'] as const)
      expect(await (await world.signIn(name)).refusal(ANSWER, { item, step: 4 }), name).toEqual({
        code: 'NOT_ALLOWED',
      });
    expect(await anne.refusal(ANSWER, { item: IDS.items[0], step: 4 })).toEqual({ code: 'NOT_FOUND' });
    for (const step of [0, 6, -1])
      expect(await anne.refusal(ANSWER, { item, step })).toMatchObject({ code: 'INPUT_REFUSED' });
  });

  it('is each one’s own until it is shown, and may be changed; fewer than three answers are not shown', async () => {
    const ear = await recorderOf(world, 'anne', anne, [{ kind: 'MEETING', id: IDS.meeting }]);
    await mads.ask(ANSWER, { item, step: 2 });
    await mads.ask(ANSWER, { item, step: 5 });
    await trine.ask(ANSWER, { item, step: 5 });
    expect(await pulseOf(mads)).toEqual({ id: item, shown: false, ownStep: 5, counts: null });
    expect(await pulseOf(anne)).toEqual({ id: item, shown: false, ownStep: null, counts: null });
    expect(await anne.refusal(SHOW, { item })).toEqual({
      code: 'STEP_NOT_POSSIBLE',
      state: 'TOO_FEW_ANSWERS',
      possible: ['ANSWER'],
    });
    expect(ear.heard.filter((one) => one.words.includes('Pulse"') && one.how.startsWith('event'))).toEqual([]);
    const { rows } = await world.admin.query<{ kind: string; fields: object }>(
      `select scope_kind as kind, fields from change where entity = 'Pulse'`,
    );
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toEqual({ kind: 'PERSON', fields: { hint: true } });
  });

  it('is shown once as a distribution, and who answered what is nowhere afterwards', async () => {
    await anne.ask(ANSWER, { item, step: 3 });
    const shown = await Promise.all([anne, mads, trine].map((who) => who.send(SHOW, { item })));
    expect(shown.filter((answer) => answer.errors)).toEqual([]);
    expect(shown.flatMap((answer) => answer.data!['showPulse'].changes)).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain('counts');
    for (const who of [anne, mads, trine])
      expect(await pulseOf(who)).toEqual({ id: item, shown: true, ownStep: null, counts: [0, 0, 1, 0, 2] });
    for (const name of ['gaest', 'coach'] as const) expect(await pulseOf(await world.signIn(name)), name).toBeNull();
    expect((await world.admin.query('select * from pulse_answer')).rows).toEqual([]);
    expect(await mads.refusal(ANSWER, { item, step: 1 })).toMatchObject({ code: 'STEP_NOT_POSSIBLE', state: 'SHOWN' });
  });

  it('straight at the database gives each their own answer alone', async () => {
    await world.admin.query('delete from pulse');
    await mads.ask(ANSWER, { item, step: 1 });
    const { default: pg } = await import('pg');
    const app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
    try {
      for (const [name, seen] of [
        ['mads', 1],
        ['anne', 0],
        ['trine', 0],
        ['leder', 0],
      ] as const) {
        await app.query('begin');
        await app.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
          IDS.municipality,
          PEOPLE[name].id,
        ]);
        expect((await app.query('select step from pulse_answer')).rows, name).toHaveLength(seen);
        const asked = await app.query('select door_show_pulse($1, 1) as done', [item]);
        expect(asked.rows, name).toEqual([{ done: false }]);
        await app.query('rollback');
      }
    } finally {
      await app.end();
    }
  });
});
