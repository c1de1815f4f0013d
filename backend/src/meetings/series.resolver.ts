import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Resolver } from '@nestjs/graphql';
import { cancelSeriesInput, moveSeriesInput, planSeriesInput } from '#inputs/meeting-series.ts';
import { MutationFor, ReadableLater } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { abilitiesHeld } from '../access/policy.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { SeriesService } from './series.service.ts';
import { TeamYear } from './team-year.types.ts';
import { MoveSeriesInput, PlanSeriesInput } from './series.types.ts';

@Resolver(() => TeamYear)
export class SeriesResolver {
  constructor(@Inject(SeriesService) private readonly series: SeriesService) {}

  /** The abilities the viewer has with the team's meetings, as data. */
  @ReadableLater('series.read', () => [String])
  may(@Parent() year: { _rel: number }): string[] {
    return abilitiesHeld(year._rel, ['meeting.']);
  }

  @MutationFor('meeting.plan', () => Done)
  async planSeries(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('input', { type: () => PlanSeriesInput }) input: PlanSeriesInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const { result, changes } = await this.series.plan(context, checkedId(teamId), checked(planSeriesInput, input));
    return { id: result, changes };
  }

  @MutationFor('meeting.plan', () => Done)
  async moveSeries(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('input', { type: () => MoveSeriesInput }) input: MoveSeriesInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const { result, changes } = await this.series.move(context, checkedId(meetingId), checked(moveSeriesInput, input));
    return { id: result, changes };
  }

  /** The meetings to come of this one's series, in a school year; those that have begun stay. */
  @MutationFor('meeting.cancel', () => Done)
  async cancelSeries(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('schoolYear', { type: () => String, description: 'In the form 2026-2027.' }) schoolYear: string,
    @Args('reason', { type: () => String }) reason: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(cancelSeriesInput, { schoolYear, reason });
    const { result, changes } = await this.series.cancelRest(context, checkedId(meetingId), input);
    return { id: result, changes };
  }
}
