import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Server, type Socket } from 'socket.io';
import type { FollowedKind } from '#live-protocol/change.ts';
import {
  LIVE_PATH,
  MOST_CAUGHT_UP,
  type ClientEvents,
  type FollowAnswer,
  type FollowRequest,
  type ServerEvents,
} from '#live-protocol/events.ts';
import { followInput } from '#inputs/live.ts';
import { signedInFrom, type SocketData } from './handshake.ts';
import { Doorbell, type Ring } from '../platform/doorbell.ts';
import { Database } from '../platform/database.ts';
import { isDatabaseAway } from '../platform/errors.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Presence } from './presence.ts';
import { lookAt, type Occupant } from './room.ts';

type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

interface Room {
  kind: FollowedKind;
  id: string;
  municipalityId: string;
  /** Everybody in the room has been sent all up to here. */
  delivered: number;
  /** One look at a time, so that changes leave in version order. */
  turn: Promise<void>;
  waiting: boolean;
}

const LOOK_EVERY_MS = 5_000;
const SLOWEST_BUFFER = 2_000_000;
const LARGEST_MESSAGE = 64_000;

/** The socket's side of the change log: rooms, catch-up, delivery, presence and the clock. */
@Injectable()
export class LiveGateway implements OnApplicationBootstrap, OnApplicationShutdown {
  private io: Server<ClientEvents, ServerEvents, Record<string, never>, SocketData> | undefined;
  private readonly rooms = new Map<string, Room>();
  private readonly presence = new Presence();
  private readonly stops: (() => void)[] = [];
  private clockOffset = 0;

