import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Resolver } from '@nestjs/graphql';
import { roundInput } from '#inputs/meeting-run.ts';
import { MutationFor, ReadableLater } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { UnitOfWork, type Done as DoneWork } from '../platform/unit-of-work.ts';
import { loadedPart, type BroughtMeeting } from './meeting.loaders.ts';
import { Meeting } from './meeting.types.ts';
import { RoundService } from './round.service.ts';
import { SpeakingRound } from './round.types.ts';

const id = { type: () => ID };
const int = { type: () => Int };
const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** A round where everybody speaks in turn. */
@Resolver(() => Meeting)
export class RoundResolver {
  constructor(
    @Inject(RoundService) private readonly rounds: RoundService,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @ReadableLater('meeting.presence', () => SpeakingRound, { nullable: true })
  round(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<SpeakingRound | null> {
    return loadedPart(meeting, 'round', context, this.unitOfWork);
  }

  @MutationFor('meeting.run', () => Done)
  async startRound(
    @Args('itemId', id) itemId: string,
    @Args('seconds', int) seconds: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.rounds.start(context, checkedId(itemId), checked(roundInput, { seconds }).seconds));
  }

  @MutationFor('meeting.run', () => Done)
  async nextSpeaker(
    @Args('meetingId', id) meetingId: string,
    @Args('roundId', id) roundId: string,
    @Args('seenAt', int) seenAt: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.rounds.next(context, checkedId(meetingId), checkedId(roundId), seenAt));
  }

  @MutationFor('meeting.run', () => Done)
  async passSpeaker(
    @Args('meetingId', id) meetingId: string,
    @Args('roundId', id) roundId: string,
    @Args('seenAt', int) seenAt: number,
    @Args('seenSpeakerId', id) seenSpeakerId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.rounds.pass(context, checkedId(meetingId), checkedId(roundId), seenAt, checkedId(seenSpeakerId)),
    );
  }

  @MutationFor('meeting.run', () => Done)
  async endRound(
    @Args('meetingId', id) meetingId: string,
    @Args('roundId', id) roundId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.rounds.end(context, checkedId(meetingId), checkedId(roundId)));
  }
}
