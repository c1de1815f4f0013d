import { heading, plannedEnd } from '#domain/agenda-time.ts';
import type { ItemData, MeetingData } from './meeting.documents.ts';

const MINUTE = 60_000;
/** A minute late is no news; from here on the room is told, and shown the ways out. */
export const BEHIND_FROM_MIN = 2;

type TimedItem = Pick<ItemData, 'id' | 'position' | 'state' | 'plannedMin' | 'extendedMin' | 'startedAt' | 'endedAt'>;
type TimedMeeting = Pick<MeetingData, 'startsAt' | 'durationMin' | 'extendedMin' | 'startedAt' | 'pausedAt'> & {
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
  /** Whole minutes that the meeting is heading past its planned end; seconds don't make it late. */
  behind: number;
  /** When each item began, or is heading to begin. */
  begins: ReadonlyMap<string, number>;
}

export const minutesOf = (item: Pick<TimedItem, 'plannedMin' | 'extendedMin'>): number =>
  item.plannedMin + item.extendedMin;

export const inOrder = <Item extends { position: number }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => a.position - b.position);

const plannedEndOf = (meeting: TimedMeeting): number =>
  plannedEnd({
    startsAt: Date.parse(meeting.startsAt),
    startedAt: meeting.startedAt ? Date.parse(meeting.startedAt) : null,
    durationMin: meeting.durationMin,
    extendedMin: meeting.extendedMin,
  });

/** The room's time by the server's clock. While the meeting pauses, the item's minutes stand still and the end moves. */
export function runTime(meeting: TimedMeeting, now: number): RunTime {
  const items = inOrder(meeting.items);
  const current = items.find((item) => item.state === 'ACTIVE');
  const pausedFor = meeting.pausedAt ? Math.max(0, now - Date.parse(meeting.pausedAt)) : 0;
  const startedAt = current?.startedAt ? Date.parse(current.startedAt) + pausedFor : now;
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
  const planned = plannedEndOf(meeting);
  return {
    given,
    spent: Math.floor(had / MINUTE),
    left: Math.max(0, Math.ceil((given * MINUTE - had) / MINUTE)),
    over: Math.max(0, Math.floor((had - given * MINUTE) / MINUTE)),
    end: at,
    plannedEnd: planned,
    behind: Math.max(0, Math.floor((at - planned) / MINUTE)),
    begins,
  };
}

/** Minutes an item had before it was put back. */
function hadBefore(item: TimedItem): number {
  if (!item.startedAt || !item.endedAt) return 0;
  return Math.floor((Date.parse(item.endedAt) - Date.parse(item.startedAt)) / MINUTE);
}
