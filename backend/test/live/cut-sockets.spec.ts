import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import fc from 'fast-check';
import { parse } from 'graphql';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIVE_PATH } from '#live-protocol/events.ts';
import { Live, type LiveSocket } from '../../../frontend/src/live/parts/live.ts';
import { newCache } from '../../../frontend/src/platform/parts/apollo.ts';
import { Doorbell } from '../../src/platform/doorbell.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const CUTS = Number(process.env['PEJLING_CUTS'] ?? 30);

const SCREEN = parse(`query Screen($id: ID!) { meeting(id: $id) { id title purpose liveVersion revision
  items { id position title plannedMin note noteVersion revision } decisions { id itemId text revision }
  actions { id title state revision markers { id shortTitle } responsible { id displayName } } } }`);

let world: World;
let anne: Caller;
let mads: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());

interface Screen {
  items: { id: string; position: number; revision: number; noteVersion: number }[];
  decisions: { id: string }[];
  actions: { id: string; revision: number }[];
}

/** A colleague's page: the real client's cache and socket, read as its screen reads it. */
class Page {
  readonly client: ApolloClient;
  readonly live: Live;
  private stop: (() => void) | undefined;

  constructor(caller: Caller) {
    this.client = new ApolloClient({
      link: ApolloLink.from([new HttpLink({ uri: `${caller.url}/graphql`, headers: { cookie: caller.cookie } })]),
      cache: newCache(),
    });
    this.live = new Live(this.client, {
      connect: () =>
        io(caller.url, {
          path: LIVE_PATH,
          transports: ['websocket'],
          extraHeaders: { cookie: caller.cookie },
          forceNew: true,
          reconnectionDelay: 10,
          reconnectionDelayMax: 30,
        }) as LiveSocket,
      onConnection: () => undefined,
      onSignedOut: () => undefined,
    });
  }

  async open(): Promise<void> {
    const { data } = await this.client.query<{ meeting: { liveVersion: number } }>({
      query: SCREEN,
      variables: { id: IDS.meeting },
    });
    const refetch = () =>
      void this.client.query({ query: SCREEN, variables: { id: IDS.meeting }, fetchPolicy: 'network-only' });
    this.stop = this.live.follow('MEETING', IDS.meeting, data!.meeting.liveVersion, refetch);
  }

  shown(): Screen {
    return tidy(this.client.readQuery<{ meeting: Screen }>({ query: SCREEN, variables: { id: IDS.meeting } })!.meeting);
  }

  close(): void {
    this.stop?.();
    this.live.close();
    this.client.stop();
  }
}

/** Lists in the cache are sets; a screen sorts them. The version a page was read at is its own. */
function tidy(meeting: Screen): Screen {
  const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { liveVersion: _, ...rest } = meeting as Screen & { liveVersion?: number };
  return { ...rest, items: byId(meeting.items), decisions: byId(meeting.decisions), actions: byId(meeting.actions) };
}

const fresh = async (): Promise<Screen> => {
  const page = new Page(anne);
  const { data } = await page.client.query<{ meeting: Screen }>({ query: SCREEN, variables: { id: IDS.meeting } });
  page.close();
  return tidy(data!.meeting);
};

/** One thing a colleague does in the meeting meanwhile. */
type Act = { kind: 'note' | 'title' | 'decision' | 'action' | 'purpose'; item: number; text: string };

async function act({ kind, item, text }: Act): Promise<void> {
  const current = (
    await mads.ask(`{ meeting(id: "${IDS.meeting}") { purpose items { id title noteVersion revision } } }`)
  )['meeting'];
  const one = current.items[item % current.items.length];
  if (kind === 'note') {
    await mads.ask(
      'mutation($item: ID!, $text: String!, $seen: Int!) { saveNote(itemId: $item, text: $text, seenVersion: $seen) { id } }',
      { item: one.id, text, seen: one.noteVersion },
    );
  } else if (kind === 'decision') {
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
  page.live.socket.io.engine.close();
}

describe(`a page whose socket is cut ${CUTS} times and whose doorbells are dropped`, () => {
  it('shows what a fresh page shows, whatever happened while it was away', { timeout: 240_000 }, async () => {
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
        kind: fc.constantFrom<Act['kind']>('note', 'decision', 'action'),
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
      await act({ kind: 'note', item: cuts, text: `efter brud ${cuts}` });
    }
    dropEvery = 1;
    await act({ kind: 'decision', item: 1, text: 'den sidste, som ingen klokke ringede for' });
    const expected = await fresh();
    await expect.poll(() => page.shown(), { timeout: 20_000, interval: 100 }).toEqual(expected);
    page.close();
  });
});
