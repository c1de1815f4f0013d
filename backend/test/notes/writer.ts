import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import {
  NOTE_ROOT,
  unpackUpdates,
  type PackedUpdates,
  type OpenNoteAnswer,
  type StoreUpdateAnswer,
} from '#live-protocol/notes.ts';
import { vi } from 'vitest';
import type { Caller, LiveSocket, World } from '../world.ts';

/** Somebody with a note open, as a browser has it: a Yjs document, a socket, what is not acknowledged yet. */
export class Writer {
  readonly doc = new Y.Doc();
  have = 0;
  mayWrite = false;
  /** Numbers acknowledged to this writer. */
  readonly acknowledged: number[] = [];

  constructor(
    readonly socket: LiveSocket,
    readonly noteId: string,
  ) {
    this.doc.clientID = 1_000 + Math.floor(Math.random() * 4_000_000_000);
    socket.on('note:updates', ({ noteId: id, updates }) => {
      if (id === this.noteId) this.take(updates);
    });
  }

  take(updates: PackedUpdates): void {
    for (const { version, bytes } of unpackUpdates(updates)) {
      Y.applyUpdate(this.doc, bytes, 'server');
      this.have = Math.max(this.have, version);
    }
  }

  async open(): Promise<OpenNoteAnswer> {
    const answer = await new Promise<OpenNoteAnswer>((resolve) =>
      this.socket.emit('note:open', { noteId: this.noteId, clientId: this.doc.clientID, have: this.have }, resolve),
    );
    if (answer.ok) {
      this.take(answer.updates);
      this.have = Math.max(this.have, answer.version);
      this.mayWrite = answer.mayWrite;
    }
    return answer;
  }

  /** Sends bytes as they are; they need not be this writer's own. */
  send(bytes: Uint8Array): Promise<StoreUpdateAnswer> {
    return new Promise((resolve) =>
      this.socket.emit(
        'note:write',
        { noteId: this.noteId, clientId: this.doc.clientID, bytes: toBase64(bytes) },
        (answer) => {
          if (answer.ok) this.acknowledged.push(answer.version);
          resolve(answer);
        },
      ),
    );
  }

  /** Changes the document here. @returns the update it made */
  edit(change: (root: Y.XmlFragment) => void): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(this.doc.getXmlFragment(NOTE_ROOT)));
    return Y.encodeStateAsUpdate(this.doc, before);
  }

  /** Writes a line at the end. */
  async write(line: string): Promise<StoreUpdateAnswer> {
    return this.send(this.edit((root) => root.push([paragraph(line)])));
  }

  get lines(): string[] {
    return this.doc
      .getXmlFragment(NOTE_ROOT)
      .toArray()
      .map((block) => (block as Y.XmlElement).toArray().map(String).join(''));
  }
}

/** Writes a text under an item as somebody in the room. @returns the number it was stored under */
export async function wrote(socket: LiveSocket, noteId: string, text: string): Promise<number> {
  const writer = new Writer(socket, noteId);
  const opened = await writer.open();
  if (!opened.ok) throw new Error(`the note did not open: ${opened.refused}`);
  const stored = await writer.send(writer.edit((root) => root.push(text.split('\n').map(paragraph))));
  if (!stored.ok) throw new Error(`the note was not stored: ${stored.refused}`);
  socket.emit('note:close', { noteId });
  return stored.version;
}

/** As `wrote`, and waits until it is read where no editor is. */
export async function noted(world: World, caller: Caller, noteId: string, text: string): Promise<void> {
  const socket = await world.connectLive(caller);
  const version = await wrote(socket, noteId, text);
  socket.disconnect();
  await vi.waitFor(
    async () => {
      const { rows } = await world.admin.query('select from note where id = $1 and built >= $2', [noteId, version]);
      if (rows.length === 0) throw new Error('not read yet');
    },
    { timeout: 15_000, interval: 100 },
  );
}

export function paragraph(line: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(line)]);
  return element;
}

/** A line that mentions somebody. */
export function mentioning({ id, name }: { id: string; name: string }): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  const mention = new Y.XmlElement('mention');
  mention.setAttribute('id', id);
  mention.setAttribute('name', name);
  element.insert(0, [mention]);
  return element;
}
