import { Module } from '@nestjs/common';
import { AnswerProposalService } from './answer-proposal.service.ts';
import { MeetingPreparationResolver } from './meeting-preparation.resolver.ts';
import { OwnPreparationService } from './own-preparation.service.ts';
import { PreparationEnds } from './preparation-ends.ts';
import './preparation.policy.ts';
import { PreparationResolver } from './preparation.resolver.ts';
import { PreparedBeat } from './prepared-beat.ts';
import { ProposalService } from './proposal.service.ts';
import './proposals-in-meetings.ts';
import { WaitingProposalsResolver } from './waiting-proposals.resolver.ts';

/** Before a meeting: the items that are proposed for it, what each has prepared, and how many are ready. */
@Module({
  providers: [
    MeetingPreparationResolver,
    WaitingProposalsResolver,
    PreparationResolver,
    ProposalService,
    AnswerProposalService,
    OwnPreparationService,
    PreparedBeat,
    PreparationEnds,
  ],
})
export class PreparationModule {}
