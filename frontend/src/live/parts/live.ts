import type { ApolloClient } from '@apollo/client';
import type { FollowedKind, LiveChange } from '#live-protocol/change.ts';
import type { FollowAnswer, Present, Refused, SetPresence } from '#live-protocol/events.ts';
import { applyChange } from './apply-changes.ts';
import { comeInAnew, wakeLine, type LiveSocket } from './line.ts';
import { SaidPresence } from './said-presence.ts';
import type { UnderWay } from './under-way.ts';
import { heardServerTime, serverNow } from '../../platform/parts/server-clock.ts';

/** It will pass by itself: Postgres, too much at once. */
const PASSING = new Set<Refused>(['DATABASE_AWAY', 'TOO_FAST']);
const AGAIN_MS = 1_000;
/** It will not pass: what is asked for is no longer the person's to see, and the room says so. */
const FINAL = new Set<Refused>(['NOT_FOUND', 'NOT_ALLOWED', 'SIGNED_OUT']);
/** A refusal that this page does not know, as of a newer server, is not asked about at every moment. */
const UNKNOWN_AGAIN_MS = 10_000;

/** One scope that some screen shows, and how far this client has come in it. */
interface Followed {
  kind: FollowedKind;
  id: string;
  version: number;
  /** Came before what lies between; applied when the gap is filled. */
  early: Map<number, LiveChange>;
  /** How each screen fetches anew, and what it holds in a shape of its own. */
  screens: Map<() => void, readonly string[]>;
  asking: boolean;
}

export interface LiveOptions {
  underWay: UnderWay;
  /** Connects the socket; tests hand in their own. */
  connect(): LiveSocket;
  onConnection(connected: boolean): void;
  /** Nobody is signed in any more, or somebody else is. */
  onSignedOut(): void;
}

/**
 * Keeps the cache at what the server has, whatever the network does: applies version n+1 to n, and asks for the rest when it
 * sees a gap, reconnects or wakes. No message is the only carrier of a fact.
 */
export class Live {
  readonly socket: LiveSocket;
  private readonly followed = new Map<string, Followed>();
  private readonly presence = new Map<string, Present[]>();
  private readonly said = new SaidPresence();
  private readonly watchers = new Set<() => void>();
  private closed = false;

  constructor(
    private readonly client: ApolloClient,
    private readonly options: LiveOptions,
  ) {
    this.socket = options.connect();
    options.underWay.onLateAnswer((changes) => this.applyAgain(changes));
    this.socket.on('connect', () => {
      options.onConnection(true);
      this.socket.emit('clock', (serverTime) => this.measure(serverTime));
      for (const scope of this.followed.values()) this.ask(scope);
    });
    this.socket.on('disconnect', (reason) => {
      options.onConnection(false);
      this.said.lost();
      // The server ended it: it will say why when asked again.
      if (reason === 'io server disconnect') this.socket.connect();
    });
    this.socket.on('connect_error', (error) => {
      // Who is refused has reached the server all the same.
      const isRefused = error.message === 'SIGNED_OUT' || error.message === 'ANOTHER_PERSON';
      options.onConnection(isRefused);
      if (isRefused) options.onSignedOut();
      // What the server refused is not tried again by itself; that its database was away passes.
      else if (!this.socket.active) setTimeout(() => this.closed || this.socket.connect(), AGAIN_MS);
    });
    this.socket.on('changes', (changes) => this.take(changes));
    this.socket.on('presence', ({ meetingId, people }) => {
      this.presence.set(meetingId, people);
      this.said.heard(meetingId, people);
      this.tell();
    });
    this.socket.on('gone', (what) => {
      if ('session' in what) options.onSignedOut();
      else for (const refetch of this.followed.get(`${what.kind}:${what.id}`)?.screens.keys() ?? []) refetch();
    });
  }

  /**
   * Follows a scope from the version a screen was read at.
   * @param refetch called when what changed must be fetched: a hint, or too far behind
   * @param reshaped the entities that this screen holds in a shape of its own, which no change fits: each of theirs is fetched
   * @returns a function that stops following
   */
  follow(
    kind: FollowedKind,
    id: string,
    version: number,
    refetch: () => void,
    reshaped: readonly string[] = [],
  ): () => void {
    const key = `${kind}:${id}`;
    const known = this.followed.get(key);
    const scope = known ?? { kind, id, version, early: new Map(), screens: new Map(), asking: false };
    // A screen that was read earlier is filled by asking. One read later lifts nobody: the other screens have not come so far.
    if (known) scope.version = Math.min(scope.version, version);
    this.followed.set(key, scope);
    scope.screens.set(refetch, reshaped);
    if (this.socket.connected) this.ask(scope);
    return () => {
      scope.screens.delete(refetch);
      if (scope.screens.size > 0) return;
      this.followed.delete(key);
      this.presence.delete(id);
      this.said.forget(id);
      if (this.socket.connected) this.socket.emit('leave', { kind, id });
    };
  }

