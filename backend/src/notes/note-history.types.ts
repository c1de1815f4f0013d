import { ID, ObjectType } from '@nestjs/graphql';
import type { NoteNode } from '#domain/note-doc.ts';
import { Readable } from '../access/ability.decorator.ts';
import { Json } from '../access/json.scalar.ts';

/** What a note said at some time: kept at most every five minutes while it is written. */
@ObjectType()
export class NoteVersion {
  @Readable('note.history', () => ID) id!: string;
  @Readable('note.history', () => String) at!: string;
  @Readable('note.history', () => String, { description: 'As plain text.' }) text!: string;
  @Readable('note.history', () => Json, { description: 'As a tree, in the names of libs/domain/src/note-doc.ts.' })
  doc!: NoteNode;
}

@ObjectType()
export class NoteVersions {
  @Readable('note.history', () => ID, { description: 'The note’s: its agenda item’s or its meeting’s.' }) id!: string;
  @Readable('note.history', () => [NoteVersion], { description: 'Newest first.' }) versions!: NoteVersion[];
  @Readable('note.history', () => String, { nullable: true, description: 'Where the next page begins.' })
  cursor!: string | null;
}
