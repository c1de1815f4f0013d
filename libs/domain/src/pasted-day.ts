import { addDays, weekStart, weeksInYear, type Day } from './iso-week.ts';
import { isSchoolDay, schoolYearBounds, schoolYearOf } from './school-year.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\\p{L}*\\.?';
const BEFORE = /^(?:senest|inden|til|før|på|(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?\.?|d\.|den)\s*/iu;

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?$/u;
const NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?\.?$/u;
const WORDS = new RegExp(`^(\\d{1,2})\\.?\\s*${MONTH}(?:\\s+(\\d{4}|\\d{2}))?$`, 'iu');
const WEEK = /^(?:uge|u\.?)\s*(\d{1,2})(?:\s*[,/-]?\s*(\d{4}))?$/iu;

/**
 * A day as it is written in Denmark: 23.11.2026, 23/11-26, 23. nov., uge 48. Without a year it lies in the school year that
 * `today` is in; a week is its Friday, or its last school day.
 * @returns null for what reads as no day, or one that isn't there
 */
export function readDay(words: string, today: Day): Day | null {
  let rest = words.trim();
  for (let before = BEFORE.exec(rest); before; before = BEFORE.exec(rest)) rest = rest.slice(before[0].length);
  const iso = ISO.exec(rest);
  if (iso) return dayIn(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const week = WEEK.exec(rest);
  if (week) return lastDayOf(Number(week[1]), week[2] ? Number(week[2]) : null, today);
  const numbers = NUMBERS.exec(rest);
  const named = WORDS.exec(rest);
  const found = numbers ?? named;
  if (!found) return null;
  const month = numbers ? Number(numbers[2]) : MONTHS.indexOf(named![2]!.toLowerCase()) + 1;
  const year = found[3] ? Number(found[3].length === 2 ? `20${found[3]}` : found[3]) : yearOf(month, today);
  return dayIn(year, month, Number(found[1]));
}

/** The year that a month lies in, in the school year of `today`. */
function yearOf(month: number, today: Day): number {
  const { startsOn, endsOn } = schoolYearBounds(schoolYearOf(today));
  return Number((month >= Number(startsOn.slice(5, 7)) ? startsOn : endsOn).slice(0, 4));
}

function dayIn(year: number, month: number, date: number): Day | null {
  if (year < 1900 || month < 1 || month > 12 || date < 1) return null;
  const first: Day = `${year}-${String(month).padStart(2, '0')}-01`;
  const day = addDays(first, date - 1);
  return day.slice(0, 7) === first.slice(0, 7) ? day : null;
}

function lastDayOf(week: number, writtenYear: number | null, today: Day): Day | null {
  // Week 31 is where August begins; what comes before it belongs to spring.
  const year = writtenYear ?? yearOf(week >= 31 ? 8 : 1, today);
  if (week < 1 || week > weeksInYear(year)) return null;
  const friday = addDays(weekStart(year, week), 4);
  for (let day = friday; day >= addDays(friday, -4); day = addDays(day, -1)) if (isSchoolDay(day)) return day;
  return friday;
}
