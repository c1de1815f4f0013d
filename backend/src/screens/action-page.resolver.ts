import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { QueryFor, ReadableLater } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { ActionPage } from './action-page.types.ts';

@Resolver(() => ActionPage)
export class ActionPageResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('action.read', () => ActionPage)
  @Reads('Action', 'id')
  actionPage(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<ActionPage> {
    return screen<ActionPage>(this.database, context, 'screen_action', [checkedId(id)]);
  }

  /** The abilities the viewer has with the action, as data. */
  @ReadableLater('action.read', () => [String])
  may(@Parent() page: Related): string[] {
    return abilitiesHeld(page._rel, ['action.']);
  }
}
