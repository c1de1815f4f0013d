import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { addClosingDaysInput, changeClosingDayInput } from '#inputs/closing-day.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { ClosingDayService } from './closing-day.service.ts';
import { ClosingDayInput } from './closing-day.types.ts';

@Resolver()
export class ClosingDayResolver {
  constructor(@Inject(ClosingDayService) private readonly closingDays: ClosingDayService) {}

  /** @param schoolYear the one they must all lie in, 2026-2027 */
  @MutationFor('closedDays.keep', () => Done)
  async addClosingDays(
    @Args('schoolYear', { type: () => String }) schoolYear: string,
    @Args('days', { type: () => [ClosingDayInput] }) days: ClosingDayInput[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    const { result, changes } = await this.closingDays.add(context, checked(addClosingDaysInput, { schoolYear, days }));
    return { id: result, changes };
  }

  @MutationFor('closedDays.keep', () => Done)
  async changeClosingDay(
    @Args('id', { type: () => ID }) id: string,
    @Args('schoolYear', { type: () => String }) schoolYear: string,
    @Args('day', { type: () => ClosingDayInput }) day: ClosingDayInput,
    @Args('seen', { type: () => ClosingDayInput, description: 'What stood there where it was changed.' })
    seen: ClosingDayInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(changeClosingDayInput, { schoolYear, day, seen });
    const { result, changes } = await this.closingDays.change(context, checkedId(id), input);
    return { id: result, changes };
  }

  @MutationFor('closedDays.keep', () => Done)
  async removeClosingDay(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const { result, changes } = await this.closingDays.remove(context, checkedId(id));
    return { id: result, changes };
  }
}
