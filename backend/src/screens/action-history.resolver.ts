import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { historyCursor } from '#inputs/meeting-plan.ts';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { ActionHistory } from '../actions/action-history.types.ts';
import { notFound } from '../platform/errors.ts';
import { Database } from '../platform/database.ts';

const CHANGES_A_PAGE = 40;

@Resolver()
export class ActionHistoryResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('action.responsible', () => ActionHistory)
  @Reads('Action', 'actionId')
  actionHistory(
    @Args('actionId', { type: () => ID }) actionId: string,
    @Args('after', { type: () => ID, nullable: true, description: 'The cursor a page ended with.' })
    after: string | null,
    @Context() context: RequestContext,
  ): Promise<ActionHistory> {
    const before = historyCursor.safeParse(after ?? null);
    if (!before.success) throw notFound();
    return screen<ActionHistory>(this.database, context, 'screen_action_history', [
      checkedId(actionId),
      before.data,
      CHANGES_A_PAGE,
    ]);
  }
}
