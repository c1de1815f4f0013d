import { setTimeout as later } from 'node:timers/promises';
import * as Y from 'yjs';
import { NOTE_ROOT } from '#live-protocol/notes.ts';
import { sit, type NoteKind, type NoteSeat } from './note-seats.ts';
import type { BenchRoom } from './rooms.ts';
import { answerOrders } from './side.ts';

// Those who write and read together in notes. A process of its own.
export type NotesOrder =
  | { order: 'sit'; kind: NoteKind; url: string; rooms: BenchRoom[]; inRoom: number; typists: number }
  | { order: 'type'; milliseconds: number; keysPerSecond: number }
  | { order: 'acknowledged' }
  | { order: 'close' }
  | { order: 'lost'; kind: NoteKind; url: string; acknowledged: Record<string, number>[] };

interface Key {
  at: number;
  clock: number;
}

interface Typist {
  seat: NoteSeat;
  text: Y.XmlText;
  keys: Key[];
  acknowledged: number;
}

let rooms: BenchRoom[] = [];
let tables: { seats: NoteSeat[]; typists: Typist[] }[] = [];
let acknowledgedAfter: number[] = [];
let shownAfter: number[] = [];
/** How many keys there are to be acknowledged and shown yet. */
let open = 0;

const clockOf = (doc: Y.Doc, client: number): number => Y.getState(doc.store, client);

/** Somebody types: a paragraph of their own, and keys in it. */
function typistAt(seat: NoteSeat): Typist {
  const text = new Y.XmlText();
  const typist: Typist = { seat, text, keys: [], acknowledged: 0 };
  seat.acknowledged = (count) => {
    while (typist.acknowledged < Math.min(count, typist.keys.length)) {
      const key = typist.keys[typist.acknowledged++]!;
      if (key.at > 0) acknowledgedAfter.push(performance.now() - key.at);
      open -= 1;
    }
  };
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  press(typist, 0, () => seat.doc.getXmlFragment(NOTE_ROOT).push([paragraph]));
  return typist;
}

/** @param at when the key went down; 0 when it is not measured */
function press(typist: Typist, at: number, change: () => void): void {
  const { doc } = typist.seat;
  const key = { at, clock: Infinity };
  typist.keys.push(key);
  open += 1;
  doc.transact(change);
  key.clock = clockOf(doc, doc.clientID);
}

function watch(seat: NoteSeat, typists: readonly Typist[]): void {
  const seen = typists.map(() => 0);
  seat.doc.on('update', (_: Uint8Array, origin: unknown) => {
    if (origin === null) return;
    typists.forEach((typist, n) => {
      if (typist.seat === seat) return;
      const has = clockOf(seat.doc, typist.seat.doc.clientID);
      for (let key = typist.keys[seen[n]!]; key && key.clock <= has; key = typist.keys[seen[n]!]) {
        if (key.at > 0) shownAfter.push(performance.now() - key.at);
        seen[n]! += 1;
      }
    });
  });
}

async function take(kind: NoteKind, url: string, inRoom: number, typists: number): Promise<void> {
  tables = [];
  for (const room of rooms) {
    const seats = await Promise.all(
      Array.from({ length: inRoom }, (_, n) => sit(kind, url, room, room.people[n % room.people.length]!.cookie)),
    );
    const table = { seats, typists: seats.slice(0, typists).map(typistAt) };
    for (const seat of seats) watch(seat, table.typists);
    tables.push(table);
  }
  await allStored();
}

async function allStored(): Promise<void> {
  for (const end = performance.now() + 20_000; open > 0; await later(10))
    if (performance.now() > end) throw new Error(`${open} keys were never acknowledged`);
}

/** Everybody who types does so at their own beat; what is left is waited for. */
async function type(milliseconds: number, keysPerSecond: number): Promise<object> {
  acknowledgedAfter = [];
  shownAfter = [];
  const end = performance.now() + milliseconds;
  let keys = 0;
  const everybody = tables.flatMap((table) => table.typists);
  await Promise.all(
    everybody.map(async (typist) => {
      await later((Math.random() * 1000) / keysPerSecond);
      for (; performance.now() < end; await later((1000 / keysPerSecond) * (0.5 + Math.random()))) {
        keys += 1;
        press(typist, performance.now(), () => typist.text.insert(typist.text.length, 'a'));
      }
    }),
  );
  await allStored();
  const readers = (tables[0]?.seats.length ?? 1) - 1;
  for (const late = performance.now() + 10_000; shownAfter.length < keys * readers; await later(10))
    if (performance.now() > late) throw new Error(`${keys * readers - shownAfter.length} keys were never shown`);
  return { keys, acknowledgedAfter, shownAfter };
}

/** How far each writer has been acknowledged, by client id. */
const acknowledged = (): Record<string, number>[] =>
  tables.map(({ typists }) =>
    Object.fromEntries(
      typists.map((typist) => [typist.seat.doc.clientID, typist.keys[typist.acknowledged - 1]?.clock ?? 0]),
    ),
  );

answerOrders<NotesOrder>(async (told) => {
  if (told.order === 'sit') {
    ({ rooms } = told);
    await take(told.kind, told.url, told.inRoom, told.typists);
    return {};
  }
  if (told.order === 'type') return type(told.milliseconds, told.keysPerSecond);
  if (told.order === 'acknowledged') return { acknowledged: acknowledged() };
  if (told.order === 'close') {
    for (const { seats } of tables) for (const seat of seats) seat.close();
    return {};
  }
  // Whoever opens each note afresh after the kill: what was acknowledged and is not there is lost.
  let lost = 0;
  for (const [n, room] of rooms.entries()) {
    const seat = await sit(told.kind, told.url, room, room.people[0]!.cookie);
    for (const [client, clock] of Object.entries(told.acknowledged[n]!))
      lost += Math.max(0, clock - clockOf(seat.doc, Number(client)));
    seat.close();
  }
  return { lost };
});
