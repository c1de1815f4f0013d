import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { replyInput } from '#inputs/notifications.ts';
import { MutationFor, QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { ANYONE } from '../access/policy.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { ReplyService } from './reply.service.ts';
import { ReplyPage } from './reply.types.ts';

/** Answering an indkaldelse from a mail: the link says who it is, and the service asks what that person may. */
@Resolver()
export class ReplyResolver {
  constructor(@Inject(ReplyService) private readonly service: ReplyService) {}

  @QueryFor(ANYONE, () => ReplyPage)
  @LeavesNoLine('What the person’s own mail told them.')
  replyPage(
    @Args('token', { type: () => String }) token: string,
    @Context() context: RequestContext,
  ): Promise<ReplyPage> {
    return this.service.page(context, token);
  }

  @MutationFor(ANYONE, () => ReplyPage)
  replyToMeeting(
    @Args('token', { type: () => String }) token: string,
    @Args('reply', { type: () => String, description: 'COMING or NOT_COMING.' }) reply: string,
    @Context() context: RequestContext,
  ): Promise<ReplyPage> {
    return this.service.reply(context, token, checked(replyInput, { reply }).reply);
  }

  @MutationFor('meeting.reply', () => Done)
  async giveReply(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('reply', { type: () => String, description: 'COMING or NOT_COMING.' }) reply: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const work = await this.service.give(context, checkedId(meetingId), checked(replyInput, { reply }).reply);
    return { id: work.result, changes: work.changes };
  }
}
