import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blurOf,
  joinedFigure,
  LEAST_TEAMS,
  publicationDay,
  schoolFigure,
  type PublishedFigure,
} from '../src/published-values.ts';

const sizes = fc.integer({ min: LEAST_TEAMS, max: 120 });
const upTo = (n: number) => Array.from({ length: n + 1 }, (_, k) => k);
const all = (teams: number) => upTo(teams).map((counted) => schoolFigure(counted, teams));
const BLURS = Array.from({ length: 257 }, (_, n) => n - 128);

describe("a school's figure", () => {
  it('is rounded down to threes, says "for få" under three and nothing of a school under five teams', () => {
    expect(schoolFigure(7, 20)).toBe(6);
    expect(schoolFigure(2, 20)).toBe('TOO_FEW');
    expect(schoolFigure(0, 20)).toBe('TOO_FEW');
    expect(schoolFigure(4, 4)).toBe('HIDDEN');
  });

  it('says "de fleste" within three of the school', () => {
    fc.assert(
      fc.property(sizes, fc.nat({ max: 3 }), (teams, missing) => {
        const figure = schoolFigure(teams - missing, teams);
        expect(figure).toBe(teams - missing < 3 ? 'TOO_FEW' : 'MOST');
      }),
    );
  });

  it('fits at least three counts, so that no value tells what one team did', () => {
    fc.assert(
      fc.property(sizes, (teams) => {
        const figures = all(teams);
        for (const figure of new Set(figures)) {
          expect(figures.filter((one) => one === figure).length).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('never falls when more teams have begun', () => {
    const rank = (figure: PublishedFigure): number =>
      figure === 'TOO_FEW' ? 0 : figure === 'MOST' ? Number.MAX_SAFE_INTEGER : Number(figure);
    fc.assert(
      fc.property(sizes, (teams) => {
        const ranks = all(teams).map(rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("several schools' figure", () => {
  it('may stand for any count, so that it rules out none', () => {
    fc.assert(
      fc.property(sizes, (teams) => {
        const possible = upTo(teams).map((counted) => new Set(BLURS.map((blur) => joinedFigure(counted, teams, blur))));
        for (const figures of possible) expect(figures).toEqual(new Set(all(teams)));
      }),
    );
  });

  it('is near the truth: exact before rounding in a third of the cases, within two in five of six', () => {
    const blurs = upTo(11_999).map((n) => blurOf(createHash('sha256').update(`blur ${n}`).digest()));
    const share = (most: number) => blurs.filter((blur) => Math.abs(blur) <= most).length / blurs.length;
    expect(share(0)).toBeCloseTo(1 / 3, 1);
    expect(share(2)).toBeCloseTo(5 / 6, 1);
    expect(blurs.reduce((sum, blur) => sum + blur, 0) / blurs.length).toBeCloseTo(0, 1);
    expect(blurOf(new Uint8Array(32))).toBe(0);
    expect(blurOf(new Uint8Array(32).fill(255, 16))).toBe(128);
  });
});

interface School {
  teams: number;
  /** Counts in two months that follow each other; what has begun stays begun. */
  counts: [number, number];
}

const school = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.nat(), fc.nat())
  .map(([teams, a, b]): School => ({ teams, counts: ordered(a % (teams + 1), b % (teams + 1)) }));
const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const municipality = fc.record({
  schools: fc.array(school, { minLength: 2, maxLength: 3 }),
  digests: fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 2, maxLength: 2 }),
});

describe('the published tables', () => {
  /**
   * Everything that somebody can work out who has both months' tables, knows how many teams each school has, and is the
   * leader of one of the schools: every course of counts that fits, one course being each school's count in both months.
   */
  it('fix the value of no team, in either month or between them, for anybody or for the leader of any school', () => {
    fc.assert(
      fc.property(municipality, ({ schools, digests }) => {
        const size = sum(schools.map((one) => one.teams));
        const months = [0, 1] as const;
        const published = months.map((month) => ({
          schools: schools.map((one) => schoolFigure(one.counts[month], one.teams)),
          joined: joinedFigure(sum(schools.map((one) => one.counts[month])), size, blurOf(digests[month]!)),
        }));
        /** The sums that a month's joined figure leaves open. */
        const sums = published.map(
          ({ joined }) =>
            new Set(upTo(size).filter((counted) => BLURS.some((blur) => joinedFigure(counted, size, blur) === joined))),
        );
        const courses = schools.map((one, n) =>
          upTo(one.teams)
            .flatMap((first) => upTo(one.teams).map((second) => [first, second] as const))
            .filter(([first, second]) => first <= second)
            .filter((course) =>
              months.every((month) => schoolFigure(course[month], one.teams) === published[month]!.schools[n]),
            ),
        );
        for (const insider of [-1, ...schools.keys()]) {
          const open = courses.map((list, n) => (n === insider ? [schools[n]!.counts] : list));
          const fits = product(open).filter((world) =>
            months.every((month) => sums[month]!.has(sum(world.map((course) => course[month])))),
          );
          for (const [n, { teams }] of schools.entries()) {
            if (n === insider) continue;
            for (const month of months) {
              const counts = new Set(fits.map((world) => world[n]![month]));
              expect(counts.size === 1 && (counts.has(0) || counts.has(teams)), `school ${n} in ${month}`).toBe(false);
            }
            const between = new Set(fits.map((world) => world[n]![1] - world[n]![0]));
            expect(between.size, `school ${n} between them`).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are of the first Monday of the month', () => {
    expect(publicationDay('2026-11-02')).toBe('2026-11-02');
    expect(publicationDay('2026-11-01')).toBe('2026-11-02');
    expect(publicationDay('2026-11-30')).toBe('2026-11-02');
    expect(publicationDay('2026-06-17')).toBe('2026-06-01');
    expect(publicationDay('2026-08-31')).toBe('2026-08-03');
  });
});

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((done, list) => done.flatMap((head) => list.map((one) => [...head, one])), [[]]);
}
