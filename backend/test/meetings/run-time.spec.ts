import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import {
  BRING_BACK,
  EXTEND,
  EXTEND_MEETING,
  FINISH,
  GIVE_BACK,
  HAND_OVER,
  MISTAKE,
  NEXT,
  PAUSE,
  POSTPONE,
  RESUME,
  roomOf,
  SHORTEN,
  SKIP,
  START,
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

/** Puts the meeting back to where the small world has it, and starts it. */
async function begin(): Promise<void> {
  await world.admin.query(
    `delete from minutes where meeting_id = '${id}';
     update meeting set state = 'CONVENED', starts_at = now(), duration_min = 60, extended_min = 0, started_at = null, ended_at = null, paused_at = null,
       current_item_id = null, ended_by_clock = false where id = '${id}';
     update agenda_item set state = 'PLANNED', outcome = null, outcome_reason = null, started_at = null, ended_at = null, planned_min = 15, extended_min = 0
       where meeting_id = '${id}';
     update meeting_participant set attendance = 'INVITED' where meeting_id = '${id}'`,
  );
  await anne.ask(START, { id });
}
const room = (who: Caller = anne) => roomOf(who, id);
const item = async (itemId: string | undefined) => (await room()).items.find((one: any) => one.id === itemId);
const states = async () =>
  (await room()).items.toSorted((a: any, b: any) => a.position - b.position).map((one: any) => one.state);
/** The clock of the database has gone on by some minutes: everything that began is that much further back. */
const minutesPass = (minutes: number) =>
  world.admin.query(
    `update meeting set starts_at = starts_at - make_interval(mins => ${minutes}), started_at = started_at - make_interval(mins => ${minutes}),
       paused_at = paused_at - make_interval(mins => ${minutes}) where id = '${id}';
     update agenda_item set started_at = started_at - make_interval(mins => ${minutes}), ended_at = ended_at - make_interval(mins => ${minutes})
       where meeting_id = '${id}'`,
  );
/** How long the current item has been on by its timestamps, in minutes. */
const onFor = async (itemId: string | undefined) => (Date.now() - Date.parse((await item(itemId)).startedAt)) / 60_000;
const participant = async (name: keyof typeof PEOPLE) =>
  (await room()).participants.find((one: any) => one.person.id === PEOPLE[name].id);
const changed = (answer: Record<string, any>) =>
  (Object.values(answer)[0] as { changes: unknown[] }).changes.length > 0;

describe('a meeting’s time is refused', () => {
  beforeEach(begin);

  it('to everybody who is not in it, as if it were not there', async () => {
    const { revision } = await room();
    const asked = [
      [PAUSE, { id, seen: revision }],
      [RESUME, { id, seen: revision }],
      [SKIP, { id, seen: first }],
      [SHORTEN, { id, seen: revision }],
      [GIVE_BACK, { id, items: [{ itemId: second, extendedMin: 1, seenExtendedMin: 0 }] }],
      [POSTPONE, { item: second }],
      [BRING_BACK, { item: second }],
      [EXTEND_MEETING, { id, minutes: 5, seen: 0 }],
      [HAND_OVER, { id, role: 'FACILITATOR', to: (await participant('mads')).id, seen: null }],
    ] as const;
    for (const name of ['ove', 'leder', 'bodil', 'laeser', 'konsulent', 'admin', 'dpo', 'nabo', 'naboleder'] as const) {
      const caller = await world.signIn(name);
      for (const [document, variables] of asked)
        expect(await caller.refusal(document, variables), `${name} ${document}`).toEqual({ code: 'NOT_FOUND' });
    }
    for (const name of ['gaest', 'coach'] as const) {
      const caller = await world.signIn(name);
      for (const [document, variables] of asked)
        expect(await caller.refusal(document, variables), `${name} ${document}`).toEqual({ code: 'NOT_ALLOWED' });
    }
    expect(await world.stranger().refusal(PAUSE, { id, seen: revision })).toEqual({ code: 'SIGNED_OUT' });
    expect((await room()).revision, 'nothing was touched').toBe(revision);
  });

  it('before the meeting is on and after it', async () => {
    await anne.ask(MISTAKE, { id });
    const { revision } = await room();
    expect(await anne.refusal(PAUSE, { id, seen: revision })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'CONVENED',
    });
    await anne.ask(START, { id });
    await anne.ask(FINISH, { id });
    expect(await anne.refusal(SHORTEN, { id, seen: 1 })).toMatchObject({ code: 'STEP_NOT_POSSIBLE', state: 'HELD' });
    expect(await anne.refusal(POSTPONE, { item: second })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });

  it('with what is no number of minutes, and for items of another meeting', async () => {
    expect(await anne.refusal(EXTEND_MEETING, { id, minutes: 600, seen: 0 })).toMatchObject({ code: 'INPUT_REFUSED' });
    expect(await anne.refusal(GIVE_BACK, { id, items: [] })).toMatchObject({ code: 'INPUT_REFUSED' });
    const foreign = [{ itemId: IDS.draftItem, extendedMin: 5, seenExtendedMin: 0 }];
    expect(changed(await anne.ask(GIVE_BACK, { id, items: foreign }))).toBe(false);
    const { rows } = await world.admin.query('select extended_min from agenda_item where id = $1', [IDS.draftItem]);
    expect(rows).toEqual([{ extended_min: 0 }]);
  });
});

describe('a pause', () => {
  beforeEach(begin);

  it('is one pause when two tap at the same moment, and a late retry does not stop a room that is on again', async () => {
    const { revision } = await room();
    const answers = await Promise.all([anne, mads, anne].map((who) => who.ask(PAUSE, { id, seen: revision })));
    expect(answers.filter(changed)).toHaveLength(1);
    const paused = await room(mads);
    expect(paused.pausedAt).not.toBeNull();
    const on = await Promise.all([anne, mads].map((who) => who.ask(RESUME, { id, seen: paused.revision })));
    expect(on.filter(changed)).toHaveLength(1);
    expect(changed(await anne.ask(PAUSE, { id, seen: revision })), 'the retry').toBe(false);
    expect((await room()).pausedAt).toBeNull();
  });

  it('spends none of the item’s minutes, is one change in the room, and is there after a reload', async () => {
    await minutesPass(4);
    const answer = await anne.ask(PAUSE, { id, seen: (await room()).revision });
    expect(answer['pauseMeeting'].changes).toHaveLength(1);
    expect(answer['pauseMeeting'].changes[0]).toMatchObject({
      scopeKind: 'MEETING',
      entity: 'Meeting',
      verb: 'paused',
    });
    await minutesPass(10);
    const reloaded = await room(mads);
    expect(Date.parse(reloaded.pausedAt) - Date.parse(reloaded.items[0].startedAt)).toBeCloseTo(4 * 60_000, -4);
    await mads.ask(RESUME, { id, seen: reloaded.revision });
    expect(await onFor(first)).toBeCloseTo(4, 0);
    expect((await room()).pausedAt).toBeNull();
  });

  it('ends when the room goes on, and the item that is left has had only its own minutes', async () => {
    await minutesPass(3);
    await anne.ask(PAUSE, { id, seen: (await room()).revision });
    await minutesPass(20);
    await mads.ask(NEXT, { id, seen: first });
    expect(await room()).toMatchObject({ pausedAt: null, currentItemId: second });
    const left = await item(first);
    expect(Date.parse(left.endedAt) - Date.parse(left.startedAt)).toBeCloseTo(3 * 60_000, -4);
  });

  it('ends with the meeting, and when the start is taken back', async () => {
    await anne.ask(PAUSE, { id, seen: (await room()).revision });
    await anne.ask(MISTAKE, { id });
    expect(await room()).toMatchObject({ state: 'CONVENED', pausedAt: null });
    await anne.ask(START, { id });
    await anne.ask(PAUSE, { id, seen: (await room()).revision });
    await anne.ask(FINISH, { id });
    expect(await room()).toMatchObject({ state: 'HELD', pausedAt: null });
  });
});

describe('skipping an item', () => {
  beforeEach(begin);

  it('leaves it unjudged for later, once for two taps, and comes back to it at the end', async () => {
    const taps = await Promise.all([anne, mads].map((who) => who.ask(SKIP, { id, seen: first })));
    expect(taps.filter(changed)).toHaveLength(1);
    expect(await states()).toEqual(['PLANNED', 'ACTIVE', 'PLANNED', 'PLANNED']);
    expect((await item(first)).outcome).toBeNull();
    for (const seen of [second, third, fourth]) await anne.ask(NEXT, { id, seen });
    expect((await room()).currentItemId).toBe(first);
  });

  it('skipped again when it is the last one left, it goes on to the next meeting', async () => {
    await anne.ask(SKIP, { id, seen: first });
    for (const seen of [second, third, fourth]) await anne.ask(NEXT, { id, seen });
    await anne.ask(SKIP, { id, seen: first });
    expect((await room()).currentItemId).toBeNull();
    await anne.ask(FINISH, { id });
    expect(await item(first)).toMatchObject({ state: 'CARRIED', outcome: 'CARRIED' });
  });
});

describe('when the meeting is behind', () => {
  beforeEach(begin);

  it('the rest is shortened once for two taps, to the planned end exactly, and is given back with Fortryd', async () => {
    await minutesPass(24);
    const { revision } = await room();
    const taps = await Promise.all([anne, mads].map((who) => who.ask(SHORTEN, { id, seen: revision })));
    expect(taps.filter(changed)).toHaveLength(1);
    const { items } = await room();
    const given = items.map((one: any) => one.plannedMin + one.extendedMin);
    expect(given[0], 'the item that is on keeps its minutes').toBe(15);
    expect(given[1] + given[2] + given[3], '24 of 60 minutes have gone').toBe(36);
    const before = items.slice(1).map((one: any) => ({
      itemId: one.id,
      extendedMin: 0,
      seenExtendedMin: one.extendedMin,
    }));
    const back = await Promise.all([anne, mads].map((who) => who.ask(GIVE_BACK, { id, items: before })));
    expect(back.filter(changed)).toHaveLength(1);
    expect((await room()).items.map((one: any) => one.extendedMin)).toEqual([0, 0, 0, 0]);
  });

  it('the rest is shortened as far as the minimums allow when that is not enough, and the plan is still known', async () => {
    await minutesPass(59);
    await anne.ask(SHORTEN, { id, seen: (await room()).revision });
    const { items } = await room();
    expect(items.map((one: any) => one.plannedMin)).toEqual([15, 15, 15, 15]);
    for (const one of items.slice(1)) expect(one.plannedMin + one.extendedMin).toBeGreaterThanOrEqual(1);
    const minimums = items.map((one: any) => one.plannedMin + one.extendedMin);
    expect(changed(await anne.ask(SHORTEN, { id, seen: (await room()).revision })), 'no further').toBe(false);
    expect((await room()).items.map((one: any) => one.plannedMin + one.extendedMin)).toEqual(minimums);
  });

  it('what is not behind is not shortened, and a pause counts as time that is gone', async () => {
    expect(changed(await anne.ask(SHORTEN, { id, seen: (await room()).revision }))).toBe(false);
    await anne.ask(PAUSE, { id, seen: (await room()).revision });
    await minutesPass(10);
    await anne.ask(SHORTEN, { id, seen: (await room()).revision });
    const { items } = await room();
    const rest = items.slice(1).reduce((total: number, one: any) => total + one.plannedMin + one.extendedMin, 0);
    expect(rest).toBe(35);
  });

  it('an item somebody has changed since it was shortened keeps that when the rest is given back', async () => {
    await minutesPass(24);
    await anne.ask(SHORTEN, { id, seen: (await room()).revision });
    const { items } = await room();
    await mads.ask(EXTEND, { item: second, minutes: 3, seen: items[1].extendedMin });
    await anne.ask(GIVE_BACK, {
      id,
      items: items.slice(1).map((one: any) => ({ itemId: one.id, extendedMin: 0, seenExtendedMin: one.extendedMin })),
    });
    expect((await room()).items.map((one: any) => one.extendedMin)).toEqual([0, items[1].extendedMin + 3, 0, 0]);
  });

  it('one item is postponed by two taps and brought back by two, but not one that the room has come to', async () => {
    expect(
      (await Promise.all([anne, mads].map((who) => who.ask(POSTPONE, { item: third })))).filter(changed),
    ).toHaveLength(1);
    expect(await item(third)).toMatchObject({ state: 'CARRIED', outcome: 'CARRIED' });
    expect(
      (await Promise.all([anne, mads].map((who) => who.ask(BRING_BACK, { item: third })))).filter(changed),
    ).toHaveLength(1);
    expect(await item(third)).toMatchObject({ state: 'PLANNED', outcome: null });
    await mads.ask(NEXT, { id, seen: first });
    expect(changed(await anne.ask(POSTPONE, { item: second })), 'the room is at it').toBe(false);
    expect(await states()).toEqual(['DONE', 'ACTIVE', 'PLANNED', 'PLANNED']);
    expect(await anne.refusal(BRING_BACK, { item: first }), 'it was talked about').toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
    });
  });

  it('the meeting is extended once by two at the same moment, never below its plan, and by four hours at most', async () => {
    await Promise.all([anne, mads].map((who) => who.ask(EXTEND_MEETING, { id, minutes: 7, seen: 0 })));
    expect((await room()).extendedMin).toBe(7);
    await mads.ask(EXTEND_MEETING, { id, minutes: -60, seen: 7 });
    expect((await room()).extendedMin).toBe(0);
    for (let seen = 0; seen < 240; seen += 60) await anne.ask(EXTEND_MEETING, { id, minutes: 60, seen });
    expect(changed(await anne.ask(EXTEND_MEETING, { id, minutes: 60, seen: 240 }))).toBe(false);
  });
});

