import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { isUuid } from '#domain/ids.ts';
import { searchInput } from '#inputs/meeting-plan.ts';
import { QueryFor } from '../access/ability.decorator.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { AgendaTemplate } from '../meetings/templates.types.ts';
import { NewMeetingPlan, TeamMeetings } from '../meetings/plan.types.ts';
import { Person } from '../organisation/organisation.types.ts';
import { checked } from '../platform/checked.ts';
import { Database } from '../platform/database.ts';
import { notFound } from '../platform/errors.ts';

const MEETINGS_A_PAGE = 20;

@Resolver()
export class PlanningScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('template.system', () => [AgendaTemplate])
  agendaTemplates(@Context() context: RequestContext): Promise<AgendaTemplate[]> {
    return screen<AgendaTemplate[]>(this.database, context, 'screen_agenda_templates');
  }

  @QueryFor('meeting.draft', () => NewMeetingPlan)
  newMeeting(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Context() context: RequestContext,
  ): Promise<NewMeetingPlan> {
    return screen<NewMeetingPlan>(this.database, context, 'screen_new_meeting', [checkedId(teamId)]);
  }

  @QueryFor('meeting.draft', () => TeamMeetings)
  teamMeetings(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor a page ended with.' })
    after: string | null,
    @Context() context: RequestContext,
  ): Promise<TeamMeetings> {
    return screen<TeamMeetings>(this.database, context, 'screen_team_meetings', [
      checkedId(teamId),
      checkedCursor(after),
      MEETINGS_A_PAGE,
    ]);
  }

  @QueryFor('meeting.plan', () => [Person])
  guestChoices(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('search', { type: () => String }) search: string,
    @Context() context: RequestContext,
  ): Promise<Person[]> {
    const input = checked(searchInput, { search });
    return screen<Person[]>(this.database, context, 'screen_guest_choices', [
      checkedId(meetingId),
      input.search.trim().replaceAll('\u0000', ''),
    ]);
  }
}

/** A cursor is a time and an id; anything else is no page of ours. */
function checkedCursor(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const [at = '', id = ''] = cursor.split('_');
  if (Number.isNaN(Date.parse(at)) || !isUuid(id)) throw notFound();
  return cursor;
}
