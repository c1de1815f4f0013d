import { addDays, dayNumber, type Day } from '#domain/iso-week.ts';
import { schoolYearBounds } from '#domain/school-year.ts';

/** The wheel's canvas, in its own units; the middle is the origin. */
export const RADIUS = { outer: 196, month: 178, closed: 162, meetings: 138, markers: 104, inner: 72 } as const;

/** Where a day stands on the wheel: 0 at the top on 1 August, clockwise, in turns. */
export function turnOf(day: Day, schoolYear: string): number {
  const { startsOn, endsOn } = schoolYearBounds(schoolYear);
  const days = dayNumber(endsOn) + 1 - dayNumber(startsOn);
  return (dayNumber(day) - dayNumber(startsOn)) / days;
}

export function pointAt(turn: number, radius: number): { x: number; y: number } {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return { x: round(Math.cos(angle) * radius), y: round(Math.sin(angle) * radius) };
}

/** A sector of a ring, from one turn to another, as an SVG path. */
export function sector(from: number, to: number, inner: number, outer: number): string {
  const [a, b, c, d] = [pointAt(from, outer), pointAt(to, outer), pointAt(to, inner), pointAt(from, inner)];
  const large = to - from > 0.5 ? 1 : 0;
  return `M${a.x} ${a.y}A${outer} ${outer} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 ${large} 0 ${d.x} ${d.y}Z`;
}

/** The twelve months of a school year, from August. */
export function monthsOf(schoolYear: string): { key: string; from: Day; to: Day }[] {
  const first = Number(schoolYear.slice(0, 4));
  return Array.from({ length: 12 }, (_, n) => {
    const year = n < 5 ? first : first + 1;
    const month = ((n + 7) % 12) + 1;
    const from = `${year}-${String(month).padStart(2, '0')}-01`;
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    return { key: from.slice(0, 7), from, to: addDays(next, -1) };
  });
}

const round = (n: number): number => Math.round(n * 100) / 100;
