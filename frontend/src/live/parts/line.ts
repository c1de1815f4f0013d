import { io, type Socket } from 'socket.io-client';
import { LIVE_PATH, type ClientEvents, type ServerEvents } from '#live-protocol/events.ts';

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

/**
 * How a page's socket comes in. An attempt that hears nothing is given up soon, in ms: where the server or the network goes
 * between the upgrade and the first word, socket.io hears of no error, and would wait for its own twenty seconds.
 */
export const LINE = {
  path: LIVE_PATH,
  transports: ['websocket'],
  withCredentials: true,
  reconnectionDelay: 300,
  reconnectionDelayMax: 5_000,
  timeout: 6_000,
};
/** An answer takes milliseconds; a line that has none in this time leads nowhere. */
const SILENT_MS = 4_000;

/** The browser's socket to its own server, for the person whose page this is: another's session is not let in with it. */
export const browserSocket = (person: string): LiveSocket => io({ ...LINE, auth: { person } });

/**
 * The page is looked at again, or its network came back: nothing is waited for that may be dead. An attempt that hangs, or would
 * come later, is begun anew; a line that seems to be there is asked, and begun anew when it does not answer.
 * @param answered called with the server's time, in ms, where the line is there
 */
export function wakeLine(socket: LiveSocket, answered: (serverTime: number) => void): void {
  if (!socket.connected) return comeInAnew(socket);
  const { id } = socket;
  socket.timeout(SILENT_MS).emit('clock', (late: Error | null, serverTime: number) => {
    if (!late) answered(serverTime);
    else if (socket.id === id) comeInAnew(socket);
  });
}

/** Leaves whatever line there is, and takes a new one: as whoever the browser's cookie says, now. */
export function comeInAnew(socket: LiveSocket): void {
  socket.disconnect();
  socket.connect();
}
