import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForgottenMeetings } from '../../src/meetings/forgotten-meeting.ts';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { DECIDE, FINISH, GO_TO, NEXT, OUTCOME, PAUSE, PREVIOUS, roomOf, START } from './run-documents.ts';

let world: World;
let anne: Caller;
const id = IDS.meeting;
const [first, second, third, fourth] = IDS.items;

beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

/** The small world's meeting and its next draft as they were. */
const fresh = () =>
  world.admin.query(
    `delete from minutes where meeting_id = '${id}';
     update meeting set state = 'CONVENED', starts_at = now() + interval '10 minutes', started_at = null, ended_at = null, paused_at = null, current_item_id = null, ended_by_clock = false where id = '${id}';
     update agenda_item set state = 'PLANNED', outcome = null, outcome_reason = null, started_at = null, ended_at = null where meeting_id = '${id}';
     delete from decision where meeting_id = '${id}';
     update action set origin_item_id = null, origin_meeting_id = null where team_id = '${IDS.teamA1}';
     delete from agenda_item where meeting_id = '${IDS.draft}' and id <> '${IDS.draftItem}';
     update agenda_thread set state = 'OPEN', times_moved = 0, dropped_reason = null where series_id = '${IDS.seriesA1}'`,
  );
const threads = async (): Promise<
  Record<string, { state: string; times_moved: number; dropped_reason: string | null }>
> => {
  const { rows } = await world.admin.query(
    'select id, state, times_moved, dropped_reason from agenda_thread where series_id = $1',
    [IDS.seriesA1],
  );
  return Object.fromEntries(rows.map((row) => [row.id, row]));
};
const draftItems = async () =>
  (await roomOf(anne, IDS.draft)).items.toSorted((a: any, b: any) => a.position - b.position);

