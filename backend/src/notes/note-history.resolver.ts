import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import { checkedCursor, checkedId, screen, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { NoteVersions } from './note-history.types.ts';

const VERSIONS_A_PAGE = 12;

@Resolver()
export class NoteHistoryResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * @param noteId an agenda item's id, or the meeting's
   * @param after the cursor that a page ended with
   */
  @QueryFor('note.history', () => NoteVersions)
  @Reads('NoteHistory', 'noteId')
  noteHistory(
    @Args('noteId', { type: () => ID }) noteId: string,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor a page ended with.' })
    after: string | null,
    @Context() context: RequestContext,
  ): Promise<NoteVersions> {
    return screen<NoteVersions>(this.database, context, 'screen_note_history', [
      checkedId(noteId),
      checkedCursor(after),
      VERSIONS_A_PAGE,
    ]);
  }
}
