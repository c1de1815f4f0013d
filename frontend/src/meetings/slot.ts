import { parseDate, Time, type CalendarDate } from '@internationalized/date';
import { copenhagenDate, copenhagenTime, instantOf } from '#domain/copenhagen.ts';
import { addDays, weekday } from '#domain/iso-week.ts';
import { closedOn, type ClosedDays } from '#domain/meeting-series.ts';

/** A slot as it is chosen: a day and a clock in Copenhagen, and how long. */
export interface Slot {
  day: CalendarDate;
  time: Time;
  durationMin: number;
}

export function slotOf(startsAt: string, durationMin: number): Slot {
  const instant = Date.parse(startsAt);
  const [hour = 0, minute = 0] = copenhagenTime(instant).split('.').map(Number);
  return { day: parseDate(copenhagenDate(instant)), time: new Time(hour, minute), durationMin };
}

/** When the slot begins, as the API writes it. */
export function startOf(slot: Slot): string {
  const clock = `${String(slot.time.hour).padStart(2, '0')}:${String(slot.time.minute).padStart(2, '0')}`;
  return new Date(instantOf(slot.day.toString(), clock)).toISOString();
}

/**
 * The suggestion for the next meeting: the last one's weekday and clock, two weeks on, or the first of them that is to come and
 * on which the school is open.
 */
export function nextSlot(
  last: { startsAt: string; durationMin: number } | null,
  now: number,
  closed: readonly ClosedDays[] = [],
): Slot {
  const isClosed = (day: string) => closedOn(day, closed) !== null;
  if (!last) {
    let day = copenhagenDate(now);
    do day = addDays(day, 1);
    while (weekday(day) > 5 || isClosed(day));
    return { day: parseDate(day), time: new Time(14, 30), durationMin: 60 };
  }
  const slot = slotOf(last.startsAt, last.durationMin);
  let day = slot.day.toString();
  do day = addDays(day, 14);
  while (instantOf(day, '00:00') < now || isClosed(day));
  return { ...slot, day: parseDate(day) };
}
