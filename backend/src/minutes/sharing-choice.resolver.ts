import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { SharingChoiceService } from './sharing-choice.service.ts';

@Resolver()
export class SharingChoiceResolver {
  constructor(@Inject(SharingChoiceService) private readonly service: SharingChoiceService) {}

  /** @param shares whether the minutes are shared with the leaders as they are approved */
  @MutationFor('minutes.choose', () => Done)
  async chooseMinutesSharing(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('shares', { type: () => Boolean }) shares: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const work = await this.service.choose(context, checkedId(meetingId), shares);
    return { id: work.result, changes: work.changes };
  }

  @MutationFor('minutes.keepAgreement', () => Done)
  async agreeOnSharingMinutes(
    @Args('schoolId', { type: () => ID }) schoolId: string,
    @Args('on', { type: () => Boolean }) on: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const work = await this.service.agree(context, checkedId(schoolId), on);
    return { id: work.result, changes: work.changes };
  }
}
