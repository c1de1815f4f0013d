import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSharedAtApproval, sharingStanding, type SharingFacts } from '../src/sharing-agreement.ts';

const AGREED = Date.parse('2026-11-27T12:00:00Z');
const held: SharingFacts = {
  hasReceiver: true,
  choice: null,
  agreedSince: AGREED,
  isToCome: false,
  begunAt: AGREED + 1,
};
const at = fc.integer({ min: AGREED - 1000, max: AGREED + 1000 });
const facts: fc.Arbitrary<SharingFacts> = fc.record({
  hasReceiver: fc.boolean(),
  choice: fc.option(fc.boolean()),
  agreedSince: fc.option(at),
  isToCome: fc.boolean(),
  begunAt: fc.option(at),
});

describe('minutes at their approval', () => {
  it.each([
    ['began a moment after the agreement', {}, 'AGREED'],
    ['began at the same moment', { begunAt: AGREED }, 'BEGUN_BEFORE'],
    ['began a moment before', { begunAt: AGREED - 1 }, 'BEGUN_BEFORE'],
    ['is over and never formally began', { begunAt: null }, 'BEGUN_BEFORE'],
    ['is still to come', { isToCome: true, begunAt: null }, 'AGREED'],
    ['has no agreement', { agreedSince: null }, 'NOT_AGREED'],
    ['is still to come, without an agreement', { agreedSince: null, isToCome: true, begunAt: null }, 'NOT_AGREED'],
    ['is kept by the team', { choice: false }, 'KEPT'],
    ['is shared by the team, begun before', { choice: true, begunAt: AGREED - 1 }, 'CHOSEN'],
    ['is shared by the team, without an agreement', { choice: true, agreedSince: null }, 'CHOSEN'],
    ['is shared by the team, and never formally began', { choice: true, begunAt: null }, 'CHOSEN'],
    ['has nobody to go to', { hasReceiver: false }, 'NOBODY'],
    ['has nobody to go to, though the team chose', { hasReceiver: false, choice: true }, 'NOBODY'],
  ] as const)('of a meeting that %s', (_, given, standing) => {
    expect(sharingStanding({ ...held, ...given })).toBe(standing);
  });

  it('go where the team said, whatever the school agreed, and to nobody where nobody is', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const shares = isSharedAtApproval(sharingStanding(given));
        if (!given.hasReceiver) expect(shares).toBe(false);
        else if (given.choice !== null) expect(shares).toBe(given.choice);
      }),
    );
  });

  it('are never shared by an agreement that is off, or came once the meeting had begun', () => {
    fc.assert(
      fc.property(facts, (given) => {
        if (sharingStanding(given) !== 'AGREED') return;
        expect(given.choice).toBeNull();
        expect(given.agreedSince).not.toBeNull();
        if (!given.isToCome) expect(given.begunAt).toBeGreaterThan(given.agreedSince!);
      }),
    );
  });
});
