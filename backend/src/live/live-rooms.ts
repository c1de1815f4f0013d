import { Inject, Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { MOST_CAUGHT_UP, type ClientEvents, type ServerEvents } from '#live-protocol/events.ts';
import { Doorbell, type Ring } from '../platform/doorbell.ts';
import { DoorRefused } from './socket-door.ts';
import type { Feed, LiveSocket, Occupant } from './feed.ts';
import { cutIfSlow } from './slow-client.ts';
import type { SocketData } from './handshake.ts';

/** Rooms that one statement of the beat asks about. */
const MOST_AT_ONCE = 100;

export type LiveServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

interface Room {
  feed: Feed;
  id: string;
  municipalityId: string;
  /** Everybody in the room has been sent all up to here. */
  delivered: number;
  /** One look at a time, so that items leave in version order. */
  turn: Promise<void>;
  waiting: boolean;
  /** A look is under way: who of the room's sockets may stay is not known until it has answered. */
  looking: boolean;
}

/** What somebody who comes into a room lacks. */
export interface CaughtUp<Item> {
  version: number;
  /** Null when it was more than is sent at once: the screen is fetched instead. */
  items: Item[] | null;
}

/** Who is in which room on this machine, and what each room has been sent. */
@Injectable()
export class LiveRooms {
  private io: LiveServer | undefined;
  private readonly feeds = new Map<string, Feed>();
  /** The kinds of room that each kind of ring is heard in. */
  private readonly hearing = new Map<string, string[]>();
  private readonly rooms = new Map<string, Room>();

  constructor(@Inject(Doorbell) private readonly doorbell: Doorbell) {}

  /** @returns a function that stops listening to the doorbell */
  open(io: LiveServer, feeds: readonly Feed[]): () => void {
    this.io = io;
    for (const feed of feeds) {
      this.feeds.set(feed.kind, feed);
      this.hearing.set(feed.hears, [...(this.hearing.get(feed.hears) ?? []), feed.kind]);
    }
    return this.doorbell.hear((ring) => this.heard(ring));
  }

  feed(kind: string): Feed | undefined {
    return this.feeds.get(kind);
  }

  /**
   * Lets a socket into a room and reads what it lacks.
   * @param since the version it has; null when it holds nothing yet and needs nothing
   * @throws DoorRefused SIGNED_OUT or NOT_FOUND
   */
  async enter<Item extends { version: number }>(
    socket: LiveSocket,
    feed: Feed<Item>,
    id: string,
    since: number | null,
  ): Promise<CaughtUp<Item>> {
    const name = { municipalityId: socket.data.municipalityId, id };
    const me = occupant(socket);
    // Asked before joining: nothing may reach a stranger. Joined before the second look: nothing may be missed between.
    const first = await feed.look(name, 0, 0, [me]);
    if (first.signedOut.size > 0) throw new DoorRefused('SIGNED_OUT');
    if (first.shutOut.size > 0) throw new DoorRefused('NOT_FOUND');
    const key = `${feed.kind}:${id}`;
    const room: Room = this.rooms.get(key) ?? {
      feed: feed as unknown as Feed,
      ...name,
      delivered: first.version,
      turn: Promise.resolve(),
      waiting: false,
      looking: false,
    };
    this.rooms.set(key, room);
    await socket.join(key);
    feed.entered?.(socket, id);
    const second = await feed.look(name, since ?? first.version, MOST_CAUGHT_UP, [me]);
    const tooFar = since !== null && (second.items.at(-1)?.version ?? second.version) < second.version;
    return { version: second.version, items: tooFar ? null : second.items };
  }

  leave(socket: LiveSocket, kind: string, id: string): void {
    const key = `${kind}:${id}`;
    if (!socket.rooms.has(key)) return;
    void socket.leave(key);
    this.feeds.get(kind)?.left?.(socket, id);
    if (!this.io?.sockets.adapter.rooms.get(key)?.size) this.rooms.delete(key);
  }

  leaveAll(socket: LiveSocket): void {
    for (const key of [...socket.rooms]) {
      const room = this.rooms.get(key);
      if (room) this.leave(socket, room.feed.kind, room.id);
    }
  }

  /** Is this socket in the room? Nothing is relayed by one that isn't. */
  has(socket: LiveSocket, kind: string, id: string): boolean {
    return socket.rooms.has(`${kind}:${id}`);
  }

  /** Everybody in a room on this machine. */
  everybody(kind: string, id: string): Pick<LiveSocket, 'emit'> | undefined {
    return this.io?.to(`${kind}:${id}`) as unknown as Pick<LiveSocket, 'emit'> | undefined;
  }

  /** What a lost doorbell would have told is found here within five seconds, a revoked access too. */
  async lookAround(): Promise<void> {
    for (const socket of this.io?.sockets.sockets.values() ?? []) cutIfSlow(socket);
    const together = new Map<string, Room[]>();
    for (const room of this.rooms.values()) {
      const key = `${room.feed.kind} ${room.municipalityId}`;
      const rooms = together.get(key) ?? [];
      together.set(key, rooms);
      rooms.push(room);
    }
    // Each kind by itself: one that fails keeps none of the others from looking.
    const looked = await Promise.allSettled([...together.values()].map((rooms) => this.lookAt(rooms)));
    for (const one of looked) if (one.status === 'rejected') throw one.reason;
  }

  /** Rooms of one kind and municipality: only one where something is missing, or somebody too many, looks by itself. */
  private async lookAt(rooms: readonly Room[]): Promise<void> {
    const { feed, municipalityId } = rooms[0]!;
    for (let at = 0; at < rooms.length; at += MOST_AT_ONCE) {
      const some = rooms.slice(at, at + MOST_AT_ONCE);
      const peopled = some.map(({ id }) => ({ id, occupants: this.inRoom(`${feed.kind}:${id}`).map(occupant) }));
      for (const { id, version, isLeft } of await feed.stand(municipalityId, peopled)) {
        const room = this.rooms.get(`${feed.kind}:${id}`);
        if (room && (isLeft || version > room.delivered)) this.deliver(room);
      }
    }
  }

  private inRoom(key: string): LiveSocket[] {
    return [...(this.io?.sockets.adapter.rooms.get(key) ?? [])].flatMap(
      (socketId) => this.io?.sockets.sockets.get(socketId) ?? [],
    );
  }

  private heard(ring: Ring): void {
    const heardIn = new Set<Room>();
    for (const kind of this.hearing.get(ring.kind) ?? []) {
      const room = this.rooms.get(`${kind}:${ring.id}`);
      if (!room || (ring.version <= room.delivered && ring.version !== 0)) continue;
      heardIn.add(room);
      if (!this.pushed(room, ring)) this.deliver(room);
    }
    // A person's own scope rings when their session, membership or role ends: every room they are in looks again.
    if (ring.kind !== 'PERSON') return;
    if (ring.brought.length > 0 && this.feeds.get(ring.kind)!.movesNobody(ring.brought)) return;
    for (const socket of this.io?.sockets.sockets.values() ?? []) {
      if (socket.data.person.id !== ring.id) continue;
      for (const key of socket.rooms) {
        const theirs = this.rooms.get(key);
        if (theirs && !heardIn.has(theirs)) this.deliver(theirs);
      }
    }
  }

  /**
   * Sends what was just committed here without reading it again, where it is the room's next and moves nobody out of it.
   * @returns false when the room must look
   */
  private pushed(room: Room, { brought, by }: Ring): boolean {
    if (room.waiting || room.looking) return false;
    if (brought[0]?.version !== room.delivered + 1 || !room.feed.movesNobody(brought)) return false;
    const key = `${room.feed.kind}:${room.id}`;
    for (const socket of this.inRoom(key)) cutIfSlow(socket);
    room.delivered = brought.at(-1)!.version;
    const to = by ? this.io!.to(key).except(by) : this.io!.to(key);
    room.feed.send(to as unknown as Pick<LiveSocket, 'emit'>, room.id, [...brought]);
    return true;
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
    const key = `${room.feed.kind}:${room.id}`;
    const sockets = this.inRoom(key);
    if (sockets.length === 0) return;
    room.looking = true;
    const look = await room.feed
      .look(room, room.delivered, MOST_CAUGHT_UP, sockets.map(occupant))
      .finally(() => (room.looking = false));
    for (const socket of sockets) {
      if (look.signedOut.has(socket.id)) {
        socket.emit('gone', { session: true });
        socket.disconnect(true);
      } else if (look.shutOut.has(socket.id)) {
        socket.emit('gone', { kind: room.feed.kind, id: room.id });
        this.leave(socket, room.feed.kind, room.id);
      } else cutIfSlow(socket);
    }
    if (look.items.length === 0) return;
    room.delivered = look.items.at(-1)!.version;
    room.feed.send(this.io!.to(key) as unknown as Pick<LiveSocket, 'emit'>, room.id, look.items);
    if (look.version > room.delivered) this.deliver(room);
  }
}

const occupant = (socket: LiveSocket): Occupant => ({
  socketId: socket.id,
  sessionId: socket.data.sessionId,
  personId: socket.data.person.id,
});
