import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '#live-protocol/events.ts';
import { refusalCode } from '../platform/parts/refusals.ts';

/** What the screen in the room shows. */
export type Shown<Meeting> =
  | { phase: 'starting' }
  | { phase: 'waiting'; code: string; expiresAt: number }
  /** Too many screens asked from this address: it asks again by itself. */
  | { phase: 'busy' }
  | { phase: 'lent'; meeting: Meeting };

export interface ScreenState<Meeting> {
  shown: Shown<Meeting>;
  /** The server can't be reached: what is shown is what was. */
  away: boolean;
}

export type ScreenSocket = Pick<Socket<ServerEvents, ClientEvents>, 'on' | 'emit' | 'disconnect'>;

export interface RoomScreenOptions<Meeting> {
  look(): Promise<{ serverTime: string; meeting: Meeting | null }>;
  open(): Promise<{ code: string; expiresAt: string }>;
  connect(): ScreenSocket;
}

const WAITING_MS = 2_000;
const LENT_MS = 5_000;
const BUSY_MS = 60_000;
/** A code is renewed this long before it runs out, so that nobody types one that has just gone. */
const EARLY_MS = 20_000;

/**
 * Keeps a screen at what is lent to it. It looks by itself every few seconds, and at once when the socket says that something
 * changed: no message is the only carrier of a fact. What it shows it keeps while the network is away.
 */
export class RoomScreen<Meeting> {
  private state: ScreenState<Meeting> = { shown: { phase: 'starting' }, away: false };
  private readonly watchers = new Set<() => void>();
  private socket: ScreenSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking = false;
  private again = false;
  private closed = false;
  private offset = 0;

  constructor(private readonly options: RoomScreenOptions<Meeting>) {}

  start(): void {
    this.closed = false;
    void this.look();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.hangUp();
  }

  read = (): ScreenState<Meeting> => this.state;

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** The server's time now, in ms since 1970. */
  now = (): number => Date.now() + this.offset;

  /** Looks now; called while it looks, it looks once more afterwards. */
  async look(): Promise<void> {
    if (this.closed) return;
    if (this.looking) {
      this.again = true;
      return;
    }
    this.looking = true;
    clearTimeout(this.timer);
    let next = WAITING_MS;
    try {
      next = await this.lookOnce();
      if (this.state.away) this.show({ away: false });
    } catch {
      if (!this.state.away) this.show({ away: true });
      next = LENT_MS;
    }
    this.looking = false;
    if (this.closed) return;
    if (this.again) {
      this.again = false;
      return this.look();
    }
    this.timer = setTimeout(() => void this.look(), next);
  }

  /** @returns when to look again, in ms */
  private async lookOnce(): Promise<number> {
    const { serverTime, meeting } = await this.options.look();
    this.offset = Date.parse(serverTime) - Date.now();
    if (meeting) {
      this.show({ shown: { phase: 'lent', meeting } });
      this.follow();
      return LENT_MS;
    }
    this.hangUp();
    const { shown } = this.state;
    if (shown.phase === 'waiting' && shown.expiresAt - EARLY_MS > this.now()) return WAITING_MS;
    try {
      const { code, expiresAt } = await this.options.open();
      this.show({ shown: { phase: 'waiting', code, expiresAt: Date.parse(expiresAt) } });
      return WAITING_MS;
    } catch (error) {
      if (refusalCode(error) !== 'TOO_MANY_ATTEMPTS') throw error;
      this.show({ shown: { phase: 'busy' } });
      return BUSY_MS;
    }
  }

  private follow(): void {
    if (this.socket || this.closed) return;
    const socket = this.options.connect();
    this.socket = socket;
    const lookNow = () => void this.look();
    // What changed between the last look and coming in is seen by looking once more.
    socket.on('connect', () => socket.emit('screen:follow', null, lookNow));
    socket.on('screen:changed', lookNow);
    socket.on('gone', lookNow);
    // Cut off by the server, it does not come back by itself; the next look connects it anew where the loan still stands.
    socket.on('disconnect', (reason) => {
      if (reason !== 'io server disconnect' || this.socket !== socket) return;
      this.hangUp();
      lookNow();
    });
  }

  private hangUp(): void {
    const { socket } = this;
    this.socket = null;
    socket?.disconnect();
  }

  private show(change: Partial<ScreenState<Meeting>>): void {
    this.state = { ...this.state, ...change };
    for (const watcher of this.watchers) watcher();
  }
}
