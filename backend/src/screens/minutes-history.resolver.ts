import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { historyCursor } from '#inputs/meeting-plan.ts';
import { QueryFor, ReadableLater } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { MinutesHistory } from '../minutes/minutes-history.types.ts';
import { notFound } from '../platform/errors.ts';
import { Database } from '../platform/database.ts';

const CHANGES_A_PAGE = 40;

@Resolver()
export class MinutesHistoryResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('minutes.history', () => MinutesHistory)
  @Reads('Minutes', 'meetingId')
  minutesHistory(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('after', { type: () => ID, nullable: true, description: 'The cursor a page ended with.' })
    after: string | null,
    @Context() context: RequestContext,
  ): Promise<MinutesHistory> {
    const before = historyCursor.safeParse(after ?? null);
    if (!before.success) throw notFound();
    return screen<MinutesHistory>(this.database, context, 'screen_minutes_history', [
      checkedId(meetingId),
      before.data,
      CHANGES_A_PAGE,
    ]);
  }
}

/** Whether the viewer may put back, and add where nothing is put back any more. */
@Resolver(() => MinutesHistory)
export class MinutesHistoryMayResolver {
  @ReadableLater('minutes.history', () => [String])
  may(@Parent() history: Related): string[] {
    return abilitiesHeld(history._rel, ['meeting.write', 'minutes.amend']);
  }
}
