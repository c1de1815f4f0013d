import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SCREEN_ENTRANCE } from '#live-protocol/screen.ts';
import { LINE } from '../../../frontend/src/live/parts/line.ts';
import { RoomScreen } from '../../../frontend/src/projector/room-screen.ts';
import { Doorbell } from '../../src/platform/doorbell.ts';
import { IDS, startWorld, type Caller, type LiveSocket, type World } from '../world.ts';
import { cutLine } from '../live/cut-line.ts';
import { LEND, PROJECTOR, TAKE_BACK } from './screen.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await anne.ask(`mutation { startMeeting(meetingId: "${IDS.meeting}") { id } }`);
});
afterAll(() => world.stop());

/** The page's own screen, with a browser's cookie and network that a test can take away. */
class Wall {
  readonly caller = world.stranger();
  readonly sockets: LiveSocket[] = [];
  away = false;
  readonly screen = new RoomScreen<{ decisions: { text: string }[] }>({
    look: async () => (await this.ask(PROJECTOR))['projector'] as never,
    open: async () => (await this.ask('mutation { openScreen { code expiresAt } }'))['openScreen'] as never,
    connect: () => {
      const socket = io(world.url, {
        ...LINE,
        extraHeaders: { cookie: this.caller.cookie },
        auth: { entrance: SCREEN_ENTRANCE },
        forceNew: true,
        reconnectionDelay: 20,
        reconnectionDelayMax: 60,
      }) as LiveSocket;
      this.sockets.push(socket);
      return socket;
    },
  });

  private ask(query: string): Promise<Record<string, any>> {
    if (this.away) return Promise.reject(new TypeError('no network'));
    return this.caller.ask(query);
  }

  code(): string | null {
    const { shown } = this.screen.read();
    return shown.phase === 'waiting' ? shown.code : null;
  }

  decisions(): string[] | null {
    const { shown } = this.screen.read();
    return shown.phase === 'lent' ? shown.meeting.decisions.map((one) => one.text) : null;
  }
}

let wall: Wall;
beforeEach(async () => {
  await world.admin.query(`delete from sign_in_attempt where key like 'screen%'`);
  wall = new Wall();
  wall.screen.start();
  await expect.poll(() => wall.code(), { timeout: 10_000 }).not.toBeNull();
});
afterEach(() => wall.screen.close());

const lend = async () => {
  await anne.ask(LEND, { meetingId: IDS.meeting, code: wall.code() });
  await expect.poll(() => wall.decisions(), { timeout: 10_000 }).not.toBeNull();
  await expect.poll(() => wall.sockets.at(-1)?.connected, { timeout: 10_000 }).toBe(true);
};
let n = 0;
const decide = async (): Promise<string> => {
  n += 1;
  const text = `Beslutning ${n}`;
  await anne.ask('mutation($id: ID!, $text: String!) { addDecision(itemId: $id, text: $text) { id } }', {
    id: IDS.items[0],
    text,
  });
  return text;
};

describe('the page on the wall', () => {
  it('goes back to a new code when the meeting is taken from it, and comes again when it is lent anew', async () => {
    const first = wall.code();
    await lend();
    await anne.ask(TAKE_BACK, { meetingId: IDS.meeting });
    await expect.poll(() => wall.code(), { timeout: 4_000 }).not.toBeNull();
    expect(wall.code()).not.toBe(first);
    await lend();
    const text = await decide();
    await expect.poll(() => wall.decisions(), { timeout: 4_000 }).toContain(text);
  });

  it('keeps its code while it waits, and takes another before it runs out', async () => {
    const code = wall.code();
    await wall.screen.look();
    expect(wall.code()).toBe(code);
    await world.admin.query('delete from lent_screen where meeting_id is null');
    const late = new Wall();
    await late.screen.look();
    const { shown } = late.screen.read();
    if (shown.phase !== 'waiting') throw new Error('it does not wait');
    shown.expiresAt = Date.now();
    const before = late.code();
    await late.screen.look();
    expect(late.code()).not.toBe(before);
    late.screen.close();
  });

  it('shows what a new one would show, however often its socket is cut', async () => {
    await lend();
    for (let cut = 0; cut < 30; cut += 1) {
      await expect.poll(() => wall.sockets.at(-1)?.connected, { interval: 5, timeout: 10_000 }).toBe(true);
      cutLine(wall.sockets.at(-1)!);
      const text = await decide();
      await expect.poll(() => wall.decisions(), { interval: 10, timeout: 10_000 }).toContain(text);
    }
    await anne.ask(TAKE_BACK, { meetingId: IDS.meeting });
  }, 120_000);

  it('finds by itself what the doorbell did not tell, also that the meeting is no longer lent to it', async () => {
    await lend();
    const doorbell = world.app.get(Doorbell, { strict: false });
    const ring = doorbell.ring.bind(doorbell);
    doorbell.ring = () => undefined;
    try {
      const text = await decide();
      await expect.poll(() => wall.decisions(), { timeout: 15_000 }).toContain(text);
      await anne.ask(TAKE_BACK, { meetingId: IDS.meeting });
      await expect.poll(() => wall.code(), { timeout: 15_000 }).not.toBeNull();
    } finally {
      doorbell.ring = ring;
    }
  }, 60_000);

  it('keeps what it shows while the network is away, and says so', async () => {
    await lend();
    const text = await decide();
    await expect.poll(() => wall.decisions(), { timeout: 10_000 }).toContain(text);
    wall.away = true;
    await wall.screen.look();
    expect(wall.screen.read().away).toBe(true);
    expect(wall.decisions()).toContain(text);
    const meanwhile = await decide();
    wall.away = false;
    await expect.poll(() => wall.decisions(), { timeout: 15_000 }).toContain(meanwhile);
    expect(wall.screen.read().away).toBe(false);
    await anne.ask(TAKE_BACK, { meetingId: IDS.meeting });
  }, 60_000);
});
