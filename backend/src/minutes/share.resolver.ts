import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { ShareService } from './share.service.ts';

@Resolver()
export class ShareResolver {
  constructor(@Inject(ShareService) private readonly service: ShareService) {}

  /** @param seen the fingerprint of the copy that was read before sharing */
  @MutationFor('minutes.share', () => Done)
  async shareMinutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('seen', { type: () => String }) seen: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const work = await this.service.share(context, checkedId(meetingId), seen);
    return { id: work.result, changes: work.changes };
  }

  @MutationFor('minutes.share', () => Done)
  async revokeMinutesShare(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const work = await this.service.revoke(context, checkedId(meetingId));
    return { id: work.result, changes: work.changes };
  }
}
