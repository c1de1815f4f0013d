import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { copenhagenDate, copenhagenTime, instantOf } from '../src/copenhagen.ts';
import { dayNumber, dayOf } from '../src/iso-week.ts';

const zone = 'Europe/Copenhagen';

describe('the clock in Copenhagen', () => {
  it('reads as Temporal reads it, at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) }), (instant) => {
        const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        expect(copenhagenDate(instant)).toBe(there.toPlainDate().toString());
        expect(copenhagenTime(instant)).toBe(there.toPlainTime().toString().slice(0, 5).replace(':', '.'));
      }),
    );
  });

  it('turns a wall time into an instant as Temporal does, in the hours the clocks change too', () => {
    const days = fc.oneof(
      fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2040-01-01') }).map(dayOf),
      fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'),
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const expected = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
        expect(instantOf(day, time)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('writes half past two as 14.30, in winter and in summer', () => {
    expect(copenhagenTime(Date.UTC(2026, 10, 23, 13, 30))).toBe('14.30');
    expect(copenhagenTime(Date.UTC(2026, 5, 1, 12, 30))).toBe('14.30');
  });

  it('takes a skipped time an hour later, and of a repeated one the first', () => {
    expect(instantOf('2026-03-29', '02:30')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(instantOf('2026-10-25', '02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });
});
