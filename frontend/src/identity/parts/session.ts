import { createContext, useContext } from 'react';
import { askOnce } from '../../platform/parts/ask-once.ts';
import { VIEWER } from './viewer.documents.ts';

const CHANNEL = 'pejling-session';

export interface SessionOptions {
  /** Whose session the server has for this browser now; null when it has none. Tests answer themselves. */
  whoIsThere?(): Promise<string | null>;
  /** Loads the page afresh: it belongs to somebody else, or to nobody. */
  loadAfresh(to: string): void;
}

/**
 * The session that this page was loaded in. When it ends the page stays as it is, with all that stands in its fields, and goes
 * on when the same person is back; for anybody else it is loaded afresh.
 */
export class Session {
  private personId: string | null = null;
  private isOver = false;
  private isLeft = false;
  private looking: Promise<void> | undefined;
  private waiting: (() => void)[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

  constructor(private readonly options: SessionOptions) {
    this.tabs?.addEventListener('message', ({ data }) => {
      if (data === 'left') this.options.loadAfresh('/log-ind');
      else if (this.isOver) void this.look();
    });
  }

  /** Whose page this is. Once it is somebody's it is nobody else's. */
  belongsTo(personId: string): void {
    if (this.personId === personId) return;
    if (this.personId !== null) return this.options.loadAfresh('/');
    this.personId = personId;
    this.tell();
  }

  /** Whose page this is; null until it is known. */
  person = (): string | null => this.personId;

  /**
   * The server said that nobody is signed in, or somebody else.
   * @returns what is settled when the same person is back
   */
  ended(): Promise<void> {
    const back = new Promise<void>((resolve) => this.waiting.push(resolve));
    void this.look();
    return back;
  }

  /** Asks who is signed in now: what was said of the session may be older than the last sign-in. */
  look(): Promise<void> {
    this.looking ??= this.asked().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** Somebody signed in on this page. */
  async entered(): Promise<void> {
    this.tabs?.postMessage('entered');
    // A look that began before they did would not see them.
    await this.looking;
    await this.look();
  }

  /** Signing out by hand: the end of the session is no surprise then. */
  leaves(isLeaving: boolean): void {
    this.isLeft = isLeaving;
  }

  /** Signed out by hand: the other tabs go to the door too, instead of asking for a password over a page of words. */
  left(): void {
    this.tabs?.postMessage('left');
  }

  /** The page of somebody who has left it becomes that of whoever is signed in now. */
  handOver(): void {
    this.options.loadAfresh('/');
  }

  over = (): boolean => this.isOver;

  watch = (listener: () => void): (() => void) => {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  };

  private async asked(): Promise<void> {
    const there = await (this.options.whoIsThere ?? whoIsThere)().catch(() => null);
    if (this.isLeft) return;
    if (there !== null && this.personId !== null && there !== this.personId) return this.options.loadAfresh('/');
    this.isOver = there === null;
    if (there !== null) for (const goOn of this.waiting.splice(0)) goOn();
    this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

const whoIsThere = async (): Promise<string | null> => (await askOnce(VIEWER, {})).viewer?.id ?? null;

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen outside the application asked for its session');
  return session;
}
