import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import { Server } from 'socket.io';
import { LARGEST_MESSAGE, LIVE_PATH, type SocketRefusal } from '#live-protocol/events.ts';
import { UnguardedSchema } from '../access/guarded-schema.ts';
import { Database } from '../platform/database.ts';
import { isDatabaseAway, Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Feed, type LiveSocket } from './feed.ts';
import { admitted, SideEntrance } from './handshake.ts';
import { LiveClock } from './live-clock.ts';
import { LiveRooms, type LiveServer } from './live-rooms.ts';
import { Pace } from './pace.ts';
import { SocketDoor, unguardedDoors } from './socket-door.ts';

const LOOK_EVERY_MS = 5_000;
/** A page measures once a connection. */
const CLOCK_PACE = new Pace(20, 2);

/** Why a socket is not let in, as its page is told. */
function refusalOf(error: Error): SocketRefusal {
  if (isDatabaseAway(error)) return 'DATABASE_AWAY';
  const isAnother = error instanceof Refusal && error.extensions['code'] === 'ANOTHER_PERSON';
  return isAnother ? 'ANOTHER_PERSON' : 'SIGNED_OUT';
}

/** The socket server: who may connect, the doors they may knock at, the rooms' beat. */
@Injectable()
export class LiveGateway implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private io: LiveServer | undefined;
  private readonly stops: (() => void)[] = [];

  constructor(
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(LiveClock) private readonly clock: LiveClock,
    @Inject(FaultLog) private readonly faults: FaultLog,
  ) {}

  /** @throws UnguardedSchema naming every socket event without a known ability or without a pace */
  async onApplicationBootstrap(): Promise<void> {
    const doors = this.provided(SocketDoor);
    const faults = unguardedDoors(doors);
    if (faults.length > 0) throw new UnguardedSchema(faults);
    const io: LiveServer = new Server(this.adapter.httpAdapter.getHttpServer() as never, {
      path: LIVE_PATH,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: LARGEST_MESSAGE,
      pingInterval: 10_000,
      pingTimeout: 10_000,
    });
    this.io = io;
    const sides = this.provided(SideEntrance);
    io.use((socket, next) => {
      admitted(socket.handshake, sides, this.database, this.unitOfWork).then(
        (data) => {
          Object.assign(socket.data, data);
          next();
        },
        (error: Error) => next(new Error(refusalOf(error))),
      );
    });
    io.on('connection', (socket) => this.welcome(socket, doors));
    this.stops.push(this.rooms.open(io, this.provided(Feed)));
    let isLooking = false;
    const timer = setInterval(() => {
      void this.clock.measure();
      if (isLooking) return;
      isLooking = true;
      void this.rooms
        .lookAround()
        // Where the database is away, the next beat looks.
        .catch((error: unknown) => isDatabaseAway(error) || this.faults.tell(error, 'the rooms’ beat failed'))
        .finally(() => (isLooking = false));
    }, LOOK_EVERY_MS);
    this.stops.push(() => clearInterval(timer));
    await this.clock.measure();
  }

  /** Before the http server closes, which waits for every connection: a replica that is stopped lets its people go to another. */
  beforeApplicationShutdown(): void {
    this.io?.engine.close();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const stop of this.stops) stop();
    await this.io?.close();
  }

  /** Every provider of a kind, whichever room it belongs to. */
  private provided<T extends object>(kind: abstract new (...args: never[]) => T): T[] {
    return this.discovery
      .getProviders()
      .map((provider): unknown => provider.instance)
      .filter((instance): instance is T => instance instanceof kind);
  }

  private welcome(socket: LiveSocket, doors: readonly SocketDoor[]): void {
    for (const door of doors) {
      socket.on(
        door.event as never,
        ((raw: unknown, answer: unknown) => {
          const answered = door.take(socket, raw, (error) => this.faults.tell(error, `the event ${door.event} failed`));
          // Some events need no answer; what they did is heard by everybody.
          if (typeof answer === 'function') void answered.then(answer as (answer: object) => void);
        }) as never,
      );
    }
    socket.on('clock', (answer) => {
      // It has no words for a refusal: what comes too fast stays unanswered, and the page keeps the time it has.
      if (typeof answer === 'function' && CLOCK_PACE.allows(socket)) answer(this.clock.now());
    });
    socket.on('disconnecting', () => this.rooms.leaveAll(socket));
  }
}
