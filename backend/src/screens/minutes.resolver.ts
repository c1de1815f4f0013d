import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { Minutes } from '../minutes/minutes.types.ts';
import { Database } from '../platform/database.ts';

@Resolver()
export class MinutesScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('minutes.read', () => Minutes)
  @Reads('Minutes', 'meetingId')
  minutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Minutes> {
    return screen<Minutes>(this.database, context, 'screen_minutes', [checkedId(meetingId)]);
  }
}
