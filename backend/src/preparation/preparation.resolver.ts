import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { declineInput, newProposalInput, preparationNoteInput, proposalFields } from '#inputs/preparation.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { AnswerProposalService } from './answer-proposal.service.ts';
import { OwnPreparationService } from './own-preparation.service.ts';
import { ProposalInput } from './preparation.inputs.ts';
import { ProposalService } from './proposal.service.ts';

const id = { type: () => ID };
const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

@Resolver()
export class PreparationResolver {
  constructor(
    @Inject(ProposalService) private readonly proposals: ProposalService,
    @Inject(AnswerProposalService) private readonly answers: AnswerProposalService,
    @Inject(OwnPreparationService) private readonly own: OwnPreparationService,
  ) {}

  @MutationFor('preparation.write', () => Done)
  async proposeItem(
    @Args('meetingId', id) meetingId: string,
    @Args('id', { type: () => ID, description: 'Made by the screen, so that a retry proposes nothing twice.' })
    proposalId: string,
    @Args('proposal', { type: () => ProposalInput }) proposal: ProposalInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const { id: checkedProposal, ...fields } = checked(newProposalInput, { ...proposal, id: proposalId });
    return done(await this.proposals.propose(context, checkedId(meetingId), checkedProposal, fields));
  }

  @MutationFor('preparation.write', () => Done)
  async changeProposal(
    @Args('proposalId', id) proposalId: string,
    @Args('proposal', { type: () => ProposalInput }) proposal: ProposalInput,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.proposals.change(
        context,
        checkedId(proposalId),
        checked(proposalFields, { ...proposal }),
        seenRevision,
      ),
    );
  }

  @MutationFor('preparation.write', () => Done)
  async withdrawProposal(
    @Args('proposalId', id) proposalId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.proposals.withdraw(context, checkedId(proposalId)));
  }

  @MutationFor('meeting.plan', () => Done)
  async takeInProposal(
    @Args('proposalId', id) proposalId: string,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.answers.takeIn(context, checkedId(proposalId), seenRevision));
  }

  @MutationFor('meeting.plan', () => Done)
  async declineProposal(
    @Args('proposalId', id) proposalId: string,
    @Args('reason', { type: () => String, description: 'Read by whoever proposed it, and by nobody else.' })
    reason: string,
    @Args('keep', { type: () => Boolean, description: 'Not this time: it goes to the next meeting.' }) keep: boolean,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const answer = { ...checked(declineInput, { reason }), keep };
    return done(await this.answers.decline(context, checkedId(proposalId), answer, seenRevision));
  }

  @MutationFor('preparation.write', () => Done)
  async savePreparationNote(
    @Args('meetingId', id) meetingId: string,
    @Args('text', { type: () => String }) text: string,
    @Args('seen', { type: () => String, description: 'What it said before it was changed.' }) seen: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    // What was seen is only compared, so it is not held to today's rules.
    const input = checked(preparationNoteInput, { text });
    return done(await this.own.saveNote(context, checkedId(meetingId), input.text, seen));
  }

  @MutationFor('preparation.write', () => Done)
  async sayPrepared(
    @Args('meetingId', id) meetingId: string,
    @Args('ready', { type: () => Boolean }) ready: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.own.sayReady(context, checkedId(meetingId), ready));
  }
}
