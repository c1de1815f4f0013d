import { parseDate, Time, type CalendarDate } from '@internationalized/date';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { addDays, weekday } from '#domain/iso-week.ts';
import { holidaysOf, schoolYearBounds, schoolYearOf } from '#domain/school-year.ts';
import type { SeriesRuleInput } from '../gql/graphql.ts';
import { slotOf } from './slot.ts';

/** How often, as it is chosen: every so many weeks, even or odd weeks, or days picked one by one. */
export type Rhythm = '1' | '2' | '3' | '4' | 'EVEN' | 'ODD' | 'PICKED';

/** A series as somebody fills it in. */
export interface SeriesDraft {
  name: string;
  rhythm: Rhythm;
  /** Monday is 1. */
  weekdays: readonly number[];
  from: CalendarDate;
  to: CalendarDate;
  picked: readonly string[];
  time: Time;
  durationMin: number;
  place: string;
  templateKey: string;
}

/** What a team's meeting usually is. */
export const USUAL_TEMPLATE = 'plf-grundmoede';

/** What a team begins with: its own weekday, clock and place, every other week from now until the summer holidays. */
export function usualSeries(
  last: { startsAt: string; durationMin: number; place: string } | null,
  name: string,
  now: number,
): SeriesDraft {
  const today = copenhagenDate(now);
  const from = addDays(today, 1);
  const slot = last ? slotOf(last.startsAt, last.durationMin) : null;
  return {
    name,
    rhythm: '2',
    weekdays: [slot ? weekday(slot.day.toString()) : 2],
    from: parseDate(from),
    to: parseDate(lastSchoolDay(from)),
    picked: [],
    time: slot?.time ?? new Time(14, 30),
    durationMin: last?.durationMin ?? 60,
    place: last?.place ?? '',
    templateKey: USUAL_TEMPLATE,
  };
}

/** The day before the summer holidays of the school year; those of the next when they are near. */
function lastSchoolDay(from: string): string {
  const year = schoolYearOf(from);
  const summer = holidaysOf(year).find(({ key }) => key === 'summer')!;
  const last = addDays(summer.from, -1);
  return last > addDays(from, 28) ? last : lastSchoolDay(addDays(schoolYearBounds(year).endsOn, 1));
}

const clockOf = ({ hour, minute }: Time): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** The rule as the API takes it. */
export function ruleOf(draft: SeriesDraft): SeriesRuleInput {
  const when = { time: clockOf(draft.time), durationMin: draft.durationMin };
  if (draft.rhythm === 'PICKED') return { kind: 'PICKED', days: [...draft.picked], ...when };
  const isParity = draft.rhythm === 'EVEN' || draft.rhythm === 'ODD';
  return {
    kind: isParity ? draft.rhythm : 'EVERY',
    ...(isParity ? {} : { weeks: Number(draft.rhythm) }),
    weekdays: [...draft.weekdays],
    from: draft.from.toString(),
    to: draft.to.toString(),
    ...when,
  };
}

interface Proposed {
  day: string;
  closed: string | null;
  holiday: string | null;
  teamMeets: boolean;
}

/** Nobody meets on a closed day unless they say so; on the team's own time nobody can. */
export const isUsual = ({ closed, holiday, teamMeets }: Proposed): boolean => !closed && !holiday && !teamMeets;

/** The days that become meetings: those proposed, but for what somebody has changed by hand. */
export const chosenDays = (proposed: readonly Proposed[], byHand: ReadonlyMap<string, boolean>): string[] =>
  proposed.filter((one) => !one.teamMeets && (byHand.get(one.day) ?? isUsual(one))).map(({ day }) => day);
