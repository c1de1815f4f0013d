import { describe, expect, it } from 'vitest';
import { possibleEvents, step } from '../src/lifecycle.ts';
import {
  FORGOTTEN_AFTER_MS,
  MEETING_LIFECYCLE,
  MISTAKE_WINDOW_MS,
  type MeetingEvent,
  type MeetingState,
} from '../src/meeting-lifecycle.ts';

const begun = 1_000_000_000;
const facts = { now: begun, startedAt: begun, plannedEnd: begun + 3_600_000 };
const walk = (from: MeetingState, ...events: MeetingEvent[]) =>
  events.reduce<MeetingState>((state, event) => {
    const taken = step(MEETING_LIFECYCLE, state, event, { ...facts, now: begun + 86_400_000 });
    if ('refused' in taken) throw new Error(`${event} from ${state}`);
    return taken.to;
  }, from);

describe('a meeting', () => {
  it('goes from draft to closed, and straight from a draft when it is started now', () => {
    expect(walk('DRAFT', 'CONVENE', 'START', 'FINISH', 'CLOSE')).toBe('CLOSED');
    expect(walk('DRAFT', 'START', 'FINISH_BY_CLOCK', 'CLOSE')).toBe('CLOSED');
  });

  it('is taken back to convened within a quarter of an hour, and not a millisecond later', () => {
    const at = (now: number) => step(MEETING_LIFECYCLE, 'IN_PROGRESS', 'START_BY_MISTAKE', { ...facts, now });
    expect(at(begun + MISTAKE_WINDOW_MS)).toEqual({ to: 'CONVENED' });
    expect(at(begun + MISTAKE_WINDOW_MS + 1)).toEqual({ refused: true, possible: ['FINISH'] });
  });

  it('is ended by the clock two hours after its planned end, never before', () => {
    const at = (now: number) => step(MEETING_LIFECYCLE, 'IN_PROGRESS', 'FINISH_BY_CLOCK', { ...facts, now });
    expect(at(facts.plannedEnd + FORGOTTEN_AFTER_MS)).toEqual({ to: 'HELD' });
    expect('refused' in at(facts.plannedEnd + FORGOTTEN_AFTER_MS - 1)).toBe(true);
  });

  it('cannot be cancelled once begun; closed and cancelled lead nowhere', () => {
    expect(possibleEvents(MEETING_LIFECYCLE, 'IN_PROGRESS', facts)).not.toContain('CANCEL');
    expect(possibleEvents(MEETING_LIFECYCLE, 'CLOSED', facts)).toEqual([]);
    expect(possibleEvents(MEETING_LIFECYCLE, 'CANCELLED', facts)).toEqual([]);
  });
});
