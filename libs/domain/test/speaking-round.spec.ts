import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextSpeaker,
  passSpeaker,
  speakingOrder,
  type EarlierRound,
  type SpeakingOrder,
} from '../src/speaking-round.ts';

const TEAM = ['anne', 'jonas', 'lene', 'mads', 'trine', 'ulla', 'viggo', 'yrsa'];
const team = fc.integer({ min: 1, max: TEAM.length }).map((size) => TEAM.slice(0, size));

/** Rounds held one after another, each with those who are there. */
function hold(attendances: readonly (readonly string[])[]): { began: string[]; orders: string[][] } {
  const earlier: EarlierRound[] = [];
  const orders = attendances.map((present, n) => {
    const order = speakingOrder(present, earlier);
    earlier.push({ beganId: order[0]!, startedAt: n });
    return order;
  });
  return { began: earlier.map((one) => one.beganId), orders };
}
const times = (began: readonly string[], who: string): number => began.filter((one) => one === who).length;

describe('a speaking order that is fair over time', () => {
  it('over any number of rounds with everybody there, each has begun as often as the others, or once more', () => {
    fc.assert(
      fc.property(team, fc.integer({ min: 1, max: 60 }), (people, rounds) => {
        const { began } = hold(Array.from({ length: rounds }, () => people));
        const counts = people.map((who) => times(began, who));
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has everybody who is there once, and nobody who is away', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(TEAM, { minLength: 1 }), { minLength: 1, maxLength: 30 }), (attendances) => {
        const { orders } = hold(attendances);
        orders.forEach((order, n) => expect(order.toSorted()).toEqual([...attendances[n]!].toSorted()));
      }),
    );
  });

  it('lets somebody who was away begin once when they are back, not twice in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(TEAM, { minLength: 2 }), { minLength: 2, maxLength: 40 }), (attendances) => {
        const { began } = hold(attendances);
        for (let n = 1; n < began.length; n += 1) expect(began[n]).not.toBe(began[n - 1]);
      }),
    );
  });

  it('moves on by one when the same people meet again', () => {
    expect(hold([TEAM, TEAM, TEAM]).orders.map((order) => order.slice(0, 2))).toEqual([
      ['anne', 'jonas'],
      ['jonas', 'lene'],
      ['lene', 'mads'],
    ]);
    expect(hold([TEAM, TEAM]).orders[1]!.at(-1)).toBe('anne');
  });
});

describe('a round that is on', () => {
  const begun = (speakers: readonly string[]): SpeakingOrder => ({ speakers, at: 0, passed: [] });

  it('goes to each in turn and is over after the last', () => {
    fc.assert(
      fc.property(team, (people) => {
        const spoke: string[] = [];
        for (let order: SpeakingOrder | null = begun(people); order; order = nextSpeaker(order))
          spoke.push(order.speakers[order.at]!);
        expect(spoke).toEqual(people);
      }),
    );
  });

  it('comes back to whoever was passed by, last; and lets them go the second time', () => {
    const passed = passSpeaker(begun(['anne', 'jonas', 'lene']))!;
    expect(passed).toEqual({ speakers: ['jonas', 'lene', 'anne'], at: 0, passed: ['anne'] });
    const last = nextSpeaker(nextSpeaker(passed)!)!;
    expect(last.speakers[last.at]).toBe('anne');
    expect(passSpeaker(last)).toBeNull();
    expect(passSpeaker(begun(['anne']))).toBeNull();
  });

  it('is over after a bounded number of taps, however they mix, and nobody speaks twice', () => {
    fc.assert(
      fc.property(team, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (people, taps) => {
        const spoke: string[] = [];
        let order: SpeakingOrder | null = begun(people);
        let left = [...taps];
        while (order && left.length > 0) {
          const speaks = left[0]!;
          left = left.slice(1);
          if (speaks) spoke.push(order.speakers[order.at]!);
          order = speaks ? nextSpeaker(order) : passSpeaker(order);
        }
        expect(order).toBeNull();
        expect(new Set(spoke).size).toBe(spoke.length);
      }),
    );
  });
});
