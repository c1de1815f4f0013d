import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Doorbell } from '../../src/platform/doorbell.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { cutLine } from './cut-line.ts';
import { fresh, Page } from './page.ts';

const CUTS = Number(process.env['PEJLING_CUTS'] ?? 30);

let world: World;
let anne: Caller;
let mads: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());

/** One thing a colleague does in the meeting meanwhile. */
type Act = { kind: 'title' | 'decision' | 'action' | 'purpose'; item: number; text: string };

async function act({ kind, item, text }: Act): Promise<void> {
  const current = (await mads.ask(`{ meeting(id: "${IDS.meeting}") { purpose items { id title revision } } }`))[
    'meeting'
  ];
  const one = current.items[item % current.items.length];
  if (kind === 'decision') {
    await mads.ask('mutation($item: ID!, $text: String!) { addDecision(itemId: $item, text: $text) { id } }', {
      item: one.id,
      text,
    });
  } else {
    await mads.ask(
      'mutation($team: ID!, $action: NewActionInput!) { createAction(teamId: $team, action: $action) { id } }',
      {
        team: IDS.teamA1,
        action: {
          kind: 'TASK',
          title: text,
          markerIds: [IDS.markers[item % 5]],
          responsibleIds: [PEOPLE.mads.id],
          expectedSigns: [],
          originMeetingId: IDS.meeting,
          originItemId: one.id,
        },
      },
    );
  }
}

/** Cuts a connection that is there: a cut while it is already away would be none. */
async function cut(page: Page): Promise<void> {
  await expect.poll(() => page.live.socket.connected, { interval: 5 }).toBe(true);
  cutLine(page.live.socket);
}

describe(`a page whose socket is cut ${CUTS} times and whose doorbells are dropped`, () => {
  it('shows what a fresh page shows, whatever happened while it was away', { timeout: CUTS * 8_000 }, async () => {
    expect(CUTS).toBeGreaterThanOrEqual(30);
    await anne.ask(`mutation { startMeeting(meetingId: "${IDS.meeting}") { id } }`);
    const doorbell = world.app.get(Doorbell, { strict: false });
    const ring = doorbell.ring.bind(doorbell);
    let dropEvery = 0;
    let rung = 0;
    // A doorbell lost on the way: the replica must find the change when it looks by itself.
    doorbell.ring = (...args: Parameters<typeof ring>) => {
      rung += 1;
      if (dropEvery === 0 || rung % dropEvery !== 0) ring(...args);
    };
    const page = new Page(anne);
    await page.open();
    const history = fc.sample(
      fc.record({
        kind: fc.constantFrom<Act['kind']>('decision', 'action'),
        item: fc.nat(3),
        text: fc
          .string({ unit: fc.constantFrom(...'abcdefghij æøå'), minLength: 3, maxLength: 40 })
          .map((text) => `t${text}`),
        cut: fc.boolean(),
        drop: fc.nat(3),
      }),
      { numRuns: CUTS * 2, seed: 20261124 },
    );
    let cuts = 0;
    for (const { cut: cutsNow, drop, ...one } of history) {
      dropEvery = drop;
      if (cutsNow && cuts < CUTS) {
        cuts += 1;
        await cut(page);
      }
      await act(one);
    }
    while (cuts < CUTS) {
      cuts += 1;
      await cut(page);
      await act({ kind: 'decision', item: cuts, text: `efter brud ${cuts}` });
    }
    dropEvery = 1;
    await act({ kind: 'decision', item: 1, text: 'den sidste, som ingen klokke ringede for' });
    const expected = await fresh(anne);
    await expect.poll(() => page.shown(), { timeout: 20_000, interval: 100 }).toEqual(expected);
    page.close();
  });
});
