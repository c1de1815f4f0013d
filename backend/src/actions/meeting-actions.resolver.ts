import { Inject } from '@nestjs/common';
import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { RequestContext } from '../access/request.ts';
import { loadedPart, type BroughtMeeting } from '../meetings/meeting.loaders.ts';
import { Meeting } from '../meetings/meeting.types.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Action } from './action.types.ts';

/** What actions/ adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingActionsResolver {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Caught in this meeting. */
  @ReadableLater('action.read', () => [Action], { nullable: true })
  actions(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<Action[]> {
    return loadedPart(meeting, 'actions', context, this.unitOfWork);
  }

  /** From before: what the team looks back on under Opfølgning. */
  @ReadableLater('action.read', () => [Action], { nullable: true })
  followUpActions(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<Action[]> {
    return loadedPart(meeting, 'followUpActions', context, this.unitOfWork);
  }
}
