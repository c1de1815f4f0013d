import { Inject } from '@nestjs/common';
import { Args, Context, Resolver } from '@nestjs/graphql';
import { schoolYearInput } from '#inputs/meeting-series.ts';
import { schoolYearBounds } from '#domain/school-year.ts';
import { QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { screen, type RequestContext } from '../access/request.ts';
import { ClosingDays } from '../organisation/closing-day.types.ts';
import { checked } from '../platform/checked.ts';
import { Database } from '../platform/database.ts';

@Resolver()
export class ClosingDaysScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param schoolYear as it is exchanged, 2026-2027 */
  @QueryFor('closedDays.read', () => ClosingDays)
  @LeavesNoLine('Holidays tell of nobody.')
  async closingDays(
    @Args('schoolYear', { type: () => String }) schoolYear: string,
    @Context() context: RequestContext,
  ): Promise<ClosingDays> {
    checked(schoolYearInput, { schoolYear });
    const { startsOn, endsOn } = schoolYearBounds(schoolYear);
    const read = await screen<ClosingDays>(this.database, context, 'screen_closing_days', [startsOn, endsOn]);
    return { ...read, id: `${read.id}_${schoolYear}`, schoolYear };
  }
}
