import { describe, expect, it } from 'vitest';
import { calledBy } from './meeting-time.ts';

describe('what a meeting is called by', () => {
  const startsAt = '2027-02-08T13:30:00.000Z';

  it('is its planned start until it begins, and on the planned day, however late', () => {
    expect(calledBy({ startsAt })).toBe(startsAt);
    expect(calledBy({ startsAt, startedAt: null })).toBe(startsAt);
    expect(calledBy({ startsAt, startedAt: '2027-02-08T13:41:00.000Z' })).toBe(startsAt);
  });

  it('is the day on which it was held, where that was another', () => {
    expect(calledBy({ startsAt, startedAt: '2026-11-27T12:00:00.000Z' })).toBe('2026-11-27T12:00:00.000Z');
    // Just after midnight in Copenhagen it is still the day before by UTC.
    expect(calledBy({ startsAt, startedAt: '2027-02-08T23:10:00.000Z' })).toBe('2027-02-08T23:10:00.000Z');
  });
});
