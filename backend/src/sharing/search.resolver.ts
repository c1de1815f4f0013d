import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { searchInput } from '#inputs/search.ts';
import { QueryFor } from '../access/ability.decorator.ts';
import { Searches } from '../access/audited.ts';
import { SIGNED_IN_ABILITY } from '../access/policy.ts';
import type { RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import { SearchService } from './search.service.ts';
import { SearchResult } from './search.types.ts';

@Resolver()
export class SearchResolver {
  constructor(@Inject(SearchService) private readonly searches: SearchService) {}

  /**
   * Finds what holds every one of the words, among what the viewer could open.
   * @param kinds of these alone. @param schoolYear of this school year alone, 2026-2027. @param after the cursor that a page ended with
   */
  @QueryFor(SIGNED_IN_ABILITY, () => SearchResult)
  @Searches('Search', 'text', 'teamId')
  search(
    @Args('text') text: string,
    @Args('kinds', { type: () => [String], nullable: true }) kinds: string[] | null | undefined,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null | undefined,
    @Args('schoolYear', { type: () => String, nullable: true }) schoolYear: string | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
    @Context() context: RequestContext,
  ): Promise<SearchResult> {
    const asked = checked(searchInput, {
      text,
      kinds: kinds ?? null,
      teamId: teamId ?? null,
      schoolYear: schoolYear ?? null,
      after: after ?? null,
    });
    return this.searches.search(context.sessionHash, asked);
  }
}
