import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { DECIDE, FINISH, NOTE, REDECIDE, roomOf, START, UNDECIDE } from './run-documents.ts';

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

const noteOf = async (caller: Caller) => {
  const found = (await roomOf(caller, id)).items.find((one: any) => one.id === item);
  return { text: found.note, version: found.noteVersion };
};

describe('what is written in a meeting', () => {
  it('is not written before the meeting is on', async () => {
    expect(await anne.refusal(NOTE, { item, text: 'For tidligt', seen: 0 })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'CONVENED',
    });
    await anne.ask(START, { id });
  });

  it('cannot be written by anybody outside the room, who learn nothing by trying', async () => {
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
      expect(await caller.refusal(NOTE, { item, text: 'x', seen: 0 }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await caller.refusal(DECIDE, { item, text: 'x' }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await caller.refusal(UNDECIDE, { id: IDS.decision }), name).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await (await world.signIn('coach')).refusal(NOTE, { item, text: 'x', seen: 0 })).toEqual({
      code: 'NOT_ALLOWED',
    });
    expect(await anne.refusal(NOTE, { item: IDS.otherItem, text: 'x', seen: 0 })).toEqual({ code: 'NOT_FOUND' });
    expect(await anne.refusal(NOTE, { item: 'ikke et id', text: 'x', seen: 0 })).toEqual({ code: 'NOT_FOUND' });
  });

  it('is refused on top of an older text, with the newer text handed over, so that nobody’s words are lost', async () => {
    const { version } = await noteOf(anne);
    await anne.ask(NOTE, { item, text: 'Annes linje', seen: version });
    expect(await mads.refusal(NOTE, { item, text: 'Mads’ linje', seen: version })).toEqual({
      code: 'CHANGED_MEANWHILE',
      current: { text: 'Annes linje', version: version + 1 },
    });
    await mads.ask(NOTE, { item, text: 'Annes linje\nMads’ linje', seen: version + 1 });
    expect(await noteOf(anne)).toEqual({ text: 'Annes linje\nMads’ linje', version: version + 2 });
  });

  it('of two that are saved at the same moment one is kept and the other is told, never silently overwritten', async () => {
    const { version } = await noteOf(anne);
    const answers = await Promise.all([
      anne.send(NOTE, { item, text: 'A', seen: version }),
      mads.send(NOTE, { item, text: 'B', seen: version }),
    ]);
    expect(answers.filter((answer) => answer.errors)).toHaveLength(1);
    const kept = await noteOf(anne);
    expect(answers.find((answer) => answer.errors)!.errors![0]!.extensions).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      current: kept,
    });
  });

  it('may be sent again when the answer was lost', async () => {
    const { version } = await noteOf(anne);
    await anne.ask(NOTE, { item, text: 'Sendt to gange', seen: version });
    expect((await anne.ask(NOTE, { item, text: 'Sendt to gange', seen: version })).saveNote.changes).toEqual([]);
    expect((await noteOf(anne)).version).toBe(version + 1);
    const wanted = randomUUID();
    await anne.ask(DECIDE, { item, text: 'Vi begynder kl. 8', id: wanted });
    await anne.ask(DECIDE, { item, text: 'Vi begynder kl. 8', id: wanted });
    expect((await roomOf(mads, id)).decisions.filter((one: any) => one.id === wanted)).toHaveLength(1);
  });

  it('holds no CPR number, no control characters and no more than its length', async () => {
    const { version, text } = await noteOf(anne);
    for (const [bad, problem] of [
      ['Se 010190-1234 fra i går', 'CPR'],
      ['skjult \u0007 tegn', 'CONTROL_CHARACTER'],
      ['æ'.repeat(20_001), 'TOO_LONG'],
    ] as const) {
      expect(await anne.refusal(NOTE, { item, text: bad, seen: version })).toEqual({
        code: 'INPUT_REFUSED',
        fields: [{ field: 'text', problem }],
      });
    }
    expect(await anne.refusal(DECIDE, { item, text: 'Ring til 010190-1234' })).toMatchObject({
      fields: [{ field: 'text', problem: 'CPR' }],
    });
    expect(await anne.refusal(DECIDE, { item, text: '   ' })).toMatchObject({
      fields: [{ field: 'text', problem: 'EMPTY' }],
    });
    expect(await noteOf(anne)).toEqual({ text, version });
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

  it('may still be mended after the meeting, until its minutes are proposed', async () => {
    await anne.ask(FINISH, { id });
    const { version } = await noteOf(anne);
    await mads.ask(NOTE, { item, text: 'Rettet bagefter', seen: version });
    await anne.ask('mutation($id: ID!) { proposeMinutes(meetingId: $id) { id } }', { id });
    expect(await mads.refusal(NOTE, { item, text: 'For sent', seen: version + 1 })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'HELD',
    });
    expect((await noteOf(anne)).text).toBe('Rettet bagefter');
  });
});
