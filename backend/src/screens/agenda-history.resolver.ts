import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { historyCursor } from '#inputs/meeting-plan.ts';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { AgendaHistory } from '../meetings/agenda-history.types.ts';
import { notFound } from '../platform/errors.ts';
import { Database } from '../platform/database.ts';

const CHANGES_A_PAGE = 60;

@Resolver()
export class AgendaHistoryResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('meeting.draft', () => AgendaHistory)
  @Reads('Meeting', 'meetingId')
  agendaHistory(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('after', { type: () => ID, nullable: true, description: 'The cursor a page ended with.' })
    after: string | null,
    @Context() context: RequestContext,
  ): Promise<AgendaHistory> {
    const before = historyCursor.safeParse(after ?? null);
    if (!before.success) throw notFound();
    return screen<AgendaHistory>(this.database, context, 'screen_agenda_history', [
      checkedId(meetingId),
      before.data,
      CHANGES_A_PAGE,
    ]);
  }
}