describe('the end of a meeting', () => {
  it('carries what was not reached, parks and drops what was parked and dropped, and closes the rest', async () => {
    await fresh();
    await anne.ask(START, { id });
    await anne.ask(NEXT, { id, seen: first });
    await anne.ask(NEXT, { id, seen: second, outcome: 'DISCUSSED' });
    await anne.ask(FINISH, { id });
    const { items, state, currentItemId } = await roomOf(anne, id);
    expect([state, currentItemId]).toEqual(['HELD', null]);
    expect(items.map((item: any) => [item.state, item.outcome])).toEqual([
      ['DONE', 'NOTED'],
      ['DONE', 'DISCUSSED'],
      ['DONE', 'DISCUSSED'],
      ['CARRIED', 'CARRIED'],
    ]);
  });

  it('lets exactly that go on which was not reached, recurs, or has an open action, and puts it on the next agenda', async () => {
    await fresh();
    await world.admin.query('update action set origin_item_id = $1, origin_meeting_id = $2 where id = $3', [
      third,
      id,
      IDS.trial,
    ]);
    await anne.ask(START, { id });
    await anne.ask(OUTCOME, { item: fourth, outcome: 'DROPPED', reason: 'Det er ikke vores' });
    await anne.ask(NEXT, { id, seen: first });
    await anne.ask(NEXT, { id, seen: second, outcome: 'DISCUSSED' });
    await anne.ask(NEXT, { id, seen: third, outcome: 'DISCUSSED' });
    await anne.ask(FINISH, { id });
    const after = await threads();
    expect(after[IDS.threads[0]], 'the frame never goes on').toMatchObject({ state: 'DONE' });
    expect(after[IDS.threads[1]], 'it recurs; the draft has no step for it').toMatchObject({
      state: 'GOES_ON',
      times_moved: 0,
    });
    expect(after[IDS.threads[2]], 'an open action; it is on the draft').toMatchObject({
      state: 'OPEN',
      times_moved: 0,
    });
    expect(after[IDS.threads[3]]).toMatchObject({ state: 'DROPPED', dropped_reason: 'Det er ikke vores' });
    const next = await draftItems();
    expect(next.filter((item: any) => item.broughtOver).map((item: any) => item.title)).toEqual([
      'Fælles undersøgelse',
    ]);
    expect(next.map((item: any) => item.position)).toEqual([1, 2]);
  });

  it('counts a move only for what was not reached', async () => {
    await fresh();
    await anne.ask(START, { id });
    await anne.ask(FINISH, { id });
    const after = await threads();
    expect(IDS.threads.map((thread) => after[thread]!.times_moved)).toEqual([0, 1, 1, 1]);
  });

  it('begins its minutes', async () => {
    await fresh();
    await anne.ask(START, { id });
    await anne.ask(FINISH, { id });
    const { rows } = await world.admin.query('select state from minutes where meeting_id = $1', [id]);
    expect(rows).toEqual([{ state: 'OPEN' }]);
  });

  it('comes by itself two hours after the planned end when nobody ended it, once, and says so', async () => {
    await fresh();
    await anne.ask(START, { id });
    await anne.ask(DECIDE, { item: first, text: 'Skrevet, før alle gik hjem' });
    // They paused, and nobody came back: that keeps no meeting on.
    await anne.ask(PAUSE, { id, seen: (await roomOf(anne, id)).revision });
    const clock = world.app.get(ForgottenMeetings);
    expect(await clock.round(Date.now()), 'it is not late yet').toEqual([]);
    const late = (minutes: number) =>
      world.admin.query(
        `update meeting set starts_at = now() - make_interval(mins => $2), started_at = now() - make_interval(mins => $2) where id = $1`,
        [id, minutes],
      );
    await late(60 + 119);
    expect(await clock.round(Date.now())).toEqual([]);
    await late(60 + 121);
    const rounds = await Promise.all([clock.round(Date.now()), clock.round(Date.now())]);
    expect(rounds.flat()).toEqual([id]);
    const room = await roomOf(anne, id);
    expect(room).toMatchObject({ state: 'HELD', endedByClock: true });
    expect(room.decisions.map((one: any) => one.text)).toEqual(['Skrevet, før alle gik hjem']);
    expect(room.items.map((item: any) => item.state)).toEqual(['DONE', 'CARRIED', 'CARRIED', 'CARRIED']);
    const { rows: weeks } = await world.admin.query(
      `select date_trunc('week', starts_at at time zone 'Europe/Copenhagen')::date::text as monday from meeting where id = $1`,
      [id],
    );
    const week = await anne.ask(
      'query($monday: String) { myWeek(monday: $monday) { meetings { id endedByClockAt } } }',
      weeks[0],
    );
    expect(week['myWeek'].meetings).toContainEqual({ id, endedByClockAt: room['endedAt'] });
    const text = await anne.ask('query($id: ID!) { minutes(meetingId: $id) { text { endedByClock endedAt } } }', {
      id,
    });
    expect(text['minutes'].text).toEqual({ endedByClock: true, endedAt: room['endedAt'] });
    const { rows } = await world.admin.query(
      `select verb from change where entity = 'Meeting' and entity_id = $1 and actor_id = '00000000-0000-7000-8000-00000000c10c' and verb = 'ended by the clock'`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  it('loses no thread, whatever was tapped before it', async () => {
    const tap = fc.oneof(
      fc.constant({ do: 'next' as const }),
      fc.constant({ do: 'previous' as const }),
      fc.record({ do: fc.constant('goTo' as const), n: fc.nat(3) }),
      fc.record({
        do: fc.constant('outcome' as const),
        n: fc.nat(3),
        outcome: fc.constantFrom('DISCUSSED', 'CARRIED', 'PARKED', 'DROPPED'),
      }),
      fc.record({ do: fc.constant('decide' as const), n: fc.nat(3) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tap, { maxLength: 7 }), async (taps) => {
        await fresh();
        await anne.ask(START, { id });
        for (const one of taps) {
          const seen = (await roomOf(anne, id)).currentItemId;
          if (one.do === 'next') await anne.send(NEXT, { id, seen });
          else if (one.do === 'previous') await anne.send(PREVIOUS, { id, seen });
          else if (one.do === 'goTo') await anne.send(GO_TO, { id, item: IDS.items[one.n], seen });
          else if (one.do === 'decide') await anne.send(DECIDE, { item: IDS.items[one.n], text: 'Aftalt' });
          else
            await anne.send(OUTCOME, {
              item: IDS.items[one.n],
              outcome: one.outcome,
              reason: one.outcome === 'DROPPED' ? 'Nej' : '',
            });
          const { items, currentItemId } = await roomOf(anne, id);
          const active = items.filter((item: any) => item.state === 'ACTIVE').map((item: any) => item.id);
          expect(active, 'at most one is on, and it is the one the meeting is at').toEqual(
            currentItemId ? [currentItemId] : [],
          );
        }
        await anne.ask(FINISH, { id });
        const { items } = await roomOf(anne, id);
        const after = await threads();
        const onNext = new Set(
          (await world.admin.query('select thread_id from agenda_item where meeting_id = $1', [IDS.draft])).rows.map(
            (row) => row.thread_id,
          ),
        );
        items
          .toSorted((a: any, b: any) => a.position - b.position)
          .forEach((item: any, n: number) => {
            const thread = after[IDS.threads[n]!]!;
            expect(['DONE', 'CARRIED', 'PARKED', 'DROPPED']).toContain(item.state);
            expect(item.outcome, 'nothing closes without an outcome').not.toBeNull();
            if (item.state === 'PARKED' || item.state === 'DROPPED') expect(thread.state).toBe(item.state);
            // Not reached, and no part of the frame: it waits on its thread, or is on the next agenda already.
            else if (item.state === 'CARRIED' && n > 0)
              expect(thread.state === 'GOES_ON' || (thread.state === 'OPEN' && onNext.has(IDS.threads[n]))).toBe(true);
            else if (n === 1) expect(thread.state).toBe('GOES_ON');
            else expect(thread.state).toBe('DONE');
          });
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
