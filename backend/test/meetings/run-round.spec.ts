import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';
import {
  ATTEND,
  COME_IN,
  END_ROUND,
  FINISH,
  NEXT,
  NEXT_SPEAKER,
  PASS_SPEAKER,
  ROUND,
  SKIP,
  START,
} from './run-documents.ts';

let world: World;
let anne: Caller;
let mads: Caller;
let trine: Caller;
const id = IDS.meeting;
const [first, second] = IDS.items;
const WHO = `query($id: ID!) { meeting(id: $id) { round { id itemId speakerIds at seconds turnStartedAt } } }`;

beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  trine = await world.signIn('trine');
});
afterAll(() => world.stop());

async function begin(): Promise<void> {
  await world.admin.query(
    `delete from minutes where meeting_id = '${id}'; delete from speaking_round;
     update meeting set state = 'CONVENED', started_at = null, ended_at = null, paused_at = null, current_item_id = null where id = '${id}';
     update agenda_item set state = 'PLANNED', outcome = null, started_at = null, ended_at = null where meeting_id = '${id}';
     update meeting_participant set attendance = 'INVITED' where meeting_id = '${id}'`,
  );
  await anne.ask(START, { id });
  await mads.ask(COME_IN, { id });
  await trine.ask(COME_IN, { id });
}
const round = async (who: Caller = anne) => (await who.ask(WHO, { id }))['meeting'].round;
const changed = (answer: Record<string, any>) =>
  (Object.values(answer)[0] as { changes: unknown[] }).changes.length > 0;
const names = (ids: readonly string[]) =>
  ids.map((person) => (Object.keys(PEOPLE) as PersonName[]).find((name) => PEOPLE[name].id === person));

