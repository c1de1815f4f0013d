import { HocuspocusProvider } from '@hocuspocus/provider';
import { toBase64 } from 'lib0/buffer';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import WebSocket from 'ws';
import * as Y from 'yjs';
import {
  unpackUpdates,
  type OpenNoteAnswer,
  type PackedUpdates,
  type StoreUpdateAnswer,
} from '#live-protocol/notes.ts';
import type { BenchRoom } from './rooms.ts';

export type NoteKind = 'ours' | 'limit' | 'hocuspocus';

/** Somebody with a note open. */
export interface NoteSeat {
  doc: Y.Doc;
  /** Told each time the server acknowledges, with how many of the local updates it has, counted from the first. */
  acknowledged: (updates: number) => void;
  close(): void;
}

export const REMOTE = 'remote';

/** One message at a time; what is written meanwhile goes together in the next, as in the front end. */
function queue(seat: NoteSeat, send: (bytes: Uint8Array) => Promise<void>): void {
  let waiting: Uint8Array[] = [];
  let isSending = false;
  let stored = 0;
  const next = async (): Promise<void> => {
    if (isSending || waiting.length === 0) return;
    const together = waiting;
    waiting = [];
    isSending = true;
    await send(together.length === 1 ? together[0]! : Y.mergeUpdates(together));
    isSending = false;
    stored += together.length;
    seat.acknowledged(stored);
    return next();
  };
  seat.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin === REMOTE) return;
    waiting.push(bytes);
    void next();
  });
}

async function atOurs(url: string, { itemId: noteId }: BenchRoom, cookie: string): Promise<NoteSeat> {
  const socket = io(url, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  const seat: NoteSeat = { doc: new Y.Doc(), acknowledged: () => {}, close: () => socket.disconnect() };
  const take = (updates: PackedUpdates) => {
    for (const { bytes } of unpackUpdates(updates)) Y.applyUpdate(seat.doc, bytes, REMOTE);
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  socket.on('note:updates', (sent: { updates: PackedUpdates }) => take(sent.updates));
  const clientId = seat.doc.clientID;
  const opened = (await socket.emitWithAck('note:open', { noteId, clientId, have: 0 })) as OpenNoteAnswer;
  if (!opened.ok || !opened.mayWrite) throw new Error(`the note did not open: ${JSON.stringify(opened)}`);
  take(opened.updates);
  queue(seat, async (bytes) => {
    const answer = (await socket.emitWithAck('note:write', {
      noteId,
      clientId,
      bytes: toBase64(bytes),
    })) as StoreUpdateAnswer;
    if (!answer.ok) throw new Error(`not stored: ${answer.refused}`);
  });
  return seat;
}

async function atLimit(url: string, room: BenchRoom): Promise<NoteSeat> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?room=${room.itemId}`);
  const seat: NoteSeat = { doc: new Y.Doc(), acknowledged: () => {}, close: () => socket.close() };
  await once(socket, 'open');
  let answered = () => {};
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) Y.applyUpdate(seat.doc, data, REMOTE);
    else answered();
  });
  const tell = (what: string | Uint8Array) =>
    new Promise<void>((resolve) => {
      answered = resolve;
      socket.send(what);
    });
  await tell('follow');
  queue(seat, tell);
  return seat;
}

async function atHocuspocus(url: string, room: BenchRoom): Promise<NoteSeat> {
  const doc = new Y.Doc();
  const provider = new HocuspocusProvider({ url: url.replace('http', 'ws'), name: room.itemId, document: doc });
  const seat: NoteSeat = { doc, acknowledged: () => {}, close: () => provider.destroy() };
  await new Promise<void>((resolve) => provider.on('synced', () => resolve()));
  let made = 0;
  doc.on('update', (_: Uint8Array, origin: unknown) => {
    if (origin !== provider) made += 1;
  });
  provider.on('unsyncedChanges', ({ number }: { number: number }) => seat.acknowledged(made - number));
  return seat;
}

export function sit(kind: NoteKind, url: string, room: BenchRoom, cookie: string): Promise<NoteSeat> {
  if (kind === 'ours') return atOurs(url, room, cookie);
  return kind === 'limit' ? atLimit(url, room) : atHocuspocus(url, room);
}
