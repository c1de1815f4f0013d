import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import WebSocket from 'ws';
import type { LiveChange } from '#live-protocol/change.ts';
import { asked } from './documents.ts';
import type { BenchRoom } from './rooms.ts';
import { answerOrders } from './side.ts';
import { action } from './work.ts';

// Those in the rooms, and whoever changes something there. A process of its own.
export type DeliveryOrder =
  | { order: 'connect'; kind: Kind; url: string; rooms: BenchRoom[]; empty: BenchRoom[]; inRoom: number }
  | { order: 'close' }
  | { order: 'write'; count: number; to: 'followed' | 'empty'; payload: string };
type Kind = 'ours' | 'ws' | 'socket.io';

/** One connection, in its room. */
interface Seat {
  close(): void;
}

let kind: Kind;
let url = '';
let rooms: Record<'followed' | 'empty', BenchRoom[]> = { followed: [], empty: [] };
let seats: Seat[] = [];
/** Where the next change goes, so that all rooms of a sort have as many. */
const next = { followed: 0, empty: 0 };
let delivered = 0;
let sample = '';
let enough = { count: Infinity, reached: () => {} };

function took(changes: readonly LiveChange[]): void {
  const told = changes.filter((change) => change.entity === 'Action' && change.verb === 'created').length;
  if (told > 0 && !sample) sample = JSON.stringify(changes);
  delivered += told;
  if (delivered >= enough.count) enough.reached();
}

async function overSocketIo(room: BenchRoom, cookie: string): Promise<Seat> {
  const socket: Socket = io(url, {
    path: kind === 'ours' ? '/live' : '/socket.io',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    query: { room: room.meetingId },
    extraHeaders: { cookie },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  socket.on('changes', took);
  const about = { kind: 'MEETING', id: room.meetingId, since: null };
  const answer = (await socket.emitWithAck('follow', about)) as { ok: boolean } | undefined;
  if (answer?.ok === false) throw new Error(`could not follow: ${JSON.stringify(answer)}`);
  return { close: () => socket.disconnect() };
}

async function overWs(room: BenchRoom): Promise<Seat> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?room=${room.meetingId}`);
  await once(socket, 'open');
  const followed = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === 'ok') resolve();
      else took(JSON.parse(text) as LiveChange[]);
    });
  });
  socket.send('follow');
  await followed;
  return { close: () => socket.close() };
}

async function write(room: BenchRoom, payload: string): Promise<void> {
  const { personId, cookie } = room.people[0]!;
  const what = action({ ...room, personId });
  const [path, body] =
    kind === 'ours'
      ? ['/graphql', asked('CreateAction', { teamId: room.teamId, action: what })]
      : [
          '/action',
          JSON.stringify({
            action: { ...what, teamId: room.teamId, state: 'AGREED', predecessorId: null },
            room: room.meetingId,
            payload,
          }),
        ];
  const headers = { 'content-type': 'application/json', cookie };
  const response = await fetch(url + path, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`${kind}: ${text.slice(0, 300)}`);
}

/** Some at a time, so that two thousand do not knock at once. */
async function each<T>(things: readonly T[], atOnce: number, what: (thing: T, n: number) => Promise<void>) {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; n < things.length; n = next++) await what(things[n]!, n);
    }),
  );
}

answerOrders<DeliveryOrder>(async (told) => {
  if (told.order === 'connect') {
    ({ kind, url } = told);
    rooms = { followed: told.rooms, empty: told.empty };
    const places = told.rooms.flatMap((room) => Array.from({ length: told.inRoom }, (_, n) => ({ room, n })));
    await each(places, 16, async ({ room, n }) => {
      const { cookie } = room.people[n % room.people.length]!;
      seats.push(kind === 'ws' ? await overWs(room) : await overSocketIo(room, cookie));
    });
    return { connected: seats.length };
  }
  if (told.order === 'close') {
    for (const seat of seats) seat.close();
    seats = [];
    return {};
  }
  delivered = 0;
  const { count, to, payload } = told;
  const expected = to === 'followed' ? (count * seats.length) / rooms.followed.length : 0;
  const all = new Promise<void>((reached) => (enough = { count: expected, reached }));
  await each(Array.from({ length: count }), 8, () => {
    next[to] += 1;
    return write(rooms[to][next[to] % rooms[to].length]!, payload);
  });
  if (expected > 0) await all;
  return { deliveries: delivered, sample };
});
