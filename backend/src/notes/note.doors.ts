import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { caretInput, closeNoteInput, openNoteInput, writeNoteInput } from '#inputs/notes.ts';
import { packUpdates } from '#live-protocol/notes.ts';
import type { LiveSocket } from '../live/feed.ts';
import { LiveRooms } from '../live/live-rooms.ts';
import { Pace } from '../live/pace.ts';
import { SocketDoor } from '../live/socket-door.ts';
import { Carets } from './carets.ts';
import { NoteFeed } from './note-feed.ts';
import { NoteStore } from './note-store.ts';
import { notesPolicy } from './notes.policy.ts';

type Open = z.infer<typeof openNoteInput>;

/** Opening a note: into its room, with what the tab lacks and a client id to write under. */
@Injectable()
export class OpenNoteDoor extends SocketDoor<Open> {
  readonly event = 'note:open';
  readonly ability = notesPolicy['note.read'];
  readonly input = openNoteInput;
  /** Every item of a long agenda at once, and every note that an outbox holds something of. */
  readonly pace = new Pace(100, 20);

  constructor(
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(NoteFeed) private readonly feed: NoteFeed,
    @Inject(NoteStore) private readonly store: NoteStore,
    @Inject(Carets) private readonly carets: Carets,
  ) {
    super();
  }

  async answer(socket: LiveSocket, { noteId, clientId, have }: Open): Promise<object> {
    const { mayWrite } = await this.store.open(socket.data, noteId, clientId);
    const { version, items } = await this.rooms.enter(socket, this.feed, noteId, have);
    this.carets.hold(socket, noteId, clientId);
    return { version, updates: packUpdates(items ?? []), mayWrite };
  }
}

@Injectable()
export class CloseNoteDoor extends SocketDoor<z.infer<typeof closeNoteInput>> {
  readonly event = 'note:close';
  readonly ability = notesPolicy['note.read'];
  readonly input = closeNoteInput;
  /** Closing is never to wait behind opening. */
  readonly pace = new Pace(200, 50);

  constructor(@Inject(LiveRooms) private readonly rooms: LiveRooms) {
    super();
  }

  answer(socket: LiveSocket, { noteId }: { noteId: string }): Promise<object> {
    this.rooms.leave(socket, 'NOTE', noteId);
    return Promise.resolve({});
  }
}

type Write = z.infer<typeof writeNoteInput>;

/** Writing: acknowledged when it is stored, and sent to the room's others then. */
@Injectable()
export class WriteNoteDoor extends SocketDoor<Write> {
  readonly event = 'note:write';
  readonly ability = notesPolicy['note.write'];
  readonly input = writeNoteInput;
  /** A key that is held down comes thirty times a second, and a page has one message under way in each note. */
  readonly pace = new Pace(200, 60);

  constructor(@Inject(NoteStore) private readonly store: NoteStore) {
    super();
  }

  async answer(socket: LiveSocket, { noteId, bytes }: Write): Promise<object> {
    return { version: await this.store.write(socket.data, noteId, bytes, socket.id) };
  }
}

type Caret = z.infer<typeof caretInput>;

/** Where somebody writes: relayed under the name of whoever sent it, stored nowhere. */
@Injectable()
export class CaretDoor extends SocketDoor<Caret> {
  readonly event = 'note:caret';
  readonly ability = notesPolicy['note.read'];
  readonly input = caretInput as z.ZodType<Caret>;
  /** A page tells of it eight times a second at most, of the note that is left and the one that is come to. */
  readonly pace = new Pace(60, 20);

  constructor(
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(Carets) private readonly carets: Carets,
  ) {
    super();
  }

  answer(socket: LiveSocket, { noteId, caret }: Caret): Promise<object> {
    if (this.rooms.has(socket, 'NOTE', noteId)) this.carets.move(socket, noteId, caret);
    return Promise.resolve({});
  }
}
