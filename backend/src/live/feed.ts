import type { Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '#live-protocol/events.ts';
import type { SocketData } from './handshake.ts';

export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

/** A room: everybody who is sent what comes in one stream. */
export interface RoomName {
  municipalityId: string;
  id: string;
}

/** A socket as the room sees it. */
export interface Occupant {
  socketId: string;
  sessionId: string;
  personId: string;
}

/** What one look at a room found. */
export interface Look<Item> {
  /** How far the stream has come; more than the items say when they were too many. */
  version: number;
  items: Item[];
  /** Sockets whose session is over. */
  signedOut: Set<string>;
  /** Sockets whose person may no longer be here. */
  shutOut: Set<string>;
}

/** A room at the beat: who is in it on this machine. */
export interface Peopled {
  id: string;
  occupants: Occupant[];
}

/** What the beat found of a room. */
export interface Standing {
  id: string;
  version: number;
  /** Somebody in it is signed out, or may no longer be there. */
  isLeft: boolean;
}

/**
 * A stream that rooms are sent, with a dense version of its own in Postgres: the change log's scopes, a note's updates. The
 * live rooms know nothing of what an item holds; each kind of stream is a provider of this class, found when the server starts.
 */
export abstract class Feed<Item extends { version: number } = { version: number }> {
  /** As the doorbell calls it; rooms are named `kind:id`. */
  abstract readonly kind: string;
  /** Which rings it hears; its own kind's, unless it is another's stream told in a narrower way. */
  get hears(): string {
    return this.kind;
  }
  /** Who may be in such a room; null where only the person it is about may, which `look` then decides. */
  abstract readonly ability: string | null;

  /**
   * Reads what a room lacks after a version, and who in it may still be there. Asked anew before every delivery of what was read.
   * @param most more items than this are left out
   */
  abstract look(room: RoomName, since: number, most: number, occupants: Occupant[]): Promise<Look<Item>>;

  /** How many rooms of one municipality stand, in one statement: a room at rest costs the beat next to nothing. */
  abstract stand(municipalityId: string, rooms: readonly Peopled[]): Promise<Standing[]>;

  /** Sends items to whoever `to` names. */
  abstract send(to: Pick<LiveSocket, 'emit'>, id: string, items: Item[]): void;

  /**
   * May this go out as it was committed here, without a look at who may still be in the room? Only what moves nobody out of it:
   * who lost their place by something else is found by the ring of that.
   */
  abstract movesNobody(items: readonly object[]): boolean;

  /** A socket came into a room, or left it. */
  entered?(socket: LiveSocket, id: string): void;
  left?(socket: LiveSocket, id: string): void;
}
