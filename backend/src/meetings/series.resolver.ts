import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { moveSeriesInput, planSeriesInput } from '#inputs/meeting-series.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { SeriesService } from './series.service.ts';
import { MoveSeriesInput, PlanSeriesInput } from './series.types.ts';

@Resolver()
export class SeriesResolver {
  constructor(@Inject(SeriesService) private readonly series: SeriesService) {}

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
}
