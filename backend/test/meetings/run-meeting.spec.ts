import { noted } from '../notes/writer.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import {
  ATTEND,
  COME_IN,
  EXTEND,
  FINISH,
  GO_TO,
  MISTAKE,
  NEXT,
  OUTCOME,
  PREVIOUS,
  roomOf,
  START,
  DECIDE,
} from './run-documents.ts';

let world: World;
let anne: Caller;
let mads: Caller;
const id = IDS.meeting;
const [first, second, third, fourth] = IDS.items;

beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());

/** Puts the meeting back to where the small world has it, so that each promise stands alone. */
const fresh = () =>
  world.admin.query(
    `delete from minutes where meeting_id = '${id}';
     update meeting set state = 'CONVENED', started_at = null, ended_at = null, current_item_id = null, ended_by_clock = false where id = '${id}';
     update agenda_item set state = 'PLANNED', outcome = null, outcome_reason = null, started_at = null, ended_at = null, extended_min = 0 where meeting_id = '${id}';
     update meeting_participant set attendance = 'INVITED' where meeting_id = '${id}'`,
  );
const states = async () =>
  (await roomOf(anne, id)).items.toSorted((a: any, b: any) => a.position - b.position).map((item: any) => item.state);

describe('holding a meeting', () => {
  beforeEach(fresh);

  it('is answered alike as not there to everybody who is not in it', async () => {
    await anne.ask(START, { id });
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
      'naboleder',
    ] as const) {
      const caller = await world.signIn(name);
      for (const [document, variables] of [
        [START, { id }],
        [NEXT, { id, seen: first }],
        [PREVIOUS, { id, seen: first }],
        [GO_TO, { id, item: second, seen: first }],
        [EXTEND, { item: first, minutes: 3, seen: 0 }],
        [OUTCOME, { item: first, outcome: 'DISCUSSED' }],
        [FINISH, { id }],
        [MISTAKE, { id }],
        [COME_IN, { id }],
        [ATTEND, { id, person: PEOPLE.anne.id, attendance: 'ABSENT' }],
      ] as const) {
        expect(await caller.refusal(document, variables), `${name} ${document}`).toEqual({ code: 'NOT_FOUND' });
      }
    }
    expect(await world.stranger().refusal(NEXT, { id, seen: first })).toEqual({ code: 'SIGNED_OUT' });
  });

  it('is not led by a coach who is not invited, nor by a guest, who may come in all the same', async () => {
    await anne.ask(START, { id });
    expect(await (await world.signIn('coach')).refusal(NEXT, { id, seen: first })).toEqual({ code: 'NOT_ALLOWED' });
    const guest = await world.signIn('gaest');
    expect(await guest.refusal(NEXT, { id, seen: first })).toEqual({ code: 'NOT_ALLOWED' });
    await guest.ask(COME_IN, { id });
    const came = (await roomOf(anne, id)).participants.find((one: any) => one.person.id === PEOPLE.gaest.id);
    expect(came).toMatchObject({ attendance: 'GUEST', isGuest: true });
  });

  it('starts by the database’s clock with the first item on and whoever started it present', async () => {
    await anne.ask(START, { id });
    const room = await roomOf(mads, id);
    expect(room).toMatchObject({ state: 'IN_PROGRESS', currentItemId: first });
    expect(room.items[0]).toMatchObject({ id: first, state: 'ACTIVE' });
    expect(
      room.participants.filter((one: any) => one.attendance === 'PRESENT').map((one: any) => one.person.id),
    ).toEqual([PEOPLE.anne.id]);
    await mads.ask(COME_IN, { id });
    expect((await mads.ask(COME_IN, { id })).comeIn.changes).toEqual([]);
    expect((await roomOf(mads, id)).participants.filter((one: any) => one.attendance === 'PRESENT')).toHaveLength(2);
  });

  it('moves one item once when two facilitators tap Næste at the same moment, and neither is refused', async () => {
    await anne.ask(START, { id });
    const answers = await Promise.all(
      [anne, mads, anne, mads, anne].map((caller) => caller.ask(NEXT, { id, seen: first })),
    );
    expect(answers.filter((answer) => answer['nextItem'].changes.length > 0)).toHaveLength(1);
    expect((await roomOf(anne, id)).currentItemId).toBe(second);
    expect(await states()).toEqual(['DONE', 'ACTIVE', 'PLANNED', 'PLANNED']);
  });

  it('closes an orientation as noted, and what was talked about without an answer as discussed', async () => {
    await anne.ask(START, { id });
    await anne.ask(NEXT, { id, seen: first });
    await anne.ask(NEXT, { id, seen: second });
    await anne.ask(NEXT, { id, seen: third, outcome: 'PARKED' });
    await mads.ask(DECIDE, { item: fourth, text: 'Vi prøver i uge 49' });
    await anne.ask(NEXT, { id, seen: fourth });
    const { items, currentItemId } = await roomOf(anne, id);
    expect(items.map((item: any) => item.outcome)).toEqual(['NOTED', 'DISCUSSED', 'PARKED', 'DECISION']);
    expect(currentItemId).toBeNull();
    expect((await anne.ask(NEXT, { id, seen: null })).nextItem.changes).toEqual([]);
  });

  it('goes back and opens the item again, and goes on to what was passed by', async () => {
    await anne.ask(START, { id });
    await anne.ask(NEXT, { id, seen: first });
    await anne.ask(PREVIOUS, { id, seen: second });
    expect(await states()).toEqual(['ACTIVE', 'PLANNED', 'PLANNED', 'PLANNED']);
    expect((await anne.ask(PREVIOUS, { id, seen: first })).previousItem.changes).toEqual([]);
    await anne.ask(GO_TO, { id, item: fourth, seen: first });
    expect(await states()).toEqual(['PLANNED', 'PLANNED', 'PLANNED', 'ACTIVE']);
    await anne.ask(NEXT, { id, seen: fourth });
    expect((await roomOf(anne, id)).currentItemId).toBe(first);
    expect(
      (await anne.ask(GO_TO, { id, item: second, seen: fourth })).goToItem.changes,
      'seen from an older screen',
    ).toEqual([]);
    expect(await anne.refusal(GO_TO, { id, item: IDS.draftItem, seen: first })).toEqual({ code: 'NOT_FOUND' });
  });

  it('gives three minutes once to two who give them at the same moment', async () => {
    await anne.ask(START, { id });
    await Promise.all([anne, mads].map((caller) => caller.ask(EXTEND, { item: first, minutes: 3, seen: 0 })));
    expect((await roomOf(anne, id)).items[0].extendedMin).toBe(3);
    await mads.ask(EXTEND, { item: first, minutes: -3, seen: 3 });
    expect((await roomOf(anne, id)).items[0].extendedMin).toBe(0);
    expect(await anne.refusal(EXTEND, { item: first, minutes: 600, seen: 0 })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'minutes', problem: 'TOO_LONG' }],
    });
  });

  it('says which steps are possible when an illegal one is asked for', async () => {
    expect(await anne.refusal(NEXT, { id, seen: null })).toEqual({
      code: 'STEP_NOT_POSSIBLE',
      state: 'CONVENED',
      possible: ['START', 'CANCEL'],
    });
    expect(await anne.refusal(FINISH, { id })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      possible: ['START', 'CANCEL'],
    });
    await anne.ask(START, { id });
    expect(await anne.refusal(OUTCOME, { item: third, outcome: 'DISCUSSED' })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'PLANNED',
    });
    expect(await anne.refusal(OUTCOME, { item: third, outcome: 'DROPPED' })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'reason', problem: 'EMPTY' }],
    });
    expect(await anne.refusal(OUTCOME, { item: third, outcome: 'NOTED' })).toMatchObject({ code: 'INPUT_REFUSED' });
    await anne.ask(FINISH, { id });
    expect((await anne.ask(FINISH, { id })).finishMeeting.changes).toEqual([]);
    expect(await anne.refusal(MISTAKE, { id })).toMatchObject({ code: 'STEP_NOT_POSSIBLE', state: 'HELD' });
  });

  it('takes a start back within a quarter of an hour, keeps what was written, and refuses later', async () => {
    await anne.ask(START, { id });
    await noted(world, anne, first, 'Vi kom i gang');
    await anne.ask(MISTAKE, { id });
    expect(await roomOf(anne, id)).toMatchObject({ state: 'CONVENED', startedAt: null, currentItemId: null });
    expect((await roomOf(anne, id)).items[0]).toMatchObject({
      state: 'PLANNED',
      note: expect.stringContaining('Vi kom i gang'),
    });
    await anne.ask(START, { id });
    await world.admin.query(`update meeting set started_at = now() - interval '16 minutes' where id = $1`, [id]);
    expect(await anne.refusal(MISTAKE, { id })).toMatchObject({ code: 'STEP_NOT_POSSIBLE', possible: ['FINISH'] });
  });

  it('lets a colleague say who came, but nobody from outside', async () => {
    await anne.ask(START, { id });
    await anne.ask(ATTEND, { id, person: PEOPLE.trine.id, attendance: 'ABSENT' });
    expect((await roomOf(anne, id)).participants.find((one: any) => one.person.id === PEOPLE.trine.id).attendance).toBe(
      'ABSENT',
    );
    expect(await anne.refusal(ATTEND, { id, person: PEOPLE.ove.id, attendance: 'PRESENT' })).toEqual({
      code: 'NOT_FOUND',
    });
    expect(await anne.refusal(ATTEND, { id, person: PEOPLE.nabo.id, attendance: 'PRESENT' })).toEqual({
      code: 'NOT_FOUND',
    });
    expect(await anne.refusal(ATTEND, { id, person: PEOPLE.trine.id, attendance: 'ILL' })).toMatchObject({
      code: 'INPUT_REFUSED',
    });
  });

  it('is told to everybody in the room as it happens, in the same words as to whoever did it', async () => {
    const socket = await world.connectLive(mads);
    const version = (await mads.ask('query($id: ID!) { meeting(id: $id) { liveVersion } }', { id }))['meeting']
      .liveVersion;
    const heard: any[] = [];
    socket.on('changes', (changes) => heard.push(...changes));
    await new Promise((resolve) => socket.emit('follow', { kind: 'MEETING', id, since: version }, resolve));
    const told = (await anne.ask(START, { id })).startMeeting.changes.filter(
      (change: any) => change.scopeKind === 'MEETING',
    );
    await expect.poll(() => heard.length, { timeout: 4_000 }).toBeGreaterThanOrEqual(told.length);
    expect(heard).toEqual(told);
  });
});
