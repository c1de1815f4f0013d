import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { Meeting } from '../meetings/meeting.types.ts';
import { Database } from '../platform/database.ts';

@Resolver()
export class MeetingScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('meeting.read', () => Meeting)
  @Reads('Meeting', 'id')
  meeting(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<Meeting> {
    return screen<Meeting>(this.database, context, 'screen_meeting', [checkedId(id)]);
  }
}
