import { describe, expect, it } from 'vitest';
import { closingFault, isTwin, LONGEST_CLOSED } from '../src/closing-days.ts';
import { addDays } from '../src/iso-week.ts';
import { holidaysOf } from '../src/school-year.ts';

const YEAR = '2026-2027';

describe('days that are kept closed', () => {
  it.each([
    ['ends before it begins', '2026-10-12', '2026-10-11', 'to', 'ENDS_BEFORE_IT_BEGINS'],
    ['begins before the school year', '2026-07-31', '2026-08-02', 'from', 'OUTSIDE_THE_YEAR'],
    ['begins after it', '2027-08-01', '2027-08-02', 'from', 'OUTSIDE_THE_YEAR'],
    ['ends after it', '2027-06-26', '2027-08-01', 'to', 'OUTSIDE_THE_YEAR'],
    ['is longer than any holiday', '2026-09-01', addDays('2026-09-01', LONGEST_CLOSED + 1), 'to', 'TOO_MANY_DAYS'],
  ])('are refused where a stretch %s, at the day that is wrong', (_what, from, to, field, problem) => {
    expect(closingFault({ from, to }, YEAR)).toEqual({ field, problem });
  });

  it('may be a single day, the whole of a holiday, and each of the usual ones in every year', () => {
    expect(closingFault({ from: '2027-06-05', to: '2027-06-05' }, YEAR)).toBeNull();
    for (let first = 2020; first < 2060; first += 1) {
      const year = `${first}-${first + 1}`;
      for (const holiday of holidaysOf(year)) expect(closingFault(holiday, year), `${year} ${holiday.key}`).toBeNull();
    }
  });

  it('are the same holiday twice only with one name, for the same schools, on a day they share', () => {
    const winter = { name: 'Vinterferie', schoolId: null, from: '2027-02-15', to: '2027-02-21' };
    expect(isTwin(winter, { ...winter, name: ' vinterferie ', from: '2027-02-21', to: '2027-02-28' })).toBe(true);
    expect(isTwin(winter, { ...winter, from: '2027-02-22', to: '2027-02-28' })).toBe(false);
    expect(isTwin(winter, { ...winter, schoolId: 'a' })).toBe(false);
    expect(isTwin(winter, { ...winter, name: 'Skolens dag' })).toBe(false);
  });
});
