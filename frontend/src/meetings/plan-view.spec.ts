import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekOf } from './parts/meeting-time.ts';
import { agendaView, isTimeToStart } from './plan-view.ts';

const item = (n: number, plannedMin: number, track = 'DEVELOPMENT') => ({
  id: `i${n}`,
  position: n,
  title: `Punkt ${n}`,
  plannedMin,
  extendedMin: 0,
  track,
});
const START = '2026-11-23T13:30:00.000Z';

describe('the agenda in its slot', () => {
  it('says when each item begins, where the time is up and when it ends', () => {
    const view = agendaView(START, 60, [item(2, 30), item(1, 20, 'OPERATIONS'), item(3, 15), item(4, 3)]);
    expect(view.rows.map((row) => [row.number, row.begins, row.late, row.cutAbove])).toEqual([
      [1, '14.30', false, false],
      [2, '14.50', false, false],
      [3, '15.20', false, false],
      [4, '15.35', true, true],
    ]);
    expect(view).toMatchObject({
      minutes: 68,
      over: 8,
      ends: '15.38',
      slotEnds: '15.30',
      development: 48,
      operations: 20,
    });
    expect(view.ticks.map((tick) => tick.label)).toEqual(['14.30', '14.45', '15.00', '15.15', '15.30', '15.38']);
  });

  it('draws at most one cut, and udvikling and drift always make up the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 240 }), fc.constantFrom('DEVELOPMENT', 'OPERATIONS')), {
          maxLength: 14,
        }),
        fc.integer({ min: 5, max: 480 }),
        (parts, slot) => {
          const view = agendaView(
            START,
            slot,
            parts.map(([minutes, track], n) => item(n + 1, minutes, track)),
          );
          expect(view.rows.filter((row) => row.cutAbove).length).toBeLessThanOrEqual(1);
          expect(view.development + view.operations).toBe(view.minutes);
          expect(view.ticks.filter((tick) => tick.strong)).toHaveLength(1);
          if (view.over <= 0) expect(view.rows.some((row) => row.late)).toBe(false);
        },
      ),
    );
  });

  it('knows the week by the clock in Copenhagen', () => {
    expect(weekOf('2026-11-22T23:30:00.000Z')).toBe(48);
    expect(weekOf('2026-11-22T22:30:00.000Z')).toBe(47);
  });

  it('offers to start from a quarter before', () => {
    expect(isTimeToStart(START, Date.parse(START) - 16 * 60_000)).toBe(false);
    expect(isTimeToStart(START, Date.parse(START) - 15 * 60_000)).toBe(true);
    expect(isTimeToStart(START, Date.parse(START) + 20 * 3_600_000)).toBe(false);
  });
});
