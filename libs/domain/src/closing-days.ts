import { dayNumber, type Day } from './iso-week.ts';
import { schoolYearBounds, type SchoolYearKey } from './school-year.ts';

/** A stretch of days that the municipality keeps closed, or one school. */
export interface ClosedStretch {
  name: string;
  /** Null for the whole municipality. */
  schoolId: string | null;
  from: Day;
  to: Day;
}

/** Longer than any holiday: beyond it somebody mistook the year. */
export const LONGEST_CLOSED = 100;
/** More than any municipality keeps in a year. */
export const MOST_CLOSED = 40;

export type ClosingProblem = 'ENDS_BEFORE_IT_BEGINS' | 'OUTSIDE_THE_YEAR' | 'TOO_MANY_DAYS';

/** What is wrong with a stretch's days in a school year, and at which of them it stands; null when nothing is. */
export function closingFault(
  { from, to }: Pick<ClosedStretch, 'from' | 'to'>,
  year: SchoolYearKey,
): { field: 'from' | 'to'; problem: ClosingProblem } | null {
  const { startsOn, endsOn } = schoolYearBounds(year);
  if (from < startsOn || from > endsOn) return { field: 'from', problem: 'OUTSIDE_THE_YEAR' };
  if (to < from) return { field: 'to', problem: 'ENDS_BEFORE_IT_BEGINS' };
  if (to > endsOn) return { field: 'to', problem: 'OUTSIDE_THE_YEAR' };
  return dayNumber(to) - dayNumber(from) > LONGEST_CLOSED ? { field: 'to', problem: 'TOO_MANY_DAYS' } : null;
}

const named = (name: string): string => name.trim().toLocaleLowerCase('da');

/** The same holiday twice: one name, for the same schools, on a day they share. */
export const isTwin = (one: ClosedStretch, other: ClosedStretch): boolean =>
  one.schoolId === other.schoolId &&
  named(one.name) === named(other.name) &&
  one.from <= other.to &&
  other.from <= one.to;
