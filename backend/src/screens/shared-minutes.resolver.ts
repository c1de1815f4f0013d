import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { MinutesSharing, SharedMinutes } from '../minutes/share.types.ts';
import { Database } from '../platform/database.ts';

@Resolver()
export class SharedMinutesResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('minutes.shared', () => MinutesSharing)
  @Reads('Minutes', 'meetingId')
  minutesSharing(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<MinutesSharing> {
    return screen<MinutesSharing>(this.database, context, 'screen_minutes_sharing', [checkedId(meetingId)]);
  }

  @QueryFor('minutes.shared', () => SharedMinutes)
  @Reads('SharedMinutes', 'id')
  sharedMinutes(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext,
  ): Promise<SharedMinutes> {
    return screen<SharedMinutes>(this.database, context, 'screen_shared_minutes', [checkedId(id)]);
  }
}
