import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { possibleEvents, step } from '../src/lifecycle.ts';
import { MINUTES_LIFECYCLE, type MinutesFacts } from '../src/minutes-lifecycle.ts';

const clean: MinutesFacts = { openObjections: 0, cprFindings: 0, missingTaps: 0 };
const facts = fc.record({
  openObjections: fc.nat({ max: 3 }),
  cprFindings: fc.nat({ max: 3 }),
  missingTaps: fc.nat({ max: 9 }),
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
});
