import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../src/copenhagen.ts';
import { possibleEvents, step } from '../src/lifecycle.ts';
import { approvedByTimeAt, MINUTES_LIFECYCLE, type MinutesFacts } from '../src/minutes-lifecycle.ts';

const clean: MinutesFacts = { openObjections: 0, cprFindings: 0, missingTaps: 0 };
const facts = fc.record({
  openObjections: fc.nat({ max: 3 }),
  cprFindings: fc.nat({ max: 3 }),
  missingTaps: fc.nat({ max: 9 }),
  timeIsUp: fc.boolean(),
});

describe('minutes', () => {
  it('are approved when all present have tapped, and by the facilitator before that', () => {
    expect(step(MINUTES_LIFECYCLE, 'PROPOSED', 'APPROVE_BY_ALL', clean)).toEqual({ to: 'APPROVED' });
    const oneMissing = { ...clean, missingTaps: 1 };
    expect('refused' in step(MINUTES_LIFECYCLE, 'PROPOSED', 'APPROVE_BY_ALL', oneMissing)).toBe(true);
    expect(step(MINUTES_LIFECYCLE, 'PROPOSED', 'APPROVE', oneMissing)).toEqual({ to: 'APPROVED' });
  });

  it('no way leads to approved past an unanswered objection or an open CPR finding', () => {
    fc.assert(
      fc.property(fc.constantFrom('OPEN' as const, 'PROPOSED' as const), facts, (from, given) => {
        fc.pre(given.openObjections > 0 || given.cprFindings > 0);
        for (const event of possibleEvents(MINUTES_LIFECYCLE, from, given))
          expect(step(MINUTES_LIFECYCLE, from, event, given)).not.toEqual({ to: 'APPROVED' });
      }),
    );
  });

  it('an objection keeps them proposed: they can still be withdrawn', () => {
    expect(possibleEvents(MINUTES_LIFECYCLE, 'PROPOSED', { ...clean, openObjections: 1 })).toEqual(['WITHDRAW']);
  });

  it('are frozen when approved: nothing leads on, whatever the facts', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(possibleEvents(MINUTES_LIFECYCLE, 'APPROVED', given)).toEqual([]);
      }),
    );
  });

  it('are approved by time only when it is up', () => {
    expect('refused' in step(MINUTES_LIFECYCLE, 'PROPOSED', 'APPROVE_BY_TIME', clean)).toBe(true);
    const up = { ...clean, missingTaps: 2, timeIsUp: true };
    expect(step(MINUTES_LIFECYCLE, 'PROPOSED', 'APPROVE_BY_TIME', up)).toEqual({ to: 'APPROVED' });
    expect('refused' in step(MINUTES_LIFECYCLE, 'OPEN', 'APPROVE_BY_TIME', up)).toBe(true);
  });

  it('have five whole school days to be objected to, past weekends, holidays and the changes of the clock', () => {
    for (const [proposed, time, until] of [
      ['2026-11-23', '15:30', '2026-12-01'],
      ['2026-11-23', '00:00', '2026-12-01'],
      ['2026-11-23', '23:59', '2026-12-01'],
      ['2026-11-27', '15:30', '2026-12-05'],
      ['2026-11-28', '12:00', '2026-12-05'],
      ['2026-10-09', '14:00', '2026-10-24'],
      ['2026-10-23', '14:00', '2026-10-31'],
      ['2027-03-19', '14:00', '2027-04-06'],
    ] as const)
      expect(approvedByTimeAt(instantOf(proposed, time)), proposed).toBe(instantOf(until, '00:00'));
  });
});
