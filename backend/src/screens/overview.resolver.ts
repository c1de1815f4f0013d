import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { MunicipalityOverview, SchoolOverview } from '../overview/overview.types.ts';
import { Database } from '../platform/database.ts';
import { notFound } from '../platform/errors.ts';

@Resolver()
export class OverviewScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('overview.school', () => SchoolOverview)
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
  municipalityOverview(
    @Args('publishedOn', { type: () => String, nullable: true }) publishedOn: string | null,
    @Context() context: RequestContext,
  ): Promise<MunicipalityOverview> {
    if (publishedOn && !/^\d{4}-\d{2}-\d{2}$/.test(publishedOn)) throw notFound();
    return screen<MunicipalityOverview>(this.database, context, 'screen_municipality_overview', [publishedOn ?? null]);
  }
}
