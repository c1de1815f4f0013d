import { Inject } from '@nestjs/common';
import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { RequestContext } from '../access/request.ts';
import { loadedPart, type BroughtMeeting } from '../meetings/meeting.loaders.ts';
import { Meeting } from '../meetings/meeting.types.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Preparation, ProposedItem } from './preparation.types.ts';

/** What preparation/ adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingPreparationResolver {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** In the order they were proposed; null to those who may not read them. */
  @ReadableLater('preparation.read', () => [ProposedItem], { nullable: true })
  proposals(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<ProposedItem[]> {
    return loadedPart(meeting, 'proposals', context, this.unitOfWork);
  }

  @ReadableLater('meeting.read', () => Preparation)
  preparation(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<Preparation> {
    return loadedPart(meeting, 'preparation', context, this.unitOfWork);
  }
}
