import type { z } from 'zod';
import { ruleOf, type seriesRuleInput } from '#inputs/meeting-series.ts';
import { instantOf } from '#domain/copenhagen.ts';
import type { Day } from '#domain/iso-week.ts';
import { closedOn, proposedDays, type ClosedDays } from '#domain/meeting-series.ts';
import { holidaysOf, schoolYearOf } from '#domain/school-year.ts';
import type { ProposedMeeting, SeriesProposal } from './series.types.ts';

export type SeriesRule = z.infer<typeof seriesRuleInput>;

/** What `series_meets` answers. */
export interface SeriesMeets {
  _rel: number;
  calendarVersion: number;
  closed: ClosedDays[];
  /** School years whose holidays the municipality has fixed. */
  calendars: string[];
  slots: { teamMeets: boolean; busy: number }[];
}

/** The days a rule proposes, closed or not, in order. */
export const daysOfRule = (rule: SeriesRule): Day[] =>
  rule.kind === 'PICKED' ? [...new Set(rule.days)].sort() : proposedDays(ruleOf(rule), []).map(({ day }) => day);

/** When a meeting on a day begins, by the clock in Copenhagen, as the API writes it. */
export const startsOn = (day: Day, time: string): string => new Date(instantOf(day, time)).toISOString();

/** Joins what the rule proposes with what it meets. In a school year without a calendar the usual holidays are kept. */
export function proposalOf(teamId: string, rule: SeriesRule, days: readonly Day[], meets: SeriesMeets): SeriesProposal {
  const years = [...new Set(days.map(schoolYearOf))];
  const without = years.filter((year) => !meets.calendars.includes(year));
  const usual = without.flatMap((year) => holidaysOf(year).map(({ key, from, to }) => ({ from, to, name: key })));
  const meetings = days.map((day, n): ProposedMeeting & { _rel: number } => ({
    _rel: meets._rel,
    day,
    startsAt: startsOn(day, rule.time),
    closed: closedOn(day, meets.closed),
    holiday: closedOn(day, usual),
    ...meets.slots[n]!,
  }));
  const proposal: SeriesProposal & { _rel: number } = {
    _rel: meets._rel,
    id: teamId,
    meetings,
    withoutCalendar: without,
    calendarVersion: meets.calendarVersion,
  };
  return proposal;
}
