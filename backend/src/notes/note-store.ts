import { Inject, Injectable } from '@nestjs/common';
import type { NoteUpdate } from '#live-protocol/notes.ts';
import { abilityNamed, holds } from '../access/policy.ts';
import type { SocketData } from '../live/handshake.ts';
import { DoorRefused } from '../live/socket-door.ts';
import { Database } from '../platform/database.ts';
import { Doorbell, type Rung } from '../platform/doorbell.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { examineUpdate, UpdateRefused } from './examine-update.ts';
import { NoteBuilder } from './note-builder.ts';
import { SERVER_CLIENT, updateOfText } from './note-document.ts';
import { notesPolicy } from './notes.policy.ts';

type Writer = Pick<SocketData, 'municipalityId' | 'sessionId'>;

interface OpenedNote {
  refused?: 'SIGNED_OUT';
  rel: number;
  person: string;
  meeting: string;
  written: boolean;
  number: number;
  text: string;
}

/** Characters a note may have seen in its life, deleted ones too. */
const MOST_WRITTEN = 400_000;

/** What store_note_update says by an error's code, so that everything in it is taken back. */
const BY_CODE: Record<string, 'CLIENT_REFUSED' | 'UPDATE_REFUSED' | 'NOTE_FULL'> = {
  PJ001: 'UPDATE_REFUSED',
  PJ002: 'NOTE_FULL',
  PJ003: 'CLIENT_REFUSED',
};

/** Opening notes and storing what is written, each in one statement. */
@Injectable()
export class NoteStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
    @Inject(NoteBuilder) private readonly builder: NoteBuilder,
  ) {}

  /**
   * Opens a note for somebody, making it where nobody has before; a plain text becomes its first update.
   * @throws DoorRefused NOT_FOUND for a foreign or a missing one alike; SIGNED_OUT; CLIENT_TAKEN
   */
  async open(writer: Writer, noteId: string, clientId: number): Promise<{ mayWrite: boolean }> {
    const [row] = await this.database.statement<{ note: OpenedNote | null }>(
      'open_note',
      'select open_note($1, $2, $3) as note',
      [writer.municipalityId, writer.sessionId, noteId],
    );
    const note = row?.note;
    if (note?.refused) throw new DoorRefused(note.refused);
    if (!note || !holds(abilityNamed(notesPolicy['note.read'])!, note.rel)) throw new DoorRefused('NOT_FOUND');
    const mayWrite = note.written && holds(abilityNamed(notesPolicy['note.write'])!, note.rel);
    const actor = { municipalityId: writer.municipalityId, personId: note.person };
    if (note.number === 0 && note.text !== '') {
      const { bytes, clock } = updateOfText(note.text);
      await this.unitOfWork.withoutHistory(actor, (query) =>
        query('select seed_note($1, $2, $3, $4)', [noteId, bytes, SERVER_CLIENT, clock]),
      );
    }
    if (!mayWrite) return { mayWrite };
    const [lease] = await this.unitOfWork.withoutHistory(actor, (query) =>
      query<{ mine: boolean }>('select lease_client($1, $2, $3) as mine', [noteId, clientId, note.person]),
    );
    if (!lease!.mine) throw new DoorRefused('CLIENT_TAKEN');
    return { mayWrite };
  }

  /**
   * Stores an update, and rings. Resolves after COMMIT with its number; what was stored before is answered with the one it has.
   * @param by the socket that brought it
   * @throws DoorRefused
   */
  async write(writer: Writer, noteId: string, bytes: Uint8Array, by?: string): Promise<number> {
    const { own, leans } = examined(bytes);
    const mayWrite = abilityNamed(notesPolicy['note.write'])!;
    try {
      const [row] = await this.database.statement<{
        stored: { refused?: 'SIGNED_OUT' | 'NOT_FOUND' | 'STEP_NOT_POSSIBLE'; number: number; again?: boolean };
      }>('store_note_update', 'select store_note_update($1, $2, $3, $4, $5, $6, $7, $8, $9) as stored', [
        writer.municipalityId,
        writer.sessionId,
        noteId,
        bytes,
        JSON.stringify(own),
        JSON.stringify(leans),
        MOST_WRITTEN,
        mayWrite.plainMask,
        mayWrite.attendingMask,
      ]);
      const { stored } = row!;
      if (stored.refused) throw new DoorRefused(stored.refused);
      if (stored.again) return stored.number;
      const update: NoteUpdate & Rung = { scopeKind: 'NOTE', scopeId: noteId, version: stored.number, bytes };
      this.doorbell.ring(writer.municipalityId, [update], by);
      this.builder.soon(writer.municipalityId, noteId);
      return stored.number;
    } catch (error) {
      const refused = BY_CODE[(error as { code?: string }).code ?? ''];
      throw refused ? new DoorRefused(refused) : error;
    }
  }
}

function examined(bytes: Uint8Array): ReturnType<typeof examineUpdate> {
  try {
    return examineUpdate(bytes);
  } catch (error) {
    throw error instanceof UpdateRefused ? new DoorRefused('UPDATE_REFUSED') : error;
  }
}