  /** Changes in any order, from the socket, from asking or from a mutation's answer; each is applied once. */
  take(changes: readonly LiveChange[]): void {
    const touched = new Set<Followed>();
    for (const change of changes) {
      const scope = this.followed.get(`${change.scopeKind}:${change.scopeId}`);
      if (!scope || change.version <= scope.version) continue;
      scope.early.set(change.version, change);
      touched.add(scope);
    }
    for (const scope of touched) this.drain(scope);
  }

  /** What a mutation changed is on every screen at once, those that follow nothing among them. */
  did(changes: readonly LiveChange[]): void {
    for (const change of changes) this.apply(change);
    this.take(changes);
  }

  /** Connects, where nothing is under way already. */
  open(): void {
    this.closed = false;
    if (!this.socket.active) this.socket.connect();
  }

  /** Everything again: after sleep, or when the network came back. */
  wake(): void {
    wakeLine(this.socket, (serverTime) => this.measure(serverTime));
    for (const scope of this.followed.values()) this.ask(scope);
  }

  /** The session was renewed: the line came in with the one that ended, and the server may not have seen yet that it did. */
  renewed(): void {
    comeInAnew(this.socket);
  }

  /** Tells a meeting's room what the person does. Without a connection it is said when there is one; that they write is not. */
  say(ownId: string, what: SetPresence): void {
    this.said.say(ownId, what);
    if (this.socket.connected) this.socket.emit('presence:set', what);
  }

  people(meetingId: string): Present[] {
    return this.presence.get(meetingId) ?? NOBODY;
  }

  watch(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  /** The server's time now, in ms: what the timestamps in the data are measured by. */
  now(): number {
    return serverNow();
  }

  close(): void {
    this.closed = true;
    this.socket.disconnect();
  }

  private drain(scope: Followed): void {
    const applied: LiveChange[] = [];
    let unread = false;
    for (let next = scope.early.get(scope.version + 1); next; next = scope.early.get(scope.version + 1)) {
      scope.early.delete(next.version);
      scope.version = next.version;
      if (!this.apply(next)) unread = true;
      applied.push(next);
    }
    if (unread) this.refetch(scope);
    else this.fetchFor(scope, applied);
    if (scope.early.size > 0) this.ask(scope);
  }

  /** @returns false where it cannot be read, as one of a newer server: then what it changed is to be fetched */
  private apply(change: LiveChange): boolean {
    if (!this.patch(change)) return false;
    this.options.underWay.applied(change);
    return true;
  }

  private patch(change: LiveChange): boolean {
    try {
      applyChange(this.client.cache, change);
      return true;
    } catch {
      return false;
    }
  }

  /** An answer was read before these, and came after them. */
  private applyAgain(changes: readonly LiveChange[]): void {
    const lacking = new Map<Followed, LiveChange[]>();
    for (const change of changes) {
      this.patch(change);
      const scope = this.followed.get(`${change.scopeKind}:${change.scopeId}`);
      if (scope) lacking.set(scope, [...(lacking.get(scope) ?? []), change]);
    }
    for (const [scope, ofScope] of lacking) this.fetchFor(scope, ofScope);
  }

  /** The screens that cannot be mended by these changes alone fetch anew. */
  private fetchFor(scope: Followed, changes: readonly LiveChange[]): void {
    for (const [refetch, reshaped] of scope.screens)
      if (changes.some(({ entity, fields }) => fields.hint === true || reshaped.includes(entity))) refetch();
  }

  private ask(scope: Followed): void {
    if (scope.asking || !this.socket.connected) return;
    scope.asking = true;
    const since = scope.version;
    this.socket
      .timeout(10_000)
      .emit('follow', { kind: scope.kind, id: scope.id, since }, (late: Error | null, answer: FollowAnswer) => {
        scope.asking = false;
        if (late || !answer) return void this.ask(scope);
        if (!answer.ok) {
          if (answer.refused === 'SIGNED_OUT') this.options.onSignedOut();
          if (PASSING.has(answer.refused)) this.askLater(scope, AGAIN_MS);
          else if (!FINAL.has(answer.refused)) {
            // Nothing is pushed meanwhile: the screen is asked for as a whole, and says in words what is wrong, if anything is.
            this.refetch(scope);
            this.askLater(scope, UNKNOWN_AGAIN_MS);
          }
          return;
        }
        this.measure(answer.serverTime);
        const again = this.said.again(scope.id);
        if (again) this.socket.emit('presence:set', again);
        if ('tooFarBehind' in answer) {
          scope.early.clear();
          scope.version = answer.version;
          this.refetch(scope);
          return;
        }
        this.take(answer.changes);
        // A screen that was read earlier came meanwhile.
        if (scope.version < since) this.ask(scope);
      });
  }

  private askLater(scope: Followed, inMs: number): void {
    setTimeout(() => {
      if (this.followed.get(`${scope.kind}:${scope.id}`) === scope) this.ask(scope);
    }, inMs);
  }

  private refetch(scope: Followed): void {
    for (const refetch of scope.screens.keys()) refetch();
  }

  private measure(serverTime: number): void {
    heardServerTime(serverTime);
    this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

const NOBODY: Present[] = [];
