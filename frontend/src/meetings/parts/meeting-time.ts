import type { IntlShape } from 'react-intl';
import { copenhagenDate, copenhagenTime } from '#domain/copenhagen.ts';
import { isoWeek } from '#domain/iso-week.ts';

const ZONE = 'Europe/Copenhagen';

/** The instant that a meeting is called by: its planned start, or where it began on another day, when it began. */
export function calledBy({ startedAt, startsAt }: { startedAt?: string | null; startsAt: string }): string {
  const dayOf = (instant: string) => copenhagenDate(Date.parse(instant));
  return startedAt && dayOf(startedAt) !== dayOf(startsAt) ? startedAt : startsAt;
}

/** The ISO week of an instant, in Copenhagen. */
export const weekOf = (startsAt: string): number => isoWeek(copenhagenDate(Date.parse(startsAt))).week;

/** "mandag" */
export const weekdayWords = (intl: IntlShape, startsAt: string): string =>
  intl.formatDate(startsAt, { weekday: 'long', timeZone: ZONE });

/** "23. november 2026" */
export const dayWords = (intl: IntlShape, startsAt: string): string =>
  intl.formatDate(startsAt, { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE });

/** "14.30–15.30" */
export function slotWords(startsAt: string, durationMin: number): string {
  const start = Date.parse(startsAt);
  return `${copenhagenTime(start)}–${copenhagenTime(start + durationMin * 60_000)}`;
}
