import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, dayOf, isoWeek, weekday, weekStart, weeksInYear } from '../src/iso-week.ts';

const anyDay = fc
  .integer({ min: dayNumber('1600-01-01'), max: dayNumber('2400-12-31') })
  .map((number) => ({ day: dayOf(number), plain: Temporal.PlainDate.from('1970-01-01').add({ days: number }) }));

describe('days and ISO weeks', () => {
  it('agree with Temporal on every day of eight centuries', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), ({ day, plain }, days) => {
        expect(day).toBe(plain.toString());
        expect(weekday(day)).toBe(plain.dayOfWeek);
        expect(isoWeek(day)).toEqual({ year: plain.yearOfWeek, week: plain.weekOfYear });
        expect(addDays(day, days)).toBe(plain.add({ days }).toString());
      }),
      { numRuns: 2_000 },
    );
  });

  it('a week begins on the Monday whose week it is', () => {
    fc.assert(
      fc.property(anyDay, ({ day }) => {
        const { year, week } = isoWeek(day);
        const monday = weekStart(year, week);
        expect(weekday(monday)).toBe(1);
        expect(dayNumber(day) - dayNumber(monday)).toBe(weekday(day) - 1);
        expect(week).toBeLessThanOrEqual(weeksInYear(year));
      }),
    );
  });

  it.each([
    ['2026-11-23', 2026, 48],
    ['2027-01-01', 2026, 53],
    ['2024-12-30', 2025, 1],
    ['2023-01-01', 2022, 52],
  ])('%s is in week %i-%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week });
  });
});
