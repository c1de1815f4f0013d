import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { FollowedKind } from '#live-protocol/change.ts';
import type { Present } from '#live-protocol/events.ts';
import { browserSocket } from './line.ts';
import { Live } from './live.ts';
import { UnderWay } from './under-way.ts';
import { serverNow } from '../../platform/parts/server-clock.ts';

const LiveContext = createContext<Live | null>(null);
/** What the client's questions go through (`newClient`). */
export const UnderWayContext = createContext(new UnderWay());

/** The page's one socket; below it, screens follow what they show. */
export function LiveProvider({
  children,
  person,
  onConnection,
  onSignedOut,
}: {
  children: ReactNode;
  /** Whose page this is. */
  person: string;
  onConnection(reached: boolean): void;
  onSignedOut(): void;
}) {
  const client = useApolloClient();
  const underWay = useContext(UnderWayContext);
  // Opened by the first render that is kept, and closed with the page's signed-in part.
  const [live] = useState(
    () => new Live(client, { underWay, connect: () => browserSocket(person), onConnection, onSignedOut }),
  );
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') live.wake();
    };
    live.open();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
      live.close();
    };
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

export const useLive = (): Live | null => useContext(LiveContext);

/**
 * Follows a scope as long as the screen shows it.
 * @param version the `liveVersion` the screen was read at; undefined until it is read
 * @param refetch called when what changed must be fetched
 * @param reshaped the entities that the screen holds in a shape of its own: each change of theirs is fetched; never changes
 */
export function useFollow(
  kind: FollowedKind,
  id: string | undefined,
  version: number | undefined,
  refetch: () => void,
  reshaped: readonly string[] = [],
): void {
  const live = useLive();
  const [first, setFirst] = useState<number | undefined>(version);
  if (first === undefined && version !== undefined) setFirst(version);
  useEffect(() => {
    if (!live || !id || first === undefined) return undefined;
    return live.follow(kind, id, first, () => void refetch(), reshaped);
    // `refetch` is the query's own and stays the same; a new one must not leave and enter the room again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [live, kind, id, first]);
}

const NOBODY: Present[] = [];

/** Who is in the meeting's room now. */
export function usePresence(meetingId: string): Present[] {
  const live = useLive();
  return useSyncExternalStore(
    (changed) => live?.watch(changed) ?? (() => undefined),
    () => live?.people(meetingId) ?? NOBODY,
  );
}

/**
 * The server's time, renewed at a beat.
 * @param everyMs how often the screen needs it
 * @returns ms since 1970 by the database's clock
 */
export function useServerClock(everyMs = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(serverNow());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
