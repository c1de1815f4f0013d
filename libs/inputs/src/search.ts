import { z } from 'zod';
import { isUuid } from '#domain/ids.ts';
import { SEARCH_KINDS } from '#domain/search-kinds.ts';
import { id, typed } from './text.ts';

export const LONGEST_SEARCH = 100;
export const MOST_SEARCH_WORDS = 8;

/** Words that are looked for; they are stored as the audit's criterion alone. */
export const searchInput = z.object({
  text: typed({ max: LONGEST_SEARCH }).refine(
    (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '').length <= MOST_SEARCH_WORDS,
    'TOO_MANY_WORDS',
  ),
  kinds: z.array(z.enum(SEARCH_KINDS)).min(1).max(SEARCH_KINDS.length).nullable(),
  teamId: id().nullable(),
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .nullable(),
  after: z.string().refine(isSearchCursor, 'NOT_A_CURSOR').nullable(),
});

/** Rank, time, id and way, as a page ended with them. */
function isSearchCursor(cursor: string): boolean {
  const [rank = '', at = '', object = '', way = '', ...more] = cursor.split('_');
  return (
    /^\d{1,7}$/.test(rank) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    isUuid(object) &&
    /^(WRITTEN|NEARLY)$/.test(way) &&
    more.length === 0
  );
}
