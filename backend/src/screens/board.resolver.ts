import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { QueryFor, ReadableLater } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import { checkedCursor, checkedId, screen, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { TeamBoard } from './board.types.ts';

const CLOSED_A_PAGE = 20;

@Resolver(() => TeamBoard)
export class BoardResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param after the cursor that a page of closed actions ended with */
  @QueryFor('action.read', () => TeamBoard)
  @Reads('TeamBoard', 'teamId')
  teamBoard(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: RequestContext,
  ): Promise<TeamBoard> {
    return screen<TeamBoard>(this.database, context, 'screen_board', [
      checkedId(teamId),
      checkedCursor(after),
      CLOSED_A_PAGE,
    ]);
  }

  /** The abilities the viewer has with the team's actions, as data: a coach who is at no meeting reads them only. */
  @ReadableLater('action.read', () => [String])
  may(@Parent() board: Related): string[] {
    return abilitiesHeld(board._rel, ['action.']);
  }
}
