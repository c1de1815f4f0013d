import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { searchInput } from '#inputs/meeting-plan.ts';
import { schoolYearInput, seriesRuleInput } from '#inputs/meeting-series.ts';
import { schoolYearBounds } from '#domain/school-year.ts';
import { QueryFor } from '../access/ability.decorator.ts';
import { Reads, Searches } from '../access/audited.ts';
import { checkedCursor, checkedId, screen, type RequestContext } from '../access/request.ts';
import { NewMeetingPlan, SetAside, TeamMeetings } from '../meetings/plan.types.ts';
import { yearOf, type YearRead } from '../meetings/team-year.ts';
import { TeamYear } from '../meetings/team-year.types.ts';
import { daysOfRule, proposalOf, startsOn, type SeriesMeets } from '../meetings/series-proposal.ts';
import { SeriesProposal, SeriesRuleInput } from '../meetings/series.types.ts';
import { Person } from '../organisation/organisation.types.ts';
import { checked } from '../platform/checked.ts';
import { Database } from '../platform/database.ts';

const MEETINGS_A_PAGE = 20;
const SET_ASIDE_A_PAGE = 20;

@Resolver()
export class PlanningScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('meeting.draft', () => NewMeetingPlan)
  @Reads('NewMeetingPlan', 'teamId')
  newMeeting(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Context() context: RequestContext,
  ): Promise<NewMeetingPlan> {
    return screen<NewMeetingPlan>(this.database, context, 'screen_new_meeting', [checkedId(teamId)]);
  }

  @QueryFor('meeting.draft', () => TeamMeetings)
  @Reads('TeamMeetings', 'teamId')
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

  @QueryFor('meeting.draft', () => SetAside)
  @Reads('Meeting', 'meetingId')
  setAside(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('after', { type: () => ID, nullable: true, description: 'The cursor a page ended with.' })
    after: string | null,
    @Context() context: RequestContext,
  ): Promise<SetAside> {
    return screen<SetAside>(this.database, context, 'screen_set_aside', [
      checkedId(meetingId),
      after ? checkedId(after) : null,
      SET_ASIDE_A_PAGE,
    ]);
  }

  /** @param schoolYear as it is exchanged, 2026-2027 */
  @QueryFor('series.read', () => TeamYear)
  @Reads('TeamYear', 'teamId')
  async teamYear(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('schoolYear', { type: () => String, description: 'As it is exchanged: 2026-2027.' }) schoolYear: string,
    @Context() context: RequestContext,
  ): Promise<TeamYear> {
    const input = checked(schoolYearInput, { schoolYear });
    const { startsOn: from, endsOn: to } = schoolYearBounds(input.schoolYear);
    const read = await screen<YearRead>(this.database, context, 'screen_team_year', [checkedId(teamId), from, to]);
    return yearOf(teamId, input.schoolYear, read);
  }

  /** What a rule proposes, and what each of its meetings would meet. Nothing is made. */
  @QueryFor('series.read', () => SeriesProposal)
  @Reads('SeriesProposal', 'teamId')
  async seriesProposal(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('rule', { type: () => SeriesRuleInput }) rule: SeriesRuleInput,
    @Context() context: RequestContext,
  ): Promise<SeriesProposal> {
    const input = checked(seriesRuleInput, rule);
    const days = daysOfRule(input);
    const meets = await screen<SeriesMeets>(this.database, context, 'screen_series_proposal', [
      checkedId(teamId),
      days[0],
      days.at(-1),
      days.map((day) => startsOn(day, input.time)),
      input.durationMin,
    ]);
    return proposalOf(teamId, input, days, meets);
  }

  @QueryFor('meeting.plan', () => [Person])
  @Searches('Person', 'search', 'meetingId')
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
