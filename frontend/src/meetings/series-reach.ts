import { copenhagenDate } from '#domain/copenhagen.ts';
import { daysBetween } from '#domain/school-year.ts';
import type { MoveSeriesInput } from '../gql/graphql.ts';
import { slotOf, startOf, type Slot } from './slot.ts';

/** How far a change of time and place reaches. */
export type Reach = 'ONE' | 'FOLLOWING' | 'ALL';

/** How many meetings, this one with them, a reach takes: those of its series that have not begun. */
export function countsOf(
  meetings: readonly { id: string; startsAt: string; state: string; series: string | null }[],
  meeting: { id: string; startsAt: string },
  now: number,
): Record<Reach, number> {
  const own = meetings.find(({ id }) => id === meeting.id)?.series;
  const open = meetings.filter(({ series, state }) => series === own && (state === 'DRAFT' || state === 'CONVENED'));
  return {
    ONE: 1,
    FOLLOWING: open.filter(({ startsAt }) => startsAt >= meeting.startsAt).length,
    ALL: open.filter(({ id, startsAt }) => id === meeting.id || Date.parse(startsAt) >= now).length,
  };
}

/** The series with meetings to come that have not begun, each with those meetings in order. */
export function seriesToCome<One extends { id: string; startsAt: string; state: string; series: string | null }>(
  meetings: readonly One[],
  now: number,
): { name: string; meetings: One[] }[] {
  const open = meetings.filter(
    ({ state, startsAt }) => (state === 'DRAFT' || state === 'CONVENED') && Date.parse(startsAt) >= now,
  );
  const byName = new Map<string, One[]>();
  for (const one of open.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)))
    byName.set(one.series ?? '', [...(byName.get(one.series ?? '') ?? []), one]);
  return [...byName].map(([name, own]) => ({ name, meetings: own }));
}

/** The move that takes a meeting from where it was to a slot, as it is asked for the others too. */
export function moveTo(slot: Slot, place: string, startsAt: string, reach: 'FOLLOWING' | 'ALL'): MoveSeriesInput {
  const { time, day } = slotOf(startOf(slot), slot.durationMin);
  return {
    reach,
    shiftDays: daysBetween(copenhagenDate(Date.parse(startsAt)), day.toString()),
    time: `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`,
    durationMin: slot.durationMin,
    place,
  };
}
