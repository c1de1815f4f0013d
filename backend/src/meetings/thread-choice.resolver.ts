import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, InputType, Int, Resolver } from '@nestjs/graphql';
import { dropInput, splitInput } from '#inputs/meeting-plan.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { ThreadChoiceService } from './thread-choice.service.ts';

/** One part of an item that is divided. */
@InputType()
export class ItemPartInput {
  @Field(() => String) title!: string;
  @Field(() => Int) plannedMin!: number;
}

@Resolver()
export class ThreadChoiceResolver {
  constructor(@Inject(ThreadChoiceService) private readonly choices: ThreadChoiceService) {}

  @MutationFor('meeting.plan', () => Done)
  async dropItem(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('reason', { type: () => String }) reason: string,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(dropInput, { reason });
    const work = await this.choices.drop(context, checkedId(itemId), input.reason, seenRevision);
    return { id: work.result, changes: work.changes };
  }

  @MutationFor('meeting.plan', () => Done)
  async splitItem(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('parts', { type: () => [ItemPartInput] }) parts: ItemPartInput[],
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(splitInput, { parts });
    const work = await this.choices.split(context, checkedId(itemId), input.parts, seenRevision);
    return { id: work.result, changes: work.changes };
  }
}
