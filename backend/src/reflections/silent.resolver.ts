import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { silentPostInput, silentWritingInput } from '#inputs/reflections.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { SilentPostService } from './silent-post.service.ts';
import { SilentWritingService } from './silent-writing.service.ts';

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** Silent writing until it is shown. */
@Resolver()
export class SilentResolver {
  constructor(
    @Inject(SilentWritingService) private readonly writings: SilentWritingService,
    @Inject(SilentPostService) private readonly posts: SilentPostService,
  ) {}

  @MutationFor('meeting.run', () => Done)
  async openSilentWriting(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('question', { type: () => String }) question: string,
    @Args('minutes', { type: () => Int, nullable: true }) minutes: number | null,
    @Args('withNames', { type: () => Boolean, description: 'Authors are shown inside the team after the reveal.' })
    withNames: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(silentWritingInput, { question, minutes: minutes ?? null, withNames });
    return done(await this.writings.open(context, checkedId(itemId), input));
  }

  @MutationFor('silent.write', () => Done)
  async saveSilentPost(
    @Args('writingId', { type: () => ID }) writingId: string,
    @Args('id', { type: () => ID, description: 'Made by the screen: a random one.' }) id: string,
    @Args('text', { type: () => String }) text: string,
    @Args('seenVersion', { type: () => Int, description: '0 for a new one.' }) seenVersion: number,
    @Args('forPersonId', { type: () => ID, nullable: true, description: 'The colleague it is written for.' })
    forPersonId: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const post = checked(silentPostInput, { id, text, seenVersion, forPersonId: forPersonId ?? null });
    return done(await this.posts.save(context, checkedId(writingId), post));
  }

  @MutationFor('silent.write', () => Done)
  async sayReady(
    @Args('writingId', { type: () => ID }) writingId: string,
    @Args('ready', { type: () => Boolean }) ready: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.posts.ready(context, checkedId(writingId), ready));
  }

  @MutationFor('meeting.run', () => Done)
  async revealSilentWriting(
    @Args('writingId', { type: () => ID }) writingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.writings.reveal(context, checkedId(writingId)));
  }

  @MutationFor('meeting.run', () => Done)
  async cancelSilentWriting(
    @Args('writingId', { type: () => ID }) writingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.writings.cancel(context, checkedId(writingId)));
  }
}
