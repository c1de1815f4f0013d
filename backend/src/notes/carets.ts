import { Inject, Injectable } from '@nestjs/common';
import type { NoteCaret, NoteServerEvents } from '#live-protocol/notes.ts';
import type { LiveSocket } from '../live/feed.ts';
import { LiveRooms } from '../live/live-rooms.ts';
import { Whisper } from '../platform/whisper.ts';

/** A caret, and the socket that put it there last. */
interface Standing {
  socket: LiveSocket;
  sent: Told;
}

type Sent = Parameters<NoteServerEvents['note:caret']>[0];

/** As it is told from replica to replica: the same move is told again at a beat, for those who did not hear it. */
interface Told extends Sent {
  /** When it was moved, in ms by its replica's clock. */
  at: number;
}

const TOPIC = 'caret';

/** Where each person's caret stands in the notes they have open: relayed to the note's others, here and elsewhere; stored nowhere. */
@Injectable()
export class Carets {
  /** The client id a socket was given in each note it has open: its caret travels under that one and no other. */
  private readonly heldBy = new WeakMap<LiveSocket, Map<string, number>>();
  /** Carets that stand in a note through this replica, by note and client id: whoever opens the note is told of them. */
  private readonly here = new Map<string, Map<number, Standing>>();
  /** Carets that stand in a note through another replica, so that they go when it does. */
  private readonly elsewhere = new Map<string, Map<string, Told>>();

  constructor(
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(Whisper) private readonly whisper: Whisper,
  ) {
    whisper.hear(TOPIC, (what, replica) => this.heard(what as Told, replica));
    // Who stands still is told of too: to a replica that has just come, and where a move was lost.
    whisper.onBeat(() => this.restate());
    whisper.onForgotten((replica) => {
      const carets = this.elsewhere.get(replica) ?? [];
      this.elsewhere.delete(replica);
      for (const [key, sent] of carets) {
        // Somebody who came back through another replica has their caret there, under the same client id.
        if ([...this.elsewhere.values()].some((others) => others.has(key))) continue;
        this.rooms.everybody('NOTE', sent.noteId)?.emit('note:caret', { ...forClients(sent), caret: null });
      }
    });
  }

  /** A socket has opened a note, under this client id: it is told where everybody else stands. */
  hold(socket: LiveSocket, noteId: string, clientId: number): void {
    const held = this.heldBy.get(socket) ?? new Map<string, number>();
    this.heldBy.set(socket, held.set(noteId, clientId));
    const here = [...(this.here.get(noteId)?.values() ?? [])].map(({ sent }) => sent);
    const elsewhere = [...this.elsewhere.values()].flatMap((carets) => [...carets.values()]);
    for (const sent of [...here, ...elsewhere])
      if (sent.noteId === noteId && sent.clientId !== clientId) socket.emit('note:caret', forClients(sent));
  }

  /** Tells the others where it stands now. Nothing from a socket that has not opened the note. */
  move(socket: LiveSocket, noteId: string, caret: NoteCaret | null): void {
    const clientId = this.heldBy.get(socket)?.get(noteId);
    if (clientId === undefined) return;
    const sent: Sent = { noteId, clientId, person: socket.data.person, caret };
    const told: Told = { ...sent, at: Date.now() };
    this.stands(socket, told);
    socket.to(`NOTE:${noteId}`).emit('note:caret', sent);
    this.whisper.tell(TOPIC, `${noteId} ${clientId}`, told);
    // It stands here now, wherever it stood before.
    for (const others of this.elsewhere.values()) others.delete(`${noteId} ${clientId}`);
  }

  /** The socket has closed the note, or is gone: its caret vanishes for the others. */
  drop(socket: LiveSocket, noteId: string): void {
    const held = this.heldBy.get(socket);
    const standing = this.here.get(noteId)?.get(held?.get(noteId) ?? NaN);
    // A connection that is found dead long after the tab is back on another takes nothing of what stands by the new one.
    const isAnothers = standing !== undefined && standing.socket !== socket;
    if (!isAnothers) this.move(socket, noteId, null);
    held?.delete(noteId);
  }

  private restate(): void {
    for (const carets of this.here.values())
      for (const { sent } of carets.values()) this.whisper.tell(TOPIC, `${sent.noteId} ${sent.clientId}`, sent);
  }

  private stands(socket: LiveSocket, sent: Told): void {
    const carets = this.here.get(sent.noteId) ?? new Map<number, Standing>();
    if (sent.caret) carets.set(sent.clientId, { socket, sent });
    else carets.delete(sent.clientId);
    if (carets.size > 0) this.here.set(sent.noteId, carets);
    else this.here.delete(sent.noteId);
  }

  private heard(told: Told, replica: string): void {
    const key = `${told.noteId} ${told.clientId}`;
    const there = this.elsewhere.get(replica) ?? new Map<string, Told>();
    this.elsewhere.set(replica, there);
    const isKnown = told.caret !== null && there.get(key)?.at === told.at;
    if (told.caret) there.set(key, told);
    else there.delete(key);
    if (!isKnown) this.rooms.everybody('NOTE', told.noteId)?.emit('note:caret', forClients(told));
  }
}

const forClients = ({ noteId, clientId, person, caret }: Sent): Sent => ({ noteId, clientId, person, caret });
