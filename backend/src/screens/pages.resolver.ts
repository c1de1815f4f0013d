import { weekInput } from '#inputs/week.ts';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import { SIGNED_IN_ABILITY } from '../access/policy.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { Database } from '../platform/database.ts';
import { MyWeek, TeamPage } from './pages.types.ts';

@Resolver()
export class PagesResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param monday the week's Monday; this week's when left out. A day that is none is refused, INPUT_REFUSED. */
  @QueryFor(SIGNED_IN_ABILITY, () => MyWeek)
  @Reads('MyWeek')
  myWeek(
    @Args('monday', { type: () => String, nullable: true }) monday: string | null | undefined,
    @Context() context: RequestContext,
  ): Promise<MyWeek> {
    if (monday !== null && monday !== undefined) checked(weekInput, { monday });
    return screen<MyWeek>(this.database, context, 'screen_my_week', [monday ?? null]);
  }

  @QueryFor('team.name', () => TeamPage)
  @Reads('Team', 'teamId')
  teamPage(@Args('teamId', { type: () => ID }) teamId: string, @Context() context: RequestContext): Promise<TeamPage> {
    return screen<TeamPage>(this.database, context, 'screen_team', [checkedId(teamId)]);
  }
}
