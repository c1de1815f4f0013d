import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, dayOf, isoWeek, weekday } from '#domain/iso-week.ts';
import { MOST_WEEKS_BETWEEN, proposedDays, seriesFault, type Rhythm, type SeriesRule } from '#domain/meeting-series.ts';

const EVERY_WEEK: Rhythm = { kind: 'EVERY', weeks: 1 };
const rule = (changes: Partial<SeriesRule> = {}): SeriesRule => ({
  rhythm: EVERY_WEEK,
  weekdays: [1],
  from: '2026-08-10',
  to: '2027-06-25',
  ...changes,
});
const days = (one: SeriesRule) => proposedDays(one, []).map(({ day }) => day);

const anyDay = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2034-12-31') }).map(dayOf);
const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.integer({ min: 1, max: MOST_WEEKS_BETWEEN }).map((weeks): Rhythm => ({ kind: 'EVERY', weeks })),
  fc.constantFrom<Rhythm>({ kind: 'EVEN' }, { kind: 'ODD' }),
);
const anyRule = fc
  .tuple(
    anyDay,
    fc.integer({ min: 0, max: 372 }),
    anyRhythm,
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  )
  .map(([from, length, rhythm, weekdays]): SeriesRule => ({ rhythm, weekdays, from, to: addDays(from, length) }));

describe('the days of a series', () => {
  it('are on the chosen weekdays, within the bounds, each once and in order', () => {
    fc.assert(
      fc.property(anyRule, (one) => {
        const proposed = days(one);
        expect(proposed).toEqual([...new Set(proposed)].sort());
        for (const day of proposed) {
          expect(one.weekdays).toContain(weekday(day));
          expect(day >= one.from && day <= one.to).toBe(true);
        }
      }),
    );
  });

  it('leave out none that the rhythm asks for', () => {
    fc.assert(
      fc.property(anyRule, anyDay, (one, day) => {
        fc.pre(day >= one.from && day <= one.to && one.weekdays.includes(weekday(day)));
        const weeks = Math.round((dayNumber(day) - weekday(day) - (dayNumber(one.from) - weekday(one.from))) / 7);
        const asked =
          one.rhythm.kind === 'EVERY'
            ? weeks % one.rhythm.weeks === 0
            : isoWeek(day).week % 2 === (one.rhythm.kind === 'ODD' ? 1 : 0);
        expect(days(one).includes(day)).toBe(asked);
      }),
    );
  });

  it('every other week stay two weeks apart across week 53 and the new year', () => {
    const around = days(rule({ rhythm: { kind: 'EVERY', weeks: 2 }, from: '2026-12-14', to: '2027-01-31' }));
    expect(around).toEqual(['2026-12-14', '2026-12-28', '2027-01-11', '2027-01-25']);
    expect(isoWeek('2026-12-28').week).toBe(53);
  });

  it('in odd weeks fall in week 53 and in week 1 after it, and in even weeks in neither', () => {
    const odd = days(rule({ rhythm: { kind: 'ODD' }, from: '2026-12-28', to: '2027-01-10' }));
    expect(odd).toEqual(['2026-12-28', '2027-01-04']);
    expect(days(rule({ rhythm: { kind: 'EVEN' }, from: '2026-12-28', to: '2027-01-10' }))).toEqual([]);
  });

  it('count their weeks from the week they begin in, whatever day that is', () => {
    expect(days(rule({ rhythm: { kind: 'EVERY', weeks: 3 }, from: '2026-08-13', to: '2026-09-30' }))).toEqual([
      '2026-08-31',
      '2026-09-21',
    ]);
  });

  it('say why nobody meets on one of them, and leave it in its place', () => {
    const autumn = { from: '2026-10-12', to: '2026-10-18', name: 'Efterårsferie' };
    expect(proposedDays(rule({ from: '2026-10-05', to: '2026-10-25' }), [autumn])).toEqual([
      { day: '2026-10-05', closed: null },
      { day: '2026-10-12', closed: 'Efterårsferie' },
      { day: '2026-10-19', closed: null },
    ]);
  });
});

describe('an impossible series', () => {
  it.each([
    ['without a weekday', { weekdays: [] }, 'NO_WEEKDAY'],
    ['that ends before it begins', { from: '2027-01-02', to: '2027-01-01' }, 'ENDS_BEFORE_IT_BEGINS'],
    ['longer than a school year', { from: '2026-08-01', to: '2027-08-09' }, 'TOO_LONG'],
    ['without a day in it', { from: '2026-08-11', to: '2026-08-16' }, 'NO_DAYS'],
    ['with a meeting every day', { weekdays: [1, 2, 3, 4, 5] }, 'TOO_MANY'],
  ] as const)('%s is called what it is', (_what, changes, fault) => {
    expect(seriesFault(rule(changes))).toBe(fault);
  });

  it('is none of the usual ones', () => {
    for (const rhythm of [EVERY_WEEK, { kind: 'EVEN' }, { kind: 'ODD' }] as const)
      expect(seriesFault(rule({ rhythm }))).toBeNull();
  });
});