describe('a role that changes hands', () => {
  beforeEach(async () => {
    await begin();
    await world.admin.query(
      `update meeting_participant set meeting_role = case person_id when '${PEOPLE.anne.id}' then 'FACILITATOR' when '${PEOPLE.mads.id}' then 'NOTE_TAKER' end
       where meeting_id = '${id}'`,
    );
  });
  const roles = async () => ({
    anne: (await participant('anne')).meetingRole,
    mads: (await participant('mads')).meetingRole,
    trine: (await participant('trine')).meetingRole,
  });

  it('is taken over by anybody in the team, in exchange for their own, and is one person’s', async () => {
    const holder = (await participant('anne')).id;
    const to = (await participant('mads')).id;
    expect(changed(await mads.ask(HAND_OVER, { id, role: 'FACILITATOR', to, seen: holder }))).toBe(true);
    expect(await roles()).toEqual({ anne: 'NOTE_TAKER', mads: 'FACILITATOR', trine: null });
    expect(changed(await mads.ask(HAND_OVER, { id, role: 'FACILITATOR', to, seen: holder })), 'a second tap').toBe(
      false,
    );
    expect(await roles()).toEqual({ anne: 'NOTE_TAKER', mads: 'FACILITATOR', trine: null });
  });

  it('goes to the first of two who take it at the same moment', async () => {
    const holder = (await participant('anne')).id;
    const takers = [(await participant('mads')).id, (await participant('trine')).id];
    const answers = await Promise.all(
      takers.map((to) => mads.ask(HAND_OVER, { id, role: 'FACILITATOR', to, seen: holder })),
    );
    expect(answers.filter(changed)).toHaveLength(1);
    expect(Object.values(await roles()).filter((role) => role === 'FACILITATOR')).toHaveLength(1);
  });

  it('is not given to a guest, nor to somebody who is not called', async () => {
    const seen = (await participant('anne')).id;
    for (const to of [(await participant('gaest')).id, IDS.draftItem])
      expect(await anne.refusal(HAND_OVER, { id, role: 'FACILITATOR', to, seen })).toEqual({ code: 'NOT_FOUND' });
    expect((await roles()).anne).toBe('FACILITATOR');
  });
});
