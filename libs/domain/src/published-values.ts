import { addDays, weekday, type Day } from './iso-week.ts';

/** What stands in a published cell: a number in threes, or a word where a number would tell of one team, of all or of none. */
export type PublishedFigure = number | 'TOO_FEW' | 'MOST' | 'HIDDEN';

/** A group is shown only when it has this many teams; a cluster also needs this many schools. */
export const LEAST_TEAMS = 5;
export const LEAST_SCHOOLS_IN_CLUSTER = 3;

/**
 * What is published of one school's count of teams: a multiple of three rounded down, "for få" under three, "de fleste"
 * within three of the school's size, nothing for a school under five teams. Each figure stands for at least three counts, so
 * that it never tells what one team did: a three that "de fleste" would cut into belongs to it whole (of seven teams, 3 would
 * else mean exactly 3).
 * @param counted teams that have begun, kept, adjusted or stopped something
 * @param teams the school's size
 */
export function schoolFigure(counted: number, teams: number): PublishedFigure {
  if (teams < LEAST_TEAMS) return 'HIDDEN';
  if (counted < 3) return 'TOO_FEW';
  const rounded = 3 * Math.floor(counted / 3);
  return teams - (rounded + 2) <= 3 ? 'MOST' : rounded;
}

/**
 * What is published of several schools together. Rounding is not enough there: put beside the schools' own figures, or beside
 * what a leader knows of their own school, a rounded sum can tell of every team in the rest. So the count is moved by a chance
 * amount before it is rounded as a school's is; any figure may then stand for any count, and it tells nothing for certain
 * (docs/decisions/0009).
 * @param blur from blurOf: the same for the same count, so that asking again tells nothing more
 */
export function joinedFigure(counted: number, teams: number, blur: number): PublishedFigure {
  return schoolFigure(Math.max(0, Math.min(teams, counted + blur)), teams);
}

/**
 * The chance amount in 32 evenly distributed bytes: the difference between two halves' leading zero bits, which is the
 * two-sided geometric distribution with one half. It is 0 in a third of the cases, at most 2 in five of six, and each
 * further step is half as likely, so that a figure at most doubles the odds of what anybody believed of one team.
 */
export function blurOf(digest: Uint8Array): number {
  return leadingZeros(digest.subarray(0, 16)) - leadingZeros(digest.subarray(16, 32));
}

function leadingZeros(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 8 * bytes.length : 8 * first + Math.clz32(bytes[first]!) - 24;
}

/** As it is stored and travels. */
export const figureText = (figure: PublishedFigure): string => String(figure);

/** The first Monday of a day's month: when that month's tables are made. */
export function publicationDay(day: Day): Day {
  const first = `${day.slice(0, 8)}01`;
  return addDays(first, (8 - weekday(first)) % 7);
}
