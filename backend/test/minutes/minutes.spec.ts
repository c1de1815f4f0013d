import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
let mads: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());

const READ = `query($id: ID!) { minutes(meetingId: $id) { state revision fingerprint taps presentCount ownTap objections { id text answer } amendments { text by { initials } }
  text { teamName present { displayName } items { title note outcome decisions { text } } } } }`;
const mutation = (name: string, extra = '', args = '') =>
  `mutation($id: ID!${extra}) { ${name}(meetingId: $id${args}) { id changes } }`;
const PROPOSE = mutation('proposeMinutes');
const WITHDRAW = mutation('withdrawMinutes');
const TAP = mutation('tapMinutes');
const APPROVE = mutation('approveMinutes', ', $seen: Int!', ', seenRevision: $seen');
const OBJECT = mutation('objectToMinutes', ', $item: ID, $text: String!', ', itemId: $item, text: $text');
const ANSWER = mutation(
  'answerObjection',
  ', $objection: ID!, $text: String!',
  ', objectionId: $objection, text: $text',
);
const AMEND = mutation('amendMinutes', ', $item: ID, $text: String!', ', itemId: $item, text: $text');
const id = IDS.meeting;
const minutes = async (caller: Caller) => (await caller.ask(READ, { id }))['minutes'];

/** Puts the small world's meeting where the clock and the room would have brought it. */
const held = () =>
  world.admin.query(
    `update meeting set state = 'HELD', started_at = now() - interval '1 hour', ended_at = now() where id = '${id}';
     update meeting_participant set attendance = 'PRESENT' where meeting_id = '${id}' and person_id in ('${PEOPLE.anne.id}', '${PEOPLE.mads.id}');
     update agenda_item set state = 'DONE', outcome = 'DISCUSSED' where meeting_id = '${id}'`,
  );

describe('minutes', () => {
  it('are not there before the meeting was held', async () => {
    expect(await anne.refusal(READ, { id })).toEqual({ code: 'NOT_FOUND' });
    expect(await anne.refusal(PROPOSE, { id })).toMatchObject({ code: 'STEP_NOT_POSSIBLE', state: 'CONVENED' });
    await held();
  });

  it('are answered alike as not there to all who may not read them, and cannot be written by them', async () => {
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
      'coach',
    ] as const) {
      const caller = await world.signIn(name);
      expect(await caller.refusal(READ, { id }), name).toEqual({ code: 'NOT_FOUND' });
      const propose = await caller.refusal(PROPOSE, { id });
      // A coach may know that the minutes are; nobody else does.
      expect(propose['code'], name).toBe(name === 'coach' ? 'NOT_ALLOWED' : 'NOT_FOUND');
    }
  });

  it('hold what was written in the meeting, with nothing retyped', async () => {
    expect(await minutes(anne)).toMatchObject({
      state: 'OPEN',
      text: { teamName: '5. årgang', present: [{ displayName: 'Anne Kjær' }, { displayName: 'Mads Juhl' }] },
    });
    const third = (await minutes(anne)).text.items[2];
    expect(third).toEqual({
      title: 'Fælles undersøgelse',
      note: 'Note til punkt 3',
      outcome: 'DISCUSSED',
      decisions: [{ text: 'Vi begynder ens' }],
    });
  });

  it('with something like a CPR number in them are neither proposed nor approved', async () => {
    await world.admin.query(`update agenda_item set note = 'Se 010190-1234' where id = $1`, [IDS.items[0]]);
    expect(await anne.refusal(PROPOSE, { id })).toMatchObject({ code: 'INPUT_REFUSED', fields: [{ problem: 'CPR' }] });
    expect(await anne.refusal(APPROVE, { id, seen: 0 })).toMatchObject({ code: 'INPUT_REFUSED' });
    await world.admin.query(`update agenda_item set note = '' where id = $1`, [IDS.items[0]]);
  });

  it('are proposed once, and a second tap is told what is possible now', async () => {
    await mads.ask(PROPOSE, { id });
    expect(await mads.refusal(PROPOSE, { id })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'PROPOSED',
      possible: expect.arrayContaining(['WITHDRAW']),
    });
    await mads.ask(WITHDRAW, { id });
    await mads.ask(PROPOSE, { id });
  });

  it('are approved by somebody who leads, not by any member, and not by one who has read an older text', async () => {
    expect(await mads.refusal(APPROVE, { id, seen: 99 })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await anne.refusal(APPROVE, { id, seen: 0 })).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('refuse a tap and an objection from somebody who was not there', async () => {
    const trine = await world.signIn('trine');
    expect(await trine.refusal(TAP, { id })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await trine.refusal(OBJECT, { id, item: null, text: 'Nej' })).toEqual({ code: 'NOT_ALLOWED' });
  });

  it('wait for the facilitator’s answer to an objection, whoever taps', async () => {
    await mads.ask(OBJECT, { id, item: IDS.items[2], text: 'Vi aftalte også tavleplanen' });
    expect(await mads.refusal(OBJECT, { id, item: IDS.otherItem, text: 'Et andet sted' })).toEqual({
      code: 'NOT_FOUND',
    });
    await mads.ask(TAP, { id });
    await anne.ask(TAP, { id });
    const open = await minutes(anne);
    expect(open).toMatchObject({ state: 'PROPOSED', taps: 2, presentCount: 2, ownTap: true });
    expect(await anne.refusal(APPROVE, { id, seen: open.revision })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      possible: expect.arrayContaining(['ANSWER_OBJECTIONS']),
    });
    await anne.ask(ANSWER, { id, objection: open.objections[0].id, text: 'Det er skrevet ind' });
  });

  it('are approved when all present have tapped, frozen with a fingerprint, and the meeting is closed', async () => {
    await mads.ask(TAP, { id });
    const approved = await minutes(mads);
    expect(approved).toMatchObject({ state: 'APPROVED', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await world.admin.query('select state from meeting where id = $1', [id])).rows[0].state).toBe('CLOSED');
    await world.admin.query(`update agenda_item set note = 'Skrevet om bagefter' where id = $1`, [IDS.items[2]]);
    expect(await minutes(mads)).toEqual(approved);
    await expect(world.admin.query(`update minutes set snapshot = '{}' where meeting_id = $1`, [id])).rejects.toThrow(
      'immutable',
    );
  });

  it('are no longer a guest’s once approved, and never a leader’s before they are shared', async () => {
    expect(await (await world.signIn('gaest')).refusal(READ, { id })).toEqual({ code: 'NOT_FOUND' });
    expect(await (await world.signIn('leder')).refusal(READ, { id })).toEqual({ code: 'NOT_FOUND' });
    expect((await minutes(await world.signIn('coach'))).state).toBe('APPROVED');
  });

  it('take amendments beside the text, and refuse what is empty, too long or holds a CPR number', async () => {
    for (const [text, problem] of [
      ['  ', 'EMPTY'],
      ['x'.repeat(2001), 'TOO_LONG'],
      ['Ring til 010190-1234', 'CPR'],
      ['a\u0000b', 'CONTROL_CHARACTER'],
    ] as const) {
      expect(await anne.refusal(AMEND, { id, item: null, text })).toMatchObject({
        code: 'INPUT_REFUSED',
        fields: [{ field: 'text', problem }],
      });
    }
    await anne.ask(AMEND, { id, item: IDS.items[2], text: 'Tavleplanen hænger nu i alle lokaler' });
    expect((await minutes(mads)).amendments).toEqual([
      { text: 'Tavleplanen hænger nu i alle lokaler', by: { initials: 'AK' } },
    ]);
  });
});
