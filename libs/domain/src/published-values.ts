/** What stands in a published cell: a number in threes, or a word where a number would tell of one team, of all or of none. */
export type PublishedFigure = number | 'TOO_FEW' | 'MOST' | 'HIDDEN';

/** A group is shown only when it has this many teams; a cluster also needs this many schools. */
export const LEAST_TEAMS = 5;
export const LEAST_SCHOOLS_IN_CLUSTER = 3;

/**
 * What is published of a count of teams: a multiple of three rounded down, "for få" under three, "de fleste" within three of
 * the group's size, nothing for a group under five teams. Each figure stands for at least three counts, so that it never
 * tells what one team did: a three that "de fleste" would cut into belongs to it whole (of seven teams, 3 would else mean
 * exactly 3).
 * @param counted teams that have begun, kept, adjusted or stopped something
 * @param teams the group's size
 */
export function publishedFigure(counted: number, teams: number): PublishedFigure {
  if (teams < LEAST_TEAMS) return 'HIDDEN';
  if (counted < 3) return 'TOO_FEW';
  const rounded = 3 * Math.floor(counted / 3);
  return teams - (rounded + 2) <= 3 ? 'MOST' : rounded;
}

/** As it is stored and travels. */
export const figureText = (figure: PublishedFigure): string => String(figure);

/** The first Monday of a month, when the tables are made. */
export function isPublicationDay(day: string, weekdayOfDay: number): boolean {
  return weekdayOfDay === 1 && Number(day.slice(8, 10)) <= 7;
}