describe('a round', () => {
  beforeEach(begin);

  it('is nobody’s to begin, see or lead who is not in the room', async () => {
    await anne.ask(ROUND, { item: first, seconds: 60 });
    const { id: roundId, speakerIds } = await round();
    const asked = [
      [ROUND, { item: first, seconds: 60 }],
      [NEXT_SPEAKER, { id, round: roundId, at: 0 }],
      [PASS_SPEAKER, { id, round: roundId, at: 0, speaker: speakerIds[0] }],
      [END_ROUND, { id, round: roundId }],
    ] as const;
    for (const name of ['ove', 'leder', 'laeser', 'konsulent', 'admin', 'nabo'] as const) {
      const caller = await world.signIn(name);
      for (const [document, variables] of asked)
        expect(await caller.refusal(document, variables), `${name} ${document}`).toEqual({ code: 'NOT_FOUND' });
      expect(await caller.refusal(WHO, { id }), name).toEqual({ code: 'NOT_FOUND' });
    }
    const guest = await world.signIn('gaest');
    expect(await guest.refusal(NEXT_SPEAKER, { id, round: roundId, at: 0 })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await round(guest), 'a guest in the room sees whose turn it is').toMatchObject({ at: 0 });
    const coach = await world.signIn('coach');
    expect((await coach.send(WHO, { id })).data?.['meeting']?.round ?? null, 'a coach who is not called').toBeNull();
    expect(await round()).toMatchObject({ id: roundId, at: 0 });
  });

  it('takes two who are there, and a sensible time for each', async () => {
    for (const name of ['mads', 'trine'] as const)
      await anne.ask(ATTEND, { id, person: PEOPLE[name].id, attendance: 'ABSENT' });
    expect(await anne.refusal(ROUND, { item: first, seconds: 60 })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'present', problem: 'TOO_FEW' }],
    });
    expect(await anne.refusal(ROUND, { item: first, seconds: 3 })).toMatchObject({ code: 'INPUT_REFUSED' });
    expect(changed(await anne.ask(ROUND, { item: second, seconds: 60 })), 'the room is at another item').toBe(false);
    expect(await anne.refusal(NEXT_SPEAKER, { id, round: IDS.draftItem, at: 0 })).toEqual({ code: 'NOT_FOUND' });
  });

  it('begins once for two taps, moves on by one for two taps, and is over after the last', async () => {
    const begun = await Promise.all([anne, mads].map((who) => who.ask(ROUND, { item: first, seconds: 60 })));
    expect(begun.filter(changed)).toHaveLength(1);
    const { id: roundId, speakerIds } = await round(mads);
    expect(names(speakerIds).toSorted()).toEqual(['anne', 'mads', 'trine']);
    for (const at of [0, 1]) {
      const taps = await Promise.all(
        [anne, mads, trine].map((who) => who.ask(NEXT_SPEAKER, { id, round: roundId, at })),
      );
      expect(taps.filter(changed)).toHaveLength(1);
      expect((await round()).at).toBe(at + 1);
    }
    await anne.ask(NEXT_SPEAKER, { id, round: roundId, at: 2 });
    expect(await round()).toBeNull();
    expect(changed(await mads.ask(NEXT_SPEAKER, { id, round: roundId, at: 2 })), 'a tap too late').toBe(false);
    expect(changed(await mads.ask(END_ROUND, { id, round: roundId }))).toBe(false);
  });

  it('comes back to whoever was passed by, and passes one for two taps', async () => {
    await anne.ask(ROUND, { item: first, seconds: 60 });
    const { id: roundId, speakerIds } = await round();
    const [speaker, ...others] = speakerIds;
    const taps = await Promise.all(
      [anne, mads].map((who) => who.ask(PASS_SPEAKER, { id, round: roundId, at: 0, speaker })),
    );
    expect(taps.filter(changed)).toHaveLength(1);
    expect((await round()).speakerIds).toEqual([...others, speaker]);
    await anne.ask(END_ROUND, { id, round: roundId });
    await anne.ask(ROUND, { item: first, seconds: 60 });
    expect((await round()).speakerIds[0], 'whoever was passed by has not begun').toBe(speaker);
  });

  it('is begun by another each time, and by nobody who is away', async () => {
    const began: string[] = [];
    const hold = async () => {
      await anne.ask(ROUND, { item: first, seconds: 60 });
      const { id: roundId, speakerIds } = await round();
      began.push(speakerIds[0]);
      await anne.ask(END_ROUND, { id, round: roundId });
      return speakerIds as string[];
    };
    for (let n = 0; n < 3; n += 1) await hold();
    expect(names(began).toSorted()).toEqual(['anne', 'mads', 'trine']);
    await anne.ask(ATTEND, { id, person: began[0], attendance: 'ABSENT' });
    expect(await hold()).not.toContain(began[0]);
    await anne.ask(ATTEND, { id, person: began[0], attendance: 'PRESENT' });
    expect((await hold())[0], 'they begin when they are back').toBe(began[0]);
  });

  it('has a guest last, however seldom they are there', async () => {
    const guest = await world.signIn('gaest');
    await guest.ask(COME_IN, { id });
    await anne.ask(ROUND, { item: first, seconds: 60 });
    expect(names((await round()).speakerIds).at(-1)).toBe('gaest');
  });

  it('ends when the room goes on, and when the meeting does', async () => {
    await anne.ask(ROUND, { item: first, seconds: 60 });
    await mads.ask(SKIP, { id, seen: first });
    expect(await round()).toBeNull();
    await anne.ask(ROUND, { item: second, seconds: 60 });
    await anne.ask(NEXT, { id, seen: second });
    expect(await round()).toBeNull();
    await anne.ask(ROUND, { item: IDS.items[2], seconds: 60 });
    await anne.ask(FINISH, { id });
    expect(await round()).toBeNull();
  });

  it('leaves nothing behind but who began: not in its row, and not in the history of changes', async () => {
    await anne.ask(ROUND, { item: first, seconds: 60 });
    const { id: roundId, speakerIds } = await round();
    await anne.ask(PASS_SPEAKER, { id, round: roundId, at: 0, speaker: speakerIds[0] });
    await anne.ask(NEXT_SPEAKER, { id, round: roundId, at: 0 });
    await anne.ask(END_ROUND, { id, round: roundId });
    const { rows } = await world.admin.query('select speakers, passed, began_id from speaking_round where id = $1', [
      roundId,
    ]);
    expect(rows).toEqual([{ speakers: [], passed: [], began_id: speakerIds[1] }]);
    const { rows: told } = await world.admin.query(
      `select fields::text as fields from change where entity = 'SpeakingRound' or verb like 'round %'`,
    );
    expect(told.length).toBeGreaterThan(2);
    for (const person of speakerIds) for (const { fields } of told) expect(fields ?? '').not.toContain(person);
  });
});
