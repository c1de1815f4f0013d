import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine, Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { standingOf, type KnownOfSharing } from '../minutes/share-at-approval.ts';
import { LeaderCopy, MinutesSharingChoice } from '../minutes/share.types.ts';
import { Database } from '../platform/database.ts';

@Resolver()
export class SharingChoiceScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('minutes.choice', () => MinutesSharingChoice)
  @LeavesNoLine('What a team chose for its next minutes, and who leads its school, is known to the team.')
  async minutesSharingChoice(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<MinutesSharingChoice> {
    const read = await screen<MinutesSharingChoice & { known: KnownOfSharing }>(
      this.database,
      context,
      'screen_minutes_sharing_choice',
      [checkedId(meetingId)],
    );
    return { ...read, standing: standingOf(read.known) };
  }

  @QueryFor('minutes.copy', () => LeaderCopy)
  @Reads('Minutes', 'meetingId')
  leaderCopyAhead(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<LeaderCopy> {
    return screen<LeaderCopy>(this.database, context, 'screen_leader_copy_ahead', [checkedId(meetingId)]);
  }
}
