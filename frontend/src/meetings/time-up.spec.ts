import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRunOut, type TimeBeat } from './time-up.ts';

const beat = (itemId: string, given: number, left: number): TimeBeat => ({ itemId, given, left });

describe('an item’s time runs out', () => {
  it('once, however many beats follow', () => {
    const beats = [beat('a', 5, 2), beat('a', 5, 1), beat('a', 5, 0), beat('a', 5, 0), beat('a', 5, 0)];
    expect(beats.map((now, n) => hasRunOut(beats[n - 1] ?? null, now))).toEqual([false, false, true, false, false]);
  });

  it('not for an item that was over when it came on, nor when the room moves, nor when minutes are taken back', () => {
    expect(hasRunOut(null, beat('a', 5, 0))).toBe(false);
    expect(hasRunOut(beat('a', 5, 1), beat('b', 5, 0))).toBe(false);
    expect(hasRunOut(beat('a', 8, 2), beat('a', 5, 0))).toBe(false);
    expect(hasRunOut(beat('a', 5, 1), null)).toBe(false);
  });

  it('again when it was given more, and that runs out too', () => {
    expect(hasRunOut(beat('a', 5, 0), beat('a', 8, 3))).toBe(false);
    expect(hasRunOut(beat('a', 8, 1), beat('a', 8, 0))).toBe(true);
  });

  it('at most once for each amount it was given, whatever the beats', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 30 }), (lefts) => {
        const down = lefts.toSorted((a, b) => b - a);
        const outs = down.filter((left, n) => n > 0 && hasRunOut(beat('a', 9, down[n - 1]!), beat('a', 9, left)));
        expect(outs.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
