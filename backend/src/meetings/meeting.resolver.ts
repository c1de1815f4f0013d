import { Inject } from '@nestjs/common';
import { Context, Int, Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import type { RequestContext } from '../access/request.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Team } from '../organisation/organisation.types.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { loadedPart, type BroughtMeeting } from './meeting.loaders.ts';
import { AgendaItem, Decision, Meeting, MeetingParticipant } from './meeting.types.ts';

/** What hangs on a meeting, where the statement that brought it did not bring it too. */
@Resolver(() => Meeting)
export class MeetingResolver {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The abilities the viewer has here, as data, so that no screen guesses. */
  @ReadableLater('meeting.read', () => [String])
  may(@Parent() meeting: Related): string[] {
    return abilitiesHeld(meeting._rel, [
      'meeting.',
      'action.',
      'minutes.',
      'projector.',
      'note.',
      'preparation.',
      'material.',
    ]);
  }

  @ReadableLater('meeting.read', () => Int)
  liveVersion(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<number> {
    return loadedPart(meeting, 'liveVersion', context, this.unitOfWork);
  }

  @ReadableLater('meeting.read', () => Team)
  team(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<Team> {
    return loadedPart(meeting, 'team', context, this.unitOfWork);
  }

  @ReadableLater('meeting.read', () => [GuidingMarker])
  markers(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<GuidingMarker[]> {
    return loadedPart(meeting, 'markers', context, this.unitOfWork);
  }

  @ReadableLater('meeting.read', () => [MeetingParticipant])
  participants(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<MeetingParticipant[]> {
    return loadedPart(meeting, 'participants', context, this.unitOfWork);
  }

  @ReadableLater('meeting.read', () => [AgendaItem])
  items(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<AgendaItem[]> {
    return loadedPart(meeting, 'items', context, this.unitOfWork);
  }

  @ReadableLater('meeting.read', () => [GuidingMarker])
  markerChoices(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<GuidingMarker[]> {
    return loadedPart(meeting, 'markerChoices', context, this.unitOfWork);
  }

  @ReadableLater('meeting.decisions', () => [Decision], { nullable: true })
  decisions(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<Decision[]> {
    return loadedPart(meeting, 'decisions', context, this.unitOfWork);
  }
}
