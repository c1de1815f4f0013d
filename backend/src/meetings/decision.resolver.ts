import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { decisionInput, newDecisionInput } from '#inputs/meeting-run.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { DecisionService } from './decision.service.ts';

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** What is decided under an item while the meeting is held. */
@Resolver()
export class DecisionResolver {
  constructor(@Inject(DecisionService) private readonly decisions: DecisionService) {}

  @MutationFor('meeting.write', () => Done)
  async addDecision(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('text', { type: () => String }) text: string,
    @Args('id', {
      type: () => ID,
      nullable: true,
      description: 'Made by the screen, so that a retry adds nothing twice.',
    })
    id: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(newDecisionInput, { text, id });
    return done(await this.decisions.add(context, checkedId(itemId), input.text, input.id ?? null));
  }

  @MutationFor('meeting.write', () => Done)
  async changeDecision(
    @Args('decisionId', { type: () => ID }) decisionId: string,
    @Args('text', { type: () => String }) text: string,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.decisions.change(context, checkedId(decisionId), checked(decisionInput, { text }).text, seenRevision),
    );
  }

  @MutationFor('meeting.write', () => Done)
  async removeDecision(
    @Args('decisionId', { type: () => ID }) decisionId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.decisions.remove(context, checkedId(decisionId)));
  }
}
