import { Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import { NewMeetingPlan } from '../meetings/plan.types.ts';
import { ProposedItem } from './preparation.types.ts';

/** What preparation/ adds to what a new meeting begins from. */
@Resolver(() => NewMeetingPlan)
export class WaitingProposalsResolver {
  /** What nobody has answered and no meeting has taken up, the oldest first: it comes up at the next. Null to those who may not read it. */
  @ReadableLater('preparation.read', () => [ProposedItem], { nullable: true })
  waitingProposals(@Parent() plan: NewMeetingPlan & { waitingProposals?: ProposedItem[] }): ProposedItem[] {
    return plan.waitingProposals ?? [];
  }
}
