import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { amendmentInput, answerInput, objectionInput } from '#inputs/minutes.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { MinutesService } from './minutes.service.ts';

@Resolver()
export class MinutesResolver {
  constructor(@Inject(MinutesService) private readonly service: MinutesService) {}

  @MutationFor('minutes.propose', () => Done)
  async proposeMinutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.propose(context, checkedId(meetingId)));
  }

  @MutationFor('minutes.propose', () => Done)
  async withdrawMinutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.withdraw(context, checkedId(meetingId)));
  }

  @MutationFor('minutes.tap', () => Done)
  async tapMinutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.tap(context, checkedId(meetingId)));
  }

  @MutationFor('minutes.approve', () => Done)
  async approveMinutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.approve(context, checkedId(meetingId), seenRevision));
  }

  @MutationFor('minutes.tap', () => Done)
  async objectToMinutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('itemId', { type: () => ID, nullable: true }) itemId: string | null,
    @Args('text', { type: () => String }) text: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(objectionInput, { text });
    return done(
      await this.service.object(context, checkedId(meetingId), itemId ? checkedId(itemId) : null, input.text),
    );
  }

  @MutationFor('minutes.approve', () => Done)
  async answerObjection(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('objectionId', { type: () => ID }) objectionId: string,
    @Args('text', { type: () => String }) text: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(answerInput, { text });
    return done(await this.service.answerObjection(context, checkedId(meetingId), checkedId(objectionId), input.text));
  }

  @MutationFor('minutes.amend', () => Done)
  async amendMinutes(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('itemId', { type: () => ID, nullable: true }) itemId: string | null,
    @Args('text', { type: () => String }) text: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(amendmentInput, { text });
    return done(await this.service.amend(context, checkedId(meetingId), itemId ? checkedId(itemId) : null, input.text));
  }
}

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });
