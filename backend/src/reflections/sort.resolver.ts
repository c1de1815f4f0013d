import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { groupInput, newGroupInput, pulseInput } from '#inputs/reflections.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { PulseService } from './pulse.service.ts';
import { SortService } from './sort.service.ts';

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** What the team does with shown posts, and the pulse at check-out. */
@Resolver()
export class SortResolver {
  constructor(
    @Inject(SortService) private readonly sort: SortService,
    @Inject(PulseService) private readonly pulse: PulseService,
  ) {}

  @MutationFor('silent.write', () => Done)
  async addReflectionGroup(
    @Args('writingId', { type: () => ID }) writingId: string,
    @Args('id', { type: () => ID, description: 'Made by the screen, so that a retry adds nothing twice.' }) id: string,
    @Args('title', { type: () => String }) title: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const group = checked(newGroupInput, { id, title });
    return done(await this.sort.addGroup(context, checkedId(writingId), group.id, group.title));
  }

  @MutationFor('silent.write', () => Done)
  async nameReflectionGroup(
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('title', { type: () => String }) title: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.sort.nameGroup(context, checkedId(groupId), checked(groupInput, { title }).title));
  }

  @MutationFor('silent.write', () => Done)
  async moveReflectionPost(
    @Args('postId', { type: () => ID }) postId: string,
    @Args('groupId', { type: () => ID, nullable: true, description: 'Null takes it out of its group.' })
    groupId: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.sort.move(context, checkedId(postId), groupId ? checkedId(groupId) : null));
  }

  @MutationFor('silent.write', () => Done)
  async markReflectionPost(
    @Args('postId', { type: () => ID }) postId: string,
    @Args('marked', { type: () => Boolean }) marked: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.sort.mark(context, checkedId(postId), marked));
  }

  @MutationFor('pulse.answer', () => Done)
  async answerPulse(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('step', { type: () => Int }) step: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.pulse.answer(context, checkedId(itemId), checked(pulseInput, { step }).step));
  }

  @MutationFor('pulse.answer', () => Done)
  async showPulse(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.pulse.show(context, checkedId(itemId)));
  }
}
