import { Inject } from '@nestjs/common';
import { Context, Int, Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import type { RequestContext } from '../access/request.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Team } from '../organisation/organisation.types.ts';
import { Database } from '../platform/database.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { broughtOrLoaded, type BroughtMeeting } from './meeting.loaders.ts';
import { AgendaItem, Decision, Meeting, MeetingParticipant } from './meeting.types.ts';

/** What hangs on a meeting: from the statement that brought it, else loaded. */
@Resolver(() => Meeting)
export class MeetingResolver {
  constructor(
    @Inject(Database) readonly database: Database,
    @Inject(UnitOfWork) readonly unitOfWork: UnitOfWork,
  ) {}

  /** The abilities the viewer has here, as data, so that no screen guesses. */
  @ReadableLater('meeting.read', () => [String])
  may(@Parent() meeting: Related): string[] {
    return abilitiesHeld(meeting._rel, ['meeting.', 'action.', 'minutes.']);
  }

  @ReadableLater('meeting.read', () => Int)
  liveVersion(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): number | Promise<number> {
    return broughtOrLoaded(meeting, 'liveVersion', context, this);
  }

  @ReadableLater('meeting.read', () => Team)
  team(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Team | Promise<Team> {
    return broughtOrLoaded(meeting, 'team', context, this);
  }

  @ReadableLater('meeting.read', () => [GuidingMarker])
  markers(
    @Parent() meeting: BroughtMeeting,
    @Context() context: RequestContext,
  ): GuidingMarker[] | Promise<GuidingMarker[]> {
    return broughtOrLoaded(meeting, 'markers', context, this);
  }

  @ReadableLater('meeting.read', () => [MeetingParticipant])
  participants(
    @Parent() meeting: BroughtMeeting,
    @Context() context: RequestContext,
  ): MeetingParticipant[] | Promise<MeetingParticipant[]> {
    return broughtOrLoaded(meeting, 'participants', context, this);
  }

  @ReadableLater('meeting.read', () => [AgendaItem])
  items(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): AgendaItem[] | Promise<AgendaItem[]> {
    return broughtOrLoaded(meeting, 'items', context, this);
  }

  @ReadableLater('meeting.read', () => [GuidingMarker])
  markerChoices(
    @Parent() meeting: BroughtMeeting,
    @Context() context: RequestContext,
  ): GuidingMarker[] | Promise<GuidingMarker[]> {
    return broughtOrLoaded(meeting, 'markerChoices', context, this);
  }

  @ReadableLater('meeting.decisions', () => [Decision], { nullable: true })
  decisions(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Decision[] | Promise<Decision[]> {
    return broughtOrLoaded(meeting, 'decisions', context, this);
  }
}
