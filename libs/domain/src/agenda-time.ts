/** A step of an agenda, in whole minutes. */
export interface TimedStep {
  minutes: number;
  /** Never scaled below this; 1 when left out. */
  minMinutes?: number;
}

/** The slot is shorter than the steps' minimums together. */
export class SlotTooShort extends RangeError {
  readonly needed: number;
  constructor(needed: number) {
    super(`the steps need at least ${needed} minutes`);
    this.needed = needed;
  }
}

/**
 * Scales steps to a slot: whole minutes that always sum to it, each step as near its share as its minimum allows,
 * the remaining minutes to those who lost most by rounding down.
 * @throws SlotTooShort when the minimums alone don't fit
 */
export function scaleToSlot(steps: readonly TimedStep[], slot: number): number[] {
  if (steps.length === 0) return [];
  const least = steps.map((one) => Math.min(Math.max(1, one.minMinutes ?? 1), Math.max(1, one.minutes)));
  const needed = sum(least);
  if (!Number.isInteger(slot) || slot < needed) throw new SlotTooShort(needed);
  // Shares above the minimums; a step held at its minimum leaves the rest to the others.
  const held = new Set<number>();
  let shares = shareOut(steps, least, slot, held);
  for (let changed = true; changed;) {
    changed = false;
    shares.forEach((share, n) => {
      if (!held.has(n) && share < least[n]!) {
        held.add(n);
        changed = true;
      }
    });
    if (changed) shares = shareOut(steps, least, slot, held);
  }
  const whole = shares.map((share, n) => (held.has(n) ? least[n]! : Math.max(least[n]!, Math.floor(share + 1e-9))));
  let left = slot - sum(whole);
  const byLoss = shares
    .map((share, n) => ({ n, loss: share - whole[n]! }))
    .toSorted((a, b) => b.loss - a.loss || a.n - b.n);
  for (let turn = 0; left > 0; turn += 1, left -= 1) whole[byLoss[turn % byLoss.length]!.n]! += 1;
  for (let turn = 0; left < 0; turn += 1) {
    const { n } = byLoss[byLoss.length - 1 - (turn % byLoss.length)]!;
    if (whole[n]! > least[n]!) {
      whole[n]! -= 1;
      left += 1;
    }
  }
  return whole;
}

function shareOut(
  steps: readonly TimedStep[],
  least: readonly number[],
  slot: number,
  held: ReadonlySet<number>,
): number[] {
  const free = slot - sum(least.filter((_, n) => held.has(n)));
  const weight = sum(steps.filter((_, n) => !held.has(n)).map((one) => Math.max(1, one.minutes)));
  return steps.map((one, n) => (held.has(n) ? least[n]! : (free * Math.max(1, one.minutes)) / weight));
}

export interface AgendaMinutes {
  plannedMin: number;
  extendedMin?: number;
  track?: string;
}

export const agendaMinutes = (items: readonly AgendaMinutes[]): number =>
  sum(items.map((item) => item.plannedMin + (item.extendedMin ?? 0)));

/** When the agenda ends, in milliseconds since 1970. */
export const agendaEnd = (startsAt: number, items: readonly AgendaMinutes[]): number =>
  startsAt + agendaMinutes(items) * 60_000;

/** When each item begins, in milliseconds since 1970. */
export function plannedTimes(startsAt: number, items: readonly AgendaMinutes[]): number[] {
  let at = startsAt;
  return items.map((item) => {
    const begins = at;
    at += (item.plannedMin + (item.extendedMin ?? 0)) * 60_000;
    return begins;
  });
}

/** Minutes for drift and for udvikling. */
export function trackMinutes(items: readonly AgendaMinutes[]): { operations: number; development: number } {
  const operations = agendaMinutes(items.filter((item) => item.track === 'OPERATIONS'));
  return { operations, development: agendaMinutes(items) - operations };
}

export interface RunningAgenda {
  now: number;
  /** The item that is on, and when it was begun, moved on by its pauses; null between items. */
  current: { startedAt: number; minutes: number } | null;
  /** What is still to come, in minutes. */
  remaining: readonly number[];
}

/** "Slutter 15.37": where a meeting is heading. The current item counts what it has taken once it is over its time. */
export function heading({ now, current, remaining }: RunningAgenda): number {
  const from = current ? Math.max(now, current.startedAt + current.minutes * 60_000) : now;
  return from + sum(remaining) * 60_000;
}

/** How what is left is shortened. */
export interface ShortenedRest {
  /** Minutes for each of the steps, in their order; never more than they had, never under their minimum. */
  minutes: number[];
  /** Whole minutes that the meeting is still late when everything is at its minimum; 0 when the end is the planned one again. */
  stillLate: number;
}

/**
 * Shortens what is left of an agenda, so that it fits the minutes that are left.
 * @param left the steps that are to come, each with the minutes it still has
 * @param available whole minutes until the planned end, below zero when that has passed
 */
export function shortenRest(left: readonly TimedStep[], available: number): ShortenedRest {
  const had = left.map((one) => Math.max(1, one.minutes));
  const total = sum(had);
  if (total <= available) return { minutes: had, stillLate: 0 };
  const least = left.map((one, n) => Math.min(Math.max(1, one.minMinutes ?? 1), had[n]!));
  if (sum(least) >= available) return { minutes: least, stillLate: sum(least) - available };
  return { minutes: scaleDown(left, had, available), stillLate: 0 };
}

/** Scaled to fewer minutes, nobody gains one by the rounding. */
function scaleDown(left: readonly TimedStep[], had: readonly number[], available: number): number[] {
  const minutes = scaleToSlot(left, available);
  for (let gained = minutes.findIndex((one, n) => one > had[n]!); gained >= 0;) {
    const taker = minutes.findIndex((one, n) => one < had[n]!);
    minutes[gained]! -= 1;
    minutes[taker]! += 1;
    gained = minutes.findIndex((one, n) => one > had[n]!);
  }
  return minutes;
}

/** A meeting begun this long before its time is held then, and ends by when it began. */
const LONG_BEFORE_MS = 2 * 60 * 60_000;

export interface MeetingTimes {
  /** ms since 1970. */
  startsAt: number;
  startedAt: number | null;
  durationMin: number;
  extendedMin: number;
}

/** The end as planned and extended, in ms since 1970. A meeting begun long before its time, or after its end, ends by when it began. */
export function plannedEnd({ startsAt, startedAt, durationMin, extendedMin }: MeetingTimes): number {
  const lasts = (durationMin + extendedMin) * 60_000;
  const another =
    startedAt !== null && (startsAt - startedAt > LONG_BEFORE_MS || startedAt >= startsAt + durationMin * 60_000);
  return (another ? startedAt : startsAt) + lasts;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
