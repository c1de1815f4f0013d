import { publicationInput } from '#inputs/publication.ts';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine, Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { MunicipalityOverview, SchoolOverview } from '../overview/overview.types.ts';
import { Database } from '../platform/database.ts';
import { checked } from '../platform/checked.ts';
import { notFound } from '../platform/errors.ts';

@Resolver()
export class OverviewScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('overview.school', () => SchoolOverview)
  @Reads('SchoolOverview', 'schoolId')
  schoolOverview(
    @Args('schoolId', { type: () => ID }) schoolId: string,
    @Args('schoolYear', { type: () => String, nullable: true }) schoolYear: string | null,
    @Context() context: RequestContext,
  ): Promise<SchoolOverview> {
    if (schoolYear && !/^\d{4}-\d{4}$/.test(schoolYear)) throw notFound();
    return screen<SchoolOverview>(this.database, context, 'screen_school_overview', [
      checkedId(schoolId),
      schoolYear ?? null,
    ]);
  }

  @QueryFor('overview.tables', () => MunicipalityOverview)
  @LeavesNoLine('Published tables are blurred until they tell of nobody.')
  municipalityOverview(
    @Args('publishedOn', { type: () => String, nullable: true }) publishedOn: string | null | undefined,
    @Context() context: RequestContext,
  ): Promise<MunicipalityOverview> {
    if (publishedOn !== null && publishedOn !== undefined) checked(publicationInput, { publishedOn });
    return screen<MunicipalityOverview>(this.database, context, 'screen_municipality_overview', [publishedOn ?? null]);
  }
}
