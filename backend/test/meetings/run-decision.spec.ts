import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { DECIDE, REDECIDE, roomOf, START, UNDECIDE } from './run-documents.ts';

let world: World;
let anne: Caller;
let mads: Caller;
const id = IDS.meeting;
const item = IDS.items[0];

beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());

describe('what is decided in a meeting', () => {
  it('is not decided before the meeting is on', async () => {
    expect(await anne.refusal(DECIDE, { item, text: 'For tidligt' })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'CONVENED',
    });
    await anne.ask(START, { id });
  });

  it('cannot be decided by anybody outside the room, who learn nothing by trying', async () => {
    for (const name of [
      'ove',
      'leder',
      'klyngeleder',
      'bodil',
      'laeser',
      'konsulent',
      'admin',
      'dpo',
      'nabo',
    ] as const) {
      const caller = await world.signIn(name);
      expect(await caller.refusal(DECIDE, { item, text: 'x' }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await caller.refusal(UNDECIDE, { id: IDS.decision }), name).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await (await world.signIn('coach')).refusal(DECIDE, { item, text: 'x' })).toEqual({
      code: 'NOT_ALLOWED',
    });
    expect(await anne.refusal(DECIDE, { item: IDS.otherItem, text: 'x' })).toEqual({ code: 'NOT_FOUND' });
    expect(await anne.refusal(DECIDE, { item: 'ikke et id', text: 'x' })).toEqual({ code: 'NOT_FOUND' });
  });

  it('may be sent again when the answer was lost', async () => {
    const wanted = randomUUID();
    await anne.ask(DECIDE, { item, text: 'Vi begynder kl. 8', id: wanted });
    await anne.ask(DECIDE, { item, text: 'Vi begynder kl. 8', id: wanted });
    expect((await roomOf(mads, id)).decisions.filter((one: any) => one.id === wanted)).toHaveLength(1);
  });

  it('holds no CPR number, no control characters and no more than its length', async () => {
    for (const [bad, problem] of [
      ['Ring til 010190-1234', 'CPR'],
      ['skjult \u0007 tegn', 'CONTROL_CHARACTER'],
      ['æ'.repeat(2_001), 'TOO_LONG'],
      ['   ', 'EMPTY'],
    ] as const) {
      expect(await anne.refusal(DECIDE, { item, text: bad })).toEqual({
        code: 'INPUT_REFUSED',
        fields: [{ field: 'text', problem }],
      });
    }
  });

  it('a decision is changed on the text that was seen, and can be taken away', async () => {
    const made = (await anne.ask(DECIDE, { item, text: 'Vi prøver' })).addDecision.id;
    await mads.ask(REDECIDE, { id: made, text: 'Vi prøver i uge 49', seen: 1 });
    expect(await anne.refusal(REDECIDE, { id: made, text: 'Vi venter', seen: 1 })).toEqual({
      code: 'CHANGED_MEANWHILE',
      current: { text: 'Vi prøver i uge 49', revision: 2 },
    });
    await anne.ask(UNDECIDE, { id: made });
    expect((await roomOf(mads, id)).decisions.map((one: any) => one.id)).not.toContain(made);
    expect(await anne.refusal(UNDECIDE, { id: made })).toEqual({ code: 'NOT_FOUND' });
  });
});
