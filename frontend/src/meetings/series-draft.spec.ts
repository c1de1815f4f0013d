import { parseDate, Time } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { chosenDays, ruleOf, usualSeries } from './series-draft.ts';

const at = (day: string) => Date.parse(`${day}T09:00:00Z`);

describe('a series as it is begun', () => {
  it('keeps the last meeting’s weekday, clock, length and place, until the summer holidays', () => {
    const draft = usualSeries(
      { startsAt: '2026-11-25T13:15:00Z', durationMin: 75, place: 'Lokale 4' },
      'PLF-møder',
      at('2026-11-27'),
    );
    expect(draft).toMatchObject({ weekdays: [3], durationMin: 75, place: 'Lokale 4', rhythm: '2' });
    expect(draft.time.toString()).toBe('14:15:00');
    expect([draft.from.toString(), draft.to.toString()]).toEqual(['2026-11-28', '2027-06-25']);
  });

  it('in June is about the school year that comes', () => {
    const draft = usualSeries(null, 'PLF-møder', at('2027-06-14'));
    expect(draft.to.toString()).toBe('2028-06-23');
  });

  it('asks for weeks, for parity, or for picked days', () => {
    const draft = usualSeries(null, 'x', at('2026-11-27'));
    const when = { time: '14:30', durationMin: 60 };
    const bounds = { weekdays: [2], from: '2026-11-28', to: '2027-06-25' };
    expect(ruleOf({ ...draft, rhythm: '3' })).toEqual({ kind: 'EVERY', weeks: 3, ...bounds, ...when });
    expect(ruleOf({ ...draft, rhythm: 'ODD' })).toEqual({ kind: 'ODD', ...bounds, ...when });
    expect(ruleOf({ ...draft, rhythm: 'PICKED', picked: ['2027-01-05'], time: new Time(8, 5) })).toEqual({
      kind: 'PICKED',
      days: ['2027-01-05'],
      time: '08:05',
      durationMin: 60,
    });
    expect(parseDate('2026-11-28').compare(draft.from)).toBe(0);
  });
});

describe('the chosen days', () => {
  const open = { day: '2027-01-05', closed: null, holiday: null, teamMeets: false };
  const holiday = { day: '2027-02-16', closed: 'Vinterferie', holiday: null, teamMeets: false };
  const usual = { day: '2027-10-19', closed: null, holiday: 'autumn', teamMeets: false };
  const taken = { day: '2027-01-19', closed: null, holiday: null, teamMeets: true };
  const all = [open, holiday, usual, taken];

  it('leave out closed days and the team’s own time', () => {
    expect(chosenDays(all, new Map())).toEqual(['2027-01-05']);
  });

  it('are what somebody says by hand, but never the team’s own time', () => {
    const byHand = new Map([
      [open.day, false],
      [holiday.day, true],
      [taken.day, true],
    ]);
    expect(chosenDays(all, byHand)).toEqual(['2027-02-16']);
  });
});
