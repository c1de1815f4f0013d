import { describe, expect, it } from 'vitest';
import { runTime } from './run-time.ts';

const at = (clock: string) => Date.parse(`2026-11-23T${clock}Z`);
const item = (id: string, position: number, state: string, startedAt: string | null = null, plannedMin = 20) => ({
  id,
  position,
  state,
  plannedMin,
  extendedMin: 0,
  startedAt,
  endedAt: null,
});
const meeting = {
  startsAt: '2026-11-23T13:30:00Z',
  startedAt: '2026-11-23T13:30:20Z',
  pausedAt: null as string | null,
  durationMin: 60,
  extendedMin: 0,
  items: [item('a', 1, 'ACTIVE', '2026-11-23T13:30:20Z'), item('b', 2, 'PLANNED'), item('c', 3, 'PLANNED')],
};

describe('where a meeting is in its time', () => {
  it('is not behind by the seconds it took to begin', () => {
    expect(runTime(meeting, at('13:35:00'))).toMatchObject({ behind: 0, spent: 4, left: 16, over: 0 });
  });

  it('is behind by the whole minutes that the end has moved', () => {
    const late = runTime(meeting, at('13:54:25'));
    expect(late).toMatchObject({ behind: 4, over: 4, left: 0 });
    expect(late.end).toBe(at('14:34:25'));
    expect(late.plannedEnd).toBe(at('14:30:00'));
  });

  it('spends no minute while it pauses, and the end moves as long as it lasts', () => {
    const paused = { ...meeting, pausedAt: '2026-11-23T13:36:20Z' };
    expect(runTime(paused, at('13:36:20'))).toMatchObject({ spent: 6, left: 14, behind: 0 });
    const later = runTime(paused, at('13:46:20'));
    expect(later).toMatchObject({ spent: 6, left: 14, over: 0, behind: 10 });
    expect(later.end - runTime(paused, at('13:36:20')).end).toBe(10 * 60_000);
  });

  it('is on time again when it is extended, or when what is left is shorter', () => {
    expect(runTime({ ...meeting, extendedMin: 4 }, at('13:54:25')).behind).toBe(0);
    const shorter = meeting.items.map((one) => (one.state === 'PLANNED' ? { ...one, extendedMin: -2 } : one));
    expect(runTime({ ...meeting, items: shorter }, at('13:54:25')).behind).toBe(0);
  });
});
