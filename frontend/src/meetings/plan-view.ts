import { agendaMinutes, plannedTimes, trackMinutes } from '#domain/agenda-time.ts';
import { copenhagenDate, copenhagenTime } from '#domain/copenhagen.ts';

export interface PlannedItem {
  id: string;
  position: number;
  title: string;
  plannedMin: number;
  extendedMin: number;
  track: string;
}

export interface PlannedRow<Item> {
  item: Item;
  /** 1 for the first. */
  number: number;
  begins: string;
  /** It begins when the slot is over, or after. */
  late: boolean;
  /** The slot ends just before this item, or inside the one before it: the cut is drawn above it. */
  cutAbove: boolean;
}

export interface AgendaView<Item> {
  rows: PlannedRow<Item>[];
  minutes: number;
  /** Minutes more than the slot has; negative when there is room. */
  over: number;
  development: number;
  operations: number;
  ends: string;
  slotEnds: string;
  ticks: { at: number; label: string; strong?: boolean }[];
}

/** What the agenda looks like in its slot: when each item begins, where the time is up, and how it divides. */
export function agendaView<Item extends PlannedItem>(
  startsAt: string,
  durationMin: number,
  items: readonly Item[],
): AgendaView<Item> {
  const start = Date.parse(startsAt);
  const inOrder = items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const times = plannedTimes(start, inOrder);
  const end = start + durationMin * 60_000;
  const minutes = agendaMinutes(inOrder);
  const firstLate = times.findIndex((time) => time >= end);
  return {
    rows: inOrder.map((item, n) => ({
      item,
      number: n + 1,
      begins: copenhagenTime(times[n]!),
      late: times[n]! >= end,
      cutAbove: n === firstLate,
    })),
    minutes,
    over: minutes - durationMin,
    ...trackMinutes(inOrder),
    ends: copenhagenTime(start + minutes * 60_000),
    slotEnds: copenhagenTime(end),
    ticks: ticksOf(start, durationMin, minutes),
  };
}

/** A tick each quarter (each half hour in long meetings), the planned end, and the real one when it is later. */
function ticksOf(start: number, slot: number, minutes: number): { at: number; label: string; strong?: boolean }[] {
  const every = slot > 120 ? 30 : 15;
  const label = (at: number) => copenhagenTime(start + at * 60_000);
  const ticks: { at: number; label: string; strong?: boolean }[] = [];
  // One that would run into the end's is left out.
  for (let at = 0; at < slot - every / 3; at += every) ticks.push({ at, label: label(at) });
  ticks.push({ at: slot, label: label(slot), strong: true });
  if (minutes > slot + every / 3) ticks.push({ at: minutes, label: label(minutes) });
  return ticks;
}

/** "Start mødet" stands ready from a quarter before it begins until the day is over. */
export function isTimeToStart(startsAt: string, now: number): boolean {
  const start = Date.parse(startsAt);
  return now >= start - 15 * 60_000 && (now <= start + 3 * 3_600_000 || copenhagenDate(now) === copenhagenDate(start));
}
