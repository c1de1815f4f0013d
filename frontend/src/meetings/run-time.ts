import { heading } from '#domain/agenda-time.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';

const MINUTE = 60_000;
const LONG_BEFORE = 2 * 60 * MINUTE;

type TimedItem = Pick<ItemData, 'id' | 'position' | 'state' | 'plannedMin' | 'extendedMin' | 'startedAt' | 'endedAt'>;
type TimedMeeting = Pick<MeetingData, 'startsAt' | 'durationMin' | 'extendedMin' | 'startedAt'> & {
  items: readonly TimedItem[];
};

/** Where the room is in its time; all in ms since 1970 or whole minutes. */
export interface RunTime {
  /** What the current item was given, in minutes. */
  given: number;
  /** Whole minutes it has had. */
  spent: number;
  /** Whole minutes left, rounded up; 0 when the time is up. */
  left: number;
  /** Whole minutes over, 0 until one has passed. */
  over: number;
  /** Where the meeting is heading. */
  end: number;
  plannedEnd: number;
  /** When each item began, or is heading to begin. */
  begins: ReadonlyMap<string, number>;
}

export const minutesOf = (item: Pick<TimedItem, 'plannedMin' | 'extendedMin'>): number =>
  item.plannedMin + item.extendedMin;

export const inOrder = <Item extends { position: number }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => a.position - b.position);

/** The end as planned; a meeting begun long before its time ends by when it began. */
export function plannedEndOf(meeting: TimedMeeting): number {
  const starts = Date.parse(meeting.startsAt);
  const started = meeting.startedAt ? Date.parse(meeting.startedAt) : starts;
  return (starts - started > LONG_BEFORE ? started : starts) + (meeting.durationMin + meeting.extendedMin) * MINUTE;
}

/** The room's time by the server's clock. */
export function runTime(meeting: TimedMeeting, now: number): RunTime {
  const items = inOrder(meeting.items);
  const current = items.find((item) => item.state === 'ACTIVE');
  const startedAt = current?.startedAt ? Date.parse(current.startedAt) : now;
  const given = current ? minutesOf(current) : 0;
  const had = Math.max(0, now - startedAt);
  const toCome = items.filter((item) => item.state === 'PLANNED');
  const left = (item: TimedItem) => Math.max(1, minutesOf(item) - hadBefore(item));
  const begins = new Map<string, number>();
  for (const item of items)
    if (item.startedAt && item.state !== 'PLANNED') begins.set(item.id, Date.parse(item.startedAt));
  let at = heading({ now, current: current ? { startedAt, minutes: given } : null, remaining: [] });
  for (const item of toCome) {
    begins.set(item.id, at);
    at += left(item) * MINUTE;
  }
  return {
    given,
    spent: Math.floor(had / MINUTE),
    left: Math.max(0, Math.ceil((given * MINUTE - had) / MINUTE)),
    over: Math.max(0, Math.floor((had - given * MINUTE) / MINUTE)),
    end: at,
    plannedEnd: plannedEndOf(meeting),
    begins,
  };
}

/** Minutes an item had before it was put back. */
function hadBefore(item: TimedItem): number {
  if (!item.startedAt || !item.endedAt) return 0;
  return Math.floor((Date.parse(item.endedAt) - Date.parse(item.startedAt)) / MINUTE);
}
