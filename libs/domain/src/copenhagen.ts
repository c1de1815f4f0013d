import { dayNumber, type Day } from './iso-week.ts';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function local(instant: number): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** The day it is in Copenhagen at an instant (ms since 1970). */
export function copenhagenDate(instant: number): Day {
  const { year, month, day } = local(instant);
  return `${year}-${month}-${day}`;
}

/** The clock in Copenhagen, written the Danish way: "14.30". */
export function copenhagenTime(instant: number): string {
  const { hour, minute } = local(instant);
  return `${hour}.${minute}`;
}

/**
 * The instant (ms since 1970) of a wall clock time in Copenhagen. A time that the spring change skips is taken an hour
 * later; of one that the autumn change repeats, the first is taken.
 * @param time HH:mm
 */
export function instantOf(day: Day, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wall = (dayNumber(day) * 24 + hour) * 3_600_000 + minute * 60_000;
  // Copenhagen is one or two hours ahead of UTC; the summer offset is tried first, so that the first of two is taken.
  for (const hours of [2, 1]) {
    const instant = wall - hours * 3_600_000;
    if (offsetAt(instant) === hours * 3_600_000) return instant;
  }
  return wall - 3_600_000;
}

function offsetAt(instant: number): number {
  const { year, month, day, hour, minute, second } = local(instant);
  const wall =
    dayNumber(`${year}-${month}-${day}`) * 86_400_000 +
    (Number(hour) * 60 + Number(minute)) * 60_000 +
    Number(second) * 1000;
  return wall - Math.floor(instant / 1000) * 1000;
}
