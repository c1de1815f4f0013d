import type { LiveSocket } from './feed.ts';

/** The most that is kept in memory for a client that takes nothing. It is cut, and fetches what it lacks when it is back. */
export const SLOWEST_BUFFER = 2_000_000;

interface Conn {
  /** What engine.io keeps until the transport has sent what it was handed last. */
  writeBuffer: { data?: string | Uint8Array }[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
}

/** What has been sent to a client and is still in our memory, in bytes. */
export function waitingFor(socket: LiveSocket): number {
  const { writeBuffer, transport } = socket.conn as unknown as Conn;
  let waiting = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) waiting += data?.length ?? 0;
  return waiting;
}

/** Cuts a client for whom more is waiting than is kept. @returns whether it was */
export function cutIfSlow(socket: LiveSocket): boolean {
  if (waitingFor(socket) <= SLOWEST_BUFFER) return false;
  // Not closed politely, which would wait until all of it is sent.
  (socket.conn as unknown as Conn).transport.socket?.terminate();
  return true;
}
