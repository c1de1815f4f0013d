import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.ts';
import { Carets } from './carets.ts';
import { NoteBuilder } from './note-builder.ts';
import { NoteFeed } from './note-feed.ts';
import { NoteHistoryResolver } from './note-history.resolver.ts';
import { NoteStore } from './note-store.ts';
import { CaretDoor, CloseNoteDoor, OpenNoteDoor, WriteNoteDoor } from './note.doors.ts';
import './notes.policy.ts';

/** Notes written together: Yjs updates in Postgres, and what is read of them. */
@Module({
  imports: [LiveModule],
  providers: [
    Carets,
    NoteFeed,
    NoteBuilder,
    NoteStore,
    NoteHistoryResolver,
    OpenNoteDoor,
    CloseNoteDoor,
    WriteNoteDoor,
    CaretDoor,
  ],
})
export class NotesModule {}
