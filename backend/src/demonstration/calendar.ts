import { copenhagenDate, instantOf } from '#domain/copenhagen.ts';
import { addDays, weekday, type Day } from '#domain/iso-week.ts';
import { publicationDay } from '#domain/published-values.ts';
import { isSchoolDay, schoolYearBounds, schoolYearOf } from '#domain/school-year.ts';

export type { Day };

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The instant of a Danish clock time on a day, such as at('2026-11-23', 14, 30). */
export const at = (day: Day, hour: number, minute: number): Date =>
  new Date(instantOf(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`));

/** The day it is in Denmark. */
export const dayIn = (instant: Date): Day => copenhagenDate(instant.getTime());

export interface Year {
  /** As it is exchanged: 2026-2027. */
  key: string;
  startsOn: Day;
  endsOn: Day;
}

export const yearOf = (day: Day): Year => ({ key: schoolYearOf(day), ...schoolYearBounds(schoolYearOf(day)) });

/** A meeting's days: every so many weeks on a weekday from one day to another; in the holidays the week after instead. */
export function meetingDays(from: Day, to: Day, onWeekday: number, everyWeeks: number, offsetWeeks = 0): Day[] {
  const days: Day[] = [];
  let week = addDays(mondayOf(from), 7 * offsetWeeks);
  while (week <= to) {
    const day = addDays(week, onWeekday - 1);
    const meets = isSchoolDay(day);
    if (meets && day >= from && day <= to) days.push(day);
    week = addDays(week, meets ? 7 * everyWeeks : 7);
  }
  return days;
}

/** The days on which the tables above the school were published, from one day to another. */
export function publicationDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (day === publicationDay(day)) days.push(day);
  return days;
}