  constructor(
    @Inject(HttpAdapterHost) private readonly adapter: HttpAdapterHost,
    @Inject(Database) private readonly database: Database,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const io = new Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>(
      this.adapter.httpAdapter.getHttpServer() as never,
      {
        path: LIVE_PATH,
        transports: ['websocket'],
        serveClient: false,
        maxHttpBufferSize: LARGEST_MESSAGE,
        pingInterval: 10_000,
        pingTimeout: 10_000,
      },
    );
    this.io = io;
    io.use((socket, next) => {
      signedInFrom(socket.handshake.headers, this.database, this.unitOfWork).then(
        (data) => {
          Object.assign(socket.data, data);
          next();
        },
        (error: Error) => next(isDatabaseAway(error) ? new Error('DATABASE_AWAY') : new Error('SIGNED_OUT')),
      );
    });
    io.on('connection', (socket) => this.welcome(socket));
    this.stops.push(this.doorbell.hear((ring) => this.heard(ring)));
    const timer = setInterval(() => this.lookAround(), LOOK_EVERY_MS);
    this.stops.push(() => clearInterval(timer));
    await this.measureClock();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const stop of this.stops) stop();
    await this.io?.close();
  }

  private welcome(socket: LiveSocket): void {
    socket.on('follow', (request, answer) => {
      if (typeof answer !== 'function') return;
      this.follow(socket, request).then(answer, (error: unknown) =>
        answer({ ok: false, refused: isDatabaseAway(error) ? 'DATABASE_AWAY' : 'NOT_FOUND' }),
      );
    });
    socket.on('leave', (request) => {
      const checked = followInput.safeParse({ ...(request as object), since: null });
      if (checked.success) this.leave(socket, checked.data.kind, checked.data.id);
    });
    socket.on('clock', (answer) => {
      if (typeof answer === 'function') answer(Date.now() + this.clockOffset);
    });
    socket.on('disconnecting', () => {
      for (const key of socket.rooms) {
        const room = this.rooms.get(key);
        if (room) this.leave(socket, room.kind, room.id);
      }
    });
  }

  private async follow(socket: LiveSocket, request: FollowRequest): Promise<FollowAnswer> {
    const checked = followInput.safeParse(request);
    if (!checked.success) return { ok: false, refused: 'INPUT_REFUSED' };
    const { kind, id, since } = checked.data;
    const key = `${kind}:${id}`;
    const me = occupant(socket);
    // Asked before joining: nothing may reach a stranger. Joined before the second look: nothing may be missed between.
    const first = await lookAt(this.unitOfWork, socket.data.municipalityId, { kind, id }, 0, 0, [me]);
    if (first.signedOut.size > 0) return { ok: false, refused: 'SIGNED_OUT' };
    if (first.shutOut.size > 0) return { ok: false, refused: 'NOT_FOUND' };
    const room = this.rooms.get(key) ?? {
      kind,
      id,
      municipalityId: socket.data.municipalityId,
      delivered: first.version,
      turn: Promise.resolve(),
      waiting: false,
    };
    this.rooms.set(key, room);
    await socket.join(key);
    if (kind === 'MEETING') this.arrive(socket, id);
    const second = await lookAt(
      this.unitOfWork,
      socket.data.municipalityId,
      room,
      since ?? first.version,
      MOST_CAUGHT_UP,
      [me],
    );
    const serverTime = Date.now() + this.clockOffset;
    if (since !== null && second.version - since > MOST_CAUGHT_UP)
      return { ok: true, version: second.version, tooFarBehind: true, serverTime };
    return { ok: true, version: second.version, changes: second.changes, serverTime };
  }

  private leave(socket: LiveSocket, kind: FollowedKind, id: string): void {
    const key = `${kind}:${id}`;
    void socket.leave(key);
    if (kind === 'MEETING' && this.presence.leave(id, socket.id, socket.data.person.id)) this.tellPresence(id);
    if (!this.io?.sockets.adapter.rooms.get(key)?.size) this.rooms.delete(key);
  }

  private arrive(socket: LiveSocket, meetingId: string): void {
    const isNew = this.presence.enter(meetingId, socket.id, socket.data.person);
    if (isNew) this.tellPresence(meetingId);
    else socket.emit('presence', { meetingId, people: this.presence.people(meetingId) });
  }

  private tellPresence(meetingId: string): void {
    this.io?.to(`MEETING:${meetingId}`).emit('presence', { meetingId, people: this.presence.people(meetingId) });
  }

  private heard(ring: Ring): void {
    const room = this.rooms.get(`${ring.kind}:${ring.id}`);
    if (room) this.deliver(room);
    // A person's own scope rings when their session, membership or role ends: every room they are in looks again.
    if (ring.kind !== 'PERSON') return;
    for (const socket of this.io?.sockets.sockets.values() ?? []) {
      if (socket.data.person.id !== ring.id) continue;
      for (const key of socket.rooms) {
        const theirs = this.rooms.get(key);
        if (theirs && theirs !== room) this.deliver(theirs);
      }
    }
  }

  /** What a lost doorbell would have told is found here within five seconds, a revoked access too. */
  private lookAround(): void {
    for (const room of this.rooms.values()) this.deliver(room);
    void this.measureClock();
  }

  private deliver(room: Room): void {
    if (room.waiting) return;
    room.waiting = true;
    room.turn = room.turn.then(() => {
      room.waiting = false;
      return this.deliverNow(room).catch(() => undefined);
    });
  }

  private async deliverNow(room: Room): Promise<void> {
    const key = `${room.kind}:${room.id}`;
    const sockets = [...(this.io?.sockets.adapter.rooms.get(key) ?? [])].flatMap(
      (socketId) => this.io?.sockets.sockets.get(socketId) ?? [],
    );
    if (sockets.length === 0) return;
    const look = await lookAt(
      this.unitOfWork,
      room.municipalityId,
      room,
      room.delivered,
      MOST_CAUGHT_UP,
      sockets.map(occupant),
    );
    for (const socket of sockets) {
      if (look.signedOut.has(socket.id)) {
        socket.emit('gone', { session: true });
        socket.disconnect(true);
      } else if (look.shutOut.has(socket.id)) {
        socket.emit('gone', { kind: room.kind, id: room.id });
        this.leave(socket, room.kind, room.id);
      } else if (buffered(socket) > SLOWEST_BUFFER) socket.disconnect(true);
    }
    if (look.changes.length === 0) return;
    room.delivered = Math.max(room.delivered, look.changes.at(-1)!.version);
    this.io?.to(key).emit('changes', look.changes);
    if (look.version > room.delivered) this.deliver(room);
  }

  /** Times in the data are the database's, so the clock that screens are told is the database's too. */
  private async measureClock(): Promise<void> {
    const sent = Date.now();
    try {
      const { rows } = await this.database.pool.query<{ now: string }>(
        'select extract(epoch from clock_timestamp()) * 1000 as now',
      );
      this.clockOffset = Math.round(Number(rows[0]!.now) - (sent + Date.now()) / 2);
    } catch {
      // Postgres is away: the last offset stands until it is back.
    }
  }
}

const occupant = (socket: LiveSocket): Occupant => ({
  socketId: socket.id,
  sessionId: socket.data.sessionId,
  personId: socket.data.person.id,
});

/** Bytes that the client has not taken yet. */
function buffered(socket: LiveSocket): number {
  const { transport } = socket.conn as unknown as { transport: { socket?: { bufferedAmount?: number } } };
  return transport.socket?.bufferedAmount ?? 0;
}
