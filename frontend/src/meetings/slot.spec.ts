import { describe, expect, it } from 'vitest';
import { nextSlot, slotOf, startOf } from './slot.ts';

describe('the slot', () => {
  it('keeps the clock on the wall over the change to winter time', () => {
    const next = nextSlot(
      { startsAt: '2026-10-19T12:30:00.000Z', durationMin: 60 },
      Date.parse('2026-10-20T08:00:00Z'),
    );
    expect(startOf(next)).toBe('2026-11-02T13:30:00.000Z');
  });

  it('is never in the past', () => {
    const next = nextSlot(
      { startsAt: '2026-06-15T12:30:00.000Z', durationMin: 45 },
      Date.parse('2026-11-24T08:00:00Z'),
    );
    expect(startOf(next)).toBe('2026-11-30T13:30:00.000Z');
    expect(next.durationMin).toBe(45);
  });

  it('is a school day for a team that has not met yet', () => {
    for (const now of [
      '2026-11-24T08:00:00Z',
      '2026-11-27T08:00:00Z',
      '2026-11-28T08:00:00Z',
      '2026-11-29T08:00:00Z',
    ]) {
      expect([6, 0]).not.toContain(nextSlot(null, Date.parse(now)).day.toDate('UTC').getUTCDay());
    }
  });

  it('is not on a day on which the school is closed, whether the team has met or not', () => {
    const closed = [{ from: '2026-12-22', to: '2027-01-02', name: 'Juleferie' }];
    const now = Date.parse('2026-12-21T08:00:00Z');
    const next = nextSlot({ startsAt: '2026-12-14T13:30:00.000Z', durationMin: 60 }, now, closed);
    expect(next.day.toString()).toBe('2027-01-11');
    expect(nextSlot(null, now, closed).day.toString()).toBe('2027-01-04');
  });

  it('comes back as it went', () => {
    expect(startOf(slotOf('2026-11-23T13:30:00.000Z', 60))).toBe('2026-11-23T13:30:00.000Z');
  });
});
