import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, dayOf, weekday } from '../src/iso-week.ts';
import {
  addSchoolDays,
  daysBetween,
  easterSunday,
  holidaysOf,
  isSchoolDay,
  nextSchoolDay,
  isPlannableDay,
  schoolYearBounds,
  schoolYearOf,
  shownSchoolYear,
} from '../src/school-year.ts';

const anyDay = fc.integer({ min: dayNumber('1995-01-01'), max: dayNumber('2095-12-31') }).map(dayOf);
const holiday = (year: string, key: string) => holidaysOf(year).find((one) => one.key === key);

describe('the school year', () => {
  it('runs from 1 August to 31 July, and every day is in the one it names', () => {
    expect(schoolYearOf('2026-07-31')).toBe('2025-2026');
    expect(schoolYearOf('2026-08-01')).toBe('2026-2027');
    fc.assert(
      fc.property(anyDay, (day) => {
        const { startsOn, endsOn } = schoolYearBounds(schoolYearOf(day));
        expect(startsOn <= day && day <= endsOn).toBe(true);
      }),
    );
  });

  it.each([
    ['2021-08-01', true],
    ['2021-07-31', false],
    ['2032-07-31', true],
    ['2032-08-01', false],
    ['1999-12-07', false],
    ['0026-12-07', false],
  ])('a meeting on %s is near enough to 26 November 2026 to be planned: %s', (day, isNear) => {
    expect(isPlannableDay(day, '2026-11-26')).toBe(isNear);
  });

  it('is exchanged as 2026-2027 and shown as 2026/27', () => {
    expect(shownSchoolYear('2026-2027')).toBe('2026/27');
    expect(shownSchoolYear('1999-2000')).toBe('1999/00');
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('keeps the holidays where Danish schools have them', () => {
    expect(holiday('2026-2027', 'autumn')).toEqual({ key: 'autumn', from: '2026-10-12', to: '2026-10-18' });
    expect(holiday('2026-2027', 'christmas')).toEqual({ key: 'christmas', from: '2026-12-22', to: '2027-01-02' });
    expect(holiday('2026-2027', 'winter')).toEqual({ key: 'winter', from: '2027-02-15', to: '2027-02-21' });
    expect(holiday('2026-2027', 'easter')).toEqual({ key: 'easter', from: '2027-03-22', to: '2027-03-29' });
    expect(holiday('2026-2027', 'ascension')).toEqual({ key: 'ascension', from: '2027-05-06', to: '2027-05-07' });
    expect(holiday('2026-2027', 'whit')).toEqual({ key: 'whit', from: '2027-05-17', to: '2027-05-17' });
    expect(holiday('2026-2027', 'summer')).toEqual({ key: 'summer', from: '2027-06-26', to: '2027-07-31' });
  });

  it('holidays lie inside their school year, in order and apart, except where the Constitution Day may fall in them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1995, max: 2095 }), (first) => {
        const key = `${first}-${first + 1}`;
        const { startsOn, endsOn } = schoolYearBounds(key);
        const holidays = holidaysOf(key).filter((one) => one.key !== 'constitution');
        holidays.forEach((one, n) => {
          expect(one.from <= one.to && startsOn <= one.from && one.to <= endsOn).toBe(true);
          if (n > 0) expect(holidays[n - 1]!.to < one.from).toBe(true);
        });
        expect(weekday(holidays.at(-1)!.from)).toBe(6);
      }),
    );
  });

  it('has no school on Saturdays, Sundays, 5 June or in a holiday', () => {
    expect(isSchoolDay('2026-11-23')).toBe(true);
    for (const day of ['2026-11-21', '2026-11-22', '2026-10-14', '2026-12-24', '2027-03-24', '2028-06-05'])
      expect(isSchoolDay(day)).toBe(false);
  });

  it('the next school day is the first one, and n school days later counts exactly n', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, days) => {
        const next = nextSchoolDay(day);
        expect(isSchoolDay(next)).toBe(true);
        for (let n = 0; n < daysBetween(day, next); n += 1) expect(isSchoolDay(addDays(day, n))).toBe(false);
        const later = addSchoolDays(day, days);
        const between = Array.from({ length: daysBetween(day, later) }, (_, n) => addDays(day, n + 1));
        expect(between.filter(isSchoolDay)).toHaveLength(days);
        expect(isSchoolDay(later)).toBe(true);
      }),
    );
  });

  it('five school days from the last day before Christmas end in January', () => {
    expect(addSchoolDays('2026-12-21', 5)).toBe('2027-01-08');
  });
});
