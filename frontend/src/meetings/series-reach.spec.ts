import { parseDate, Time } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { countsOf, moveTo, seriesToCome } from './series-reach.ts';

const meeting = (id: string, startsAt: string, state = 'DRAFT', series = 'PLF-møder') => ({
  id,
  startsAt,
  state,
  series,
});

describe('how far a move reaches', () => {
  const all = [
    meeting('held', '2026-11-03T13:30:00.000Z', 'CLOSED'),
    meeting('b', '2026-12-01T13:30:00.000Z', 'CONVENED'),
    meeting('other', '2026-12-08T13:30:00.000Z', 'DRAFT', 'Klasseteam'),
    meeting('c', '2026-12-15T13:30:00.000Z'),
    meeting('d', '2027-01-12T13:30:00.000Z'),
  ];

  it('counts what has not begun in its own series, from it on or all', () => {
    const now = Date.parse('2026-11-27T08:00:00Z');
    expect(countsOf(all, all[3]!, now)).toEqual({ ONE: 1, FOLLOWING: 2, ALL: 3 });
  });

  it('counts a meeting that was forgotten with those to come, when it is the one that moves', () => {
    expect(countsOf(all, all[1]!, Date.parse('2026-12-10T08:00:00Z'))).toMatchObject({ ALL: 3 });
  });
});

describe('a move', () => {
  it('is so many days, and the clock of the new slot', () => {
    const slot = { day: parseDate('2026-12-17'), time: new Time(8, 5), durationMin: 45 };
    expect(moveTo(slot, 'Biblioteket', '2026-12-15T13:30:00.000Z', 'FOLLOWING')).toEqual({
      reach: 'FOLLOWING',
      shiftDays: 2,
      time: '08:05',
      durationMin: 45,
      place: 'Biblioteket',
    });
  });
});

describe('what is left of each series', () => {
  it('is in order, to come and not begun; a series with nothing left is not there', () => {
    const now = Date.parse('2026-12-02T12:00:00.000Z');
    const left = seriesToCome(
      [
        meeting('d', '2027-01-12T13:30:00.000Z'),
        meeting('c', '2026-12-15T13:30:00.000Z', 'CONVENED'),
        meeting('over', '2026-12-01T13:30:00.000Z'),
        meeting('on', '2026-12-09T13:30:00.000Z', 'IN_PROGRESS'),
        meeting('held', '2026-12-10T13:30:00.000Z', 'HELD', 'Klasseteam'),
      ],
      now,
    );
    expect(left.map(({ name, meetings }) => [name, ...meetings.map(({ id }) => id)])).toEqual([
      ['PLF-møder', 'c', 'd'],
    ]);
  });
});
