import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { parse } from 'graphql';
import { io } from 'socket.io-client';
import { LINE, type LiveSocket } from '../../../frontend/src/live/parts/line.ts';
import { Live } from '../../../frontend/src/live/parts/live.ts';
import { UnderWay } from '../../../frontend/src/live/parts/under-way.ts';
import { newCache } from '../../../frontend/src/platform/parts/apollo.ts';
import { IDS, type Caller } from '../world.ts';

const SCREEN = parse(`query Screen($id: ID!) { meeting(id: $id) { id title purpose liveVersion revision
  items { id position title plannedMin revision } decisions { id itemId text revision }
  actions { id title state revision markers { id shortTitle } responsible { id displayName } } } }`);

export interface Screen {
  items: { id: string; position: number; revision: number }[];
  decisions: { id: string }[];
  actions: { id: string; revision: number }[];
}

/** A colleague's page: the real client's cache and socket, read as its screen reads it. */
export class Page {
  readonly client: ApolloClient;
  readonly live: Live;
  private stop: (() => void) | undefined;

  /** @param socketUrl where its socket comes in, where that is not the server itself */
  constructor(caller: Caller, socketUrl = caller.url) {
    const underWay = new UnderWay();
    this.client = new ApolloClient({
      queryDeduplication: false,
      link: ApolloLink.from([
        underWay.link,
        new HttpLink({ uri: `${caller.url}/graphql`, headers: { cookie: caller.cookie } }),
      ]),
      cache: newCache(),
    });
    this.live = new Live(this.client, {
      underWay,
      connect: () =>
        io(socketUrl, {
          ...LINE,
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

/** What a page opened now shows. */
export const fresh = async (caller: Caller): Promise<Screen> => {
  const page = new Page(caller);
  const { data } = await page.client.query<{ meeting: Screen }>({ query: SCREEN, variables: { id: IDS.meeting } });
  page.close();
  return tidy(data!.meeting);
};
