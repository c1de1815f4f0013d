import { describe, expect, it } from 'vitest';
import { monthsOf, pointAt, sector, turnOf } from './wheel.ts';

describe('the year’s wheel', () => {
  it('begins at the top on 1 August and has gone halfway round about the end of January', () => {
    expect(turnOf('2026-08-01', '2026-2027')).toBe(0);
    expect(turnOf('2027-01-31', '2026-2027')).toBeCloseTo(0.5, 2);
    expect(turnOf('2027-07-31', '2026-2027')).toBeLessThan(1);
    expect(pointAt(0, 10)).toEqual({ x: 0, y: -10 });
    expect(pointAt(0.25, 10)).toEqual({ x: 10, y: 0 });
  });

  it('has twelve months without a gap, in a leap year too', () => {
    const months = monthsOf('2027-2028');
    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({ from: '2027-08-01', to: '2027-08-31' });
    expect(months[6]).toMatchObject({ from: '2028-02-01', to: '2028-02-29' });
    expect(months.at(-1)).toMatchObject({ key: '2028-07', to: '2028-07-31' });
  });

  it('draws a sector the long way round where it is more than half', () => {
    expect(sector(0, 0.25, 5, 10)).toBe('M0 -10A10 10 0 0 1 10 0L5 0A5 5 0 0 0 0 -5Z');
    expect(sector(0, 0.75, 5, 10)).toContain('0 1 1');
  });
});
