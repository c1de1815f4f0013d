import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { cancelInput } from '#inputs/meeting-plan.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { ConveneService } from './convene.service.ts';

const id = { type: () => ID };

@Resolver()
export class ConveneResolver {
  constructor(@Inject(ConveneService) private readonly service: ConveneService) {}

  @MutationFor('meeting.plan', () => Done)
  async conveneMeeting(@Args('meetingId', id) meetingId: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.service.convene(context, checkedId(meetingId)));
  }

  @MutationFor('meeting.cancel', () => Done)
  async cancelMeeting(
    @Args('meetingId', id) meetingId: string,
    @Args('reason', { type: () => String }) reason: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.cancel(context, checkedId(meetingId), checked(cancelInput, { reason }).reason));
  }

  @MutationFor('meeting.plan', () => Done)
  async inviteGuest(
    @Args('meetingId', id) meetingId: string,
    @Args('personId', id) personId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.invite(context, checkedId(meetingId), checkedId(personId)));
  }

  @MutationFor('meeting.plan', () => Done)
  async removeGuest(
    @Args('participantId', id) participantId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.removeGuest(context, checkedId(participantId)));
  }
}

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });
