import { addDays, dayNumber, isoWeek, weekStart, weekday, type Day } from './iso-week.ts';

/** In the form it is exchanged in: 2026-2027. */
export type SchoolYearKey = string;

/** 1 August to 31 July. */
export function schoolYearOf(day: Day): SchoolYearKey {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 8 ? year : year - 1;
  return `${first}-${first + 1}`;
}

/** As it is shown: 2026/27. */
export const shownSchoolYear = (key: SchoolYearKey): string => `${key.slice(0, 4)}/${key.slice(7, 9)}`;

export function schoolYearBounds(key: SchoolYearKey): { startsOn: Day; endsOn: Day } {
  return { startsOn: `${key.slice(0, 4)}-08-01`, endsOn: `${key.slice(5, 9)}-07-31` };
}

/** The school year so many years later; earlier when negative. */
export function schoolYearBeside(key: SchoolYearKey, by: number): SchoolYearKey {
  const first = Number(key.slice(0, 4)) + by;
  return `${first}-${first + 1}`;
}

/** What an address may ask for. */
export const isSchoolYear = (key: string | null): key is SchoolYearKey =>
  key !== null && /^20\d{2}-20\d{2}$/.test(key) && key === schoolYearBeside(key, 0);

const NEAREST_YEARS = 5;

/** A meeting lies within five school years of today's: a day further off is a slip of the hand. */
export function isPlannableDay(day: Day, today: Day): boolean {
  const yearOf = (of: Day) => Number(schoolYearOf(of).slice(0, 4));
  return Math.abs(yearOf(day) - yearOf(today)) <= NEAREST_YEARS;
}

export type HolidayKey =
  'summer-start' | 'autumn' | 'christmas' | 'winter' | 'easter' | 'ascension' | 'whit' | 'constitution' | 'summer';

export interface Holiday {
  key: HolidayKey;
  from: Day;
  to: Day;
}

/**
 * The holidays of a school year as most Danish schools keep them; a municipality fixes its own. Autumn is week 42, winter
 * week 7, Easter from Monday before to Easter Monday, summer from the last Saturday of June.
 */
export function holidaysOf(key: SchoolYearKey): Holiday[] {
  const first = Number(key.slice(0, 4));
  const second = first + 1;
  const easter = easterSunday(second);
  const ascension = addDays(easter, 39);
  return [
    { key: 'summer-start', from: `${first}-08-01`, to: addDays(firstSchoolMonday(first), -1) },
    { key: 'autumn', from: weekStart(first, 42), to: addDays(weekStart(first, 42), 6) },
    { key: 'christmas', from: `${first}-12-22`, to: `${second}-01-02` },
    { key: 'winter', from: weekStart(second, 7), to: addDays(weekStart(second, 7), 6) },
    { key: 'easter', from: addDays(easter, -6), to: addDays(easter, 1) },
    { key: 'ascension', from: ascension, to: addDays(ascension, 1) },
    { key: 'whit', from: addDays(easter, 50), to: addDays(easter, 50) },
    { key: 'constitution', from: `${second}-06-05`, to: `${second}-06-05` },
    { key: 'summer', from: lastSaturdayOfJune(second), to: `${second}-07-31` },
  ];
}

/** A weekday outside the holidays. */
export function isSchoolDay(day: Day): boolean {
  return (
    weekday(day) <= 5 && !holidaysOf(schoolYearOf(day)).some((holiday) => holiday.from <= day && day <= holiday.to)
  );
}

/** The first school day on or after a day. */
export function nextSchoolDay(day: Day): Day {
  let found = day;
  while (!isSchoolDay(found)) found = addDays(found, 1);
  return found;
}

/** Adds school days: what "after five school days" means. */
export function addSchoolDays(day: Day, days: number): Day {
  let found = day;
  for (let left = days; left > 0; left -= 1) found = nextSchoolDay(addDays(found, 1));
  return found;
}

/** Easter Sunday by the anonymous Gregorian rule (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** School begins in the week of 10 August, most years the Monday or later in week 33. */
function firstSchoolMonday(year: number): Day {
  const { week } = isoWeek(`${year}-08-10`);
  return weekStart(year, week);
}

function lastSaturdayOfJune(year: number): Day {
  const last: Day = `${year}-06-30`;
  const back = (weekday(last) + 1) % 7;
  return addDays(last, -back);
}

/** Whole days from one to another. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
