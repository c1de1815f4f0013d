import { io } from 'socket.io-client';
import { LIVE_PATH } from '#live-protocol/events.ts';
import { SCREEN_ENTRANCE, type ScreenFollowAnswer } from '#live-protocol/screen.ts';
import type { Caller, LiveSocket, World } from '../world.ts';

const MARKER = '{ position title shortTitle slot }';
const ACTION = `{ itemPosition kind title state outcome dueWeek expectedSigns markers ${MARKER} }`;

/** Everything that a screen can ask for. */
export const PROJECTOR = `{ projector { serverTime meeting { teamName title startsAt durationMin extendedMin startedAt pausedAt
  markers ${MARKER}
  items { position isCurrent title kind guidance state broughtOver plannedMin extendedMin startedAt endedAt markers ${MARKER} }
  decisions { itemPosition text } actions ${ACTION} followUps ${ACTION}
  writing { question state openedAt endsAt readyCount hereCount posts { text groupTitle marked } } } } }`;

/** A screen in a room: a browser that nobody is signed in to. */
export class Screen {
  code = '';
  private readonly sockets: LiveSocket[] = [];
  constructor(
    readonly caller: Caller,
    private readonly world: World,
  ) {}

  static async waiting(world: World): Promise<Screen> {
    const screen = new Screen(world.stranger(), world);
    await screen.askForCode();
    return screen;
  }

  async askForCode(): Promise<void> {
    this.code = (await this.caller.ask('mutation { openScreen { code expiresAt } }'))['openScreen'].code;
  }

  /** What it would draw; null while nothing is lent to it. */
  async shows(): Promise<Record<string, any> | null> {
    return (await this.caller.ask(PROJECTOR))['projector'].meeting;
  }

  /** Its socket, connected; rejects with what the server says when it is not let in. */
  async connect(entrance: string | null = SCREEN_ENTRANCE): Promise<LiveSocket> {
    const socket = io(this.world.url, {
      path: LIVE_PATH,
      transports: ['websocket'],
      extraHeaders: { cookie: this.caller.cookie },
      auth: entrance === null ? {} : { entrance },
      forceNew: true,
      reconnection: false,
    }) as LiveSocket;
    this.sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }

  close(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}

export const followScreen = (socket: LiveSocket): Promise<ScreenFollowAnswer> =>
  new Promise((resolve) => socket.emit('screen:follow', null, resolve));

export const LEND =
  'mutation($meetingId: ID!, $code: String!) { lendScreen(meetingId: $meetingId, code: $code) { id changes } }';
export const TAKE_BACK = 'mutation($meetingId: ID!) { takeBackScreens(meetingId: $meetingId) { id changes } }';
