import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agendaEnd,
  heading,
  plannedEnd,
  plannedTimes,
  scaleToSlot,
  shortenRest,
  SlotTooShort,
  trackMinutes,
} from '../src/agenda-time.ts';
import { SYSTEM_TEMPLATES } from '../src/agenda-templates.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const steps = fc.array(
  fc.record({
    minutes: fc.integer({ min: 1, max: 60 }),
    minMinutes: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 14 },
);
const least = (one: { minutes: number; minMinutes?: number }): number => Math.min(one.minMinutes ?? 1, one.minutes);

describe('scaling an agenda to a slot', () => {
  it('always sums to the slot, in whole minutes, with every step at its minimum or above', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 480 }), (given, more) => {
        const slot = sum(given.map(least)) + more;
        const scaled = scaleToSlot(given, slot);
        expect(sum(scaled)).toBe(slot);
        scaled.forEach((minutes, n) => {
          expect(Number.isInteger(minutes)).toBe(true);
          expect(minutes).toBeGreaterThanOrEqual(least(given[n]!));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('a slot that is too short is refused with the minutes it takes', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 50 }), (given, missing) => {
        const needed = sum(given.map(least));
        expect(() => scaleToSlot(given, needed - missing)).toThrow(SlotTooShort);
        expect(() => scaleToSlot(given, needed - missing)).toThrow(expect.objectContaining({ needed }));
        expect(() => scaleToSlot(given, needed - missing)).toThrow(RangeError);
      }),
    );
  });

  it('half a minute is no slot', () => {
    expect(() => scaleToSlot([{ minutes: 5 }], 30.5)).toThrow(RangeError);
    expect(() => scaleToSlot([{ minutes: 5 }], Number.NaN)).toThrow(RangeError);
  });

  it('leaves an agenda that fits as it is', () => {
    fc.assert(
      fc.property(steps, (given) => {
        expect(scaleToSlot(given, sum(given.map((one) => one.minutes)))).toEqual(given.map((one) => one.minutes));
      }),
    );
  });

  it('keeps proportions: nobody is a minute or more from their share where no minimum holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (minutes, times) => {
          const slot = sum(minutes) * times + 7;
          scaleToSlot(
            minutes.map((one) => ({ minutes: one })),
            slot,
          ).forEach((got, n) => {
            expect(Math.abs(got - (slot * minutes[n]!) / sum(minutes))).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('a longer step with the same minimum never gets less than a shorter one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 2, maxLength: 12 }),
        fc.nat({ max: 300 }),
        (minutes, more) => {
          const scaled = scaleToSlot(
            minutes.map((one) => ({ minutes: one, minMinutes: 3 })),
            3 * minutes.length + more,
          );
          minutes.forEach((a, n) => {
            minutes.forEach((b, m) => {
              if (a > b) expect(scaled[n]!).toBeGreaterThanOrEqual(scaled[m]!);
            });
          });
        },
      ),
    );
  });

  it('every shipped template fits half its time and twice its time', () => {
    for (const template of SYSTEM_TEMPLATES) {
      for (const slot of [Math.ceil(template.minutes / 2), template.minutes, 2 * template.minutes])
        expect(sum(scaleToSlot(template.steps, slot))).toBe(slot);
    }
  });
});

describe('the time of an agenda', () => {
  const items = [
    { plannedMin: 5, track: 'OPERATIONS' },
    { plannedMin: 20, extendedMin: 3, track: 'DEVELOPMENT' },
    { plannedMin: 10, extendedMin: -2, track: 'OPERATIONS' },
  ];

  it('items follow each other and end where the agenda ends', () => {
    expect(plannedTimes(0, items)).toEqual([0, 5 * 60_000, 28 * 60_000]);
    expect(agendaEnd(0, items)).toBe(36 * 60_000);
    expect(agendaEnd(7, [])).toBe(7);
  });

  it('drift and udvikling share all the minutes', () => {
    expect(trackMinutes(items)).toEqual({ operations: 13, development: 23 });
  });

  it('the end stands still while the current item is within its time, and moves with the clock after that', () => {
    const agenda = { current: { startedAt: 0, minutes: 10 }, remaining: [5, 15] };
    expect(heading({ ...agenda, now: 0 })).toBe(30 * 60_000);
    expect(heading({ ...agenda, now: 10 * 60_000 })).toBe(30 * 60_000);
    expect(heading({ ...agenda, now: 14 * 60_000 })).toBe(34 * 60_000);
    expect(heading({ ...agenda, now: 2 * 60_000, current: null })).toBe(22 * 60_000);
  });

  it('three minutes more move the end three minutes, as long as the item is within its time', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        fc.integer({ min: 20, max: 60 }),
        fc.array(fc.nat({ max: 30 })),
        (gone, minutes, remaining) => {
          const at = (more: number) =>
            heading({ now: gone * 60_000, current: { startedAt: 0, minutes: minutes + more }, remaining });
          expect(at(3) - at(0)).toBe(3 * 60_000);
        },
      ),
    );
  });
});

describe('shortening what is left', () => {
  const all = (given: readonly { minutes: number }[]) => sum(given.map((one) => one.minutes));

  it('sums exactly to the minutes that are left whenever the minimums allow, and says by how much it is late when not', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: -60, max: 900 }), (given, available) => {
        const { minutes, stillLate } = shortenRest(given, available);
        const needed = sum(given.map(least));
        expect(stillLate).toBe(available >= all(given) ? 0 : Math.max(0, needed - available));
        expect(sum(minutes)).toBe(Math.min(all(given), Math.max(available, needed)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never gives anything more, never goes under a minimum, and deals in whole minutes', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: -60, max: 900 }), (given, available) => {
        shortenRest(given, available).minutes.forEach((one, n) => {
          expect(Number.isInteger(one)).toBe(true);
          expect(one).toBeLessThanOrEqual(given[n]!.minutes);
          expect(one).toBeGreaterThanOrEqual(least(given[n]!));
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 480 }), (given, available) => {
        const { minutes } = shortenRest(given, available);
        const again = given.map((one, n) => ({ ...one, minutes: minutes[n]! }));
        expect(shortenRest(again, available).minutes).toEqual(minutes);
      }),
    );
  });

  it('has nothing to do when nothing is left', () => {
    expect(shortenRest([], 10)).toEqual({ minutes: [], stillLate: 0 });
    expect(shortenRest([], -4)).toEqual({ minutes: [], stillLate: 4 });
  });
});

describe('the planned end', () => {
  const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00Z`);
  const hour = { startsAt: at('13:30'), durationMin: 60, extendedMin: 0 };

  it('stays where it is when the meeting begins late, and moves only by what it is extended', () => {
    expect(plannedEnd({ ...hour, startedAt: null })).toBe(at('14:30'));
    expect(plannedEnd({ ...hour, startedAt: at('13:40') })).toBe(at('14:30'));
    expect(plannedEnd({ ...hour, startedAt: at('13:40'), extendedMin: 7 })).toBe(at('14:37'));
  });

  it('goes by when the meeting began, where that was long before its time or after its end', () => {
    expect(plannedEnd({ ...hour, startedAt: at('11:00') })).toBe(at('12:00'));
    expect(plannedEnd({ ...hour, startedAt: at('11:45') })).toBe(at('14:30'));
    expect(plannedEnd({ ...hour, startedAt: at('14:30') })).toBe(at('15:30'));
  });
});
