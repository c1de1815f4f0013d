import { addDays, dayNumber, isoWeek, weekday, type Day } from './iso-week.ts';

/** Every so many weeks from the week that the series begins in, or the even or the odd ISO weeks. */
export type Rhythm = { kind: 'EVERY'; weeks: number } | { kind: 'EVEN' } | { kind: 'ODD' };

export const MOST_WEEKS_BETWEEN = 8;
/** Two a week through a school year. */
export const MOST_IN_SERIES = 90;
const LONGEST_DAYS = 372;

/** When a team meets: a rhythm of weeks, the days in them, and the first and last day that may be one. */
export interface SeriesRule {
  rhythm: Rhythm;
  /** Monday is 1, Sunday 7. */
  weekdays: readonly number[];
  from: Day;
  to: Day;
}

/** Days on which nobody meets: a holiday, or a day that the municipality or the school keeps closed. */
export interface ClosedDays {
  from: Day;
  to: Day;
  name: string;
}

export interface ProposedDay {
  day: Day;
  /** Why nobody meets that day; null where they can. */
  closed: string | null;
}

export type SeriesFault = 'NO_WEEKDAY' | 'ENDS_BEFORE_IT_BEGINS' | 'TOO_LONG' | 'NO_DAYS' | 'TOO_MANY';

/** What makes a rule impossible; null for one that proposes days. */
export function seriesFault(rule: SeriesRule): SeriesFault | null {
  if (rule.weekdays.length === 0) return 'NO_WEEKDAY';
  if (rule.to < rule.from) return 'ENDS_BEFORE_IT_BEGINS';
  if (dayNumber(rule.to) - dayNumber(rule.from) > LONGEST_DAYS) return 'TOO_LONG';
  const { length } = daysOf(rule);
  if (length === 0) return 'NO_DAYS';
  return length > MOST_IN_SERIES ? 'TOO_MANY' : null;
}

/**
 * The days a rule proposes, in order; those on closed days too, and why. The rule only proposes: each meeting is a row of its own
 * from then on. Weeks are ISO weeks, so week 53 is followed by week 1: both are odd, and a series in odd weeks meets in both.
 */
export function proposedDays(rule: SeriesRule, closed: readonly ClosedDays[]): ProposedDay[] {
  return daysOf(rule).map((day) => ({ day, closed: closedOn(day, closed) }));
}

/** The name of what keeps a day closed; null when nothing does. */
export const closedOn = (day: Day, closed: readonly ClosedDays[]): string | null =>
  closed.find(({ from, to }) => from <= day && day <= to)?.name ?? null;

function daysOf({ rhythm, weekdays, from, to }: SeriesRule): Day[] {
  if (to < from || dayNumber(to) - dayNumber(from) > LONGEST_DAYS) return [];
  const firstMonday = dayNumber(from) + 1 - weekday(from);
  const isIn = (day: Day): boolean => {
    if (rhythm.kind !== 'EVERY') return isoWeek(day).week % 2 === (rhythm.kind === 'EVEN' ? 0 : 1);
    const monday = dayNumber(day) + 1 - weekday(day);
    return ((monday - firstMonday) / 7) % rhythm.weeks === 0;
  };
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (weekdays.includes(weekday(day)) && isIn(day)) days.push(day);
  return days;
}
