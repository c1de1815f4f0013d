import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicationDay, LEAST_TEAMS, publishedFigure } from '../src/published-values.ts';

const groups = fc.integer({ min: LEAST_TEAMS, max: 120 });
const all = (teams: number) => Array.from({ length: teams + 1 }, (_, counted) => publishedFigure(counted, teams));

describe('a published figure', () => {
  it('is rounded down to threes, says "for få" under three and nothing of a group under five', () => {
    expect(publishedFigure(7, 20)).toBe(6);
    expect(publishedFigure(2, 20)).toBe('TOO_FEW');
    expect(publishedFigure(0, 20)).toBe('TOO_FEW');
    expect(publishedFigure(4, 4)).toBe('HIDDEN');
  });

  it('says "de fleste" within three of the group', () => {
    fc.assert(
      fc.property(groups, fc.nat({ max: 3 }), (teams, missing) => {
        const figure = publishedFigure(teams - missing, teams);
        expect(figure).toBe(teams - missing < 3 ? 'TOO_FEW' : 'MOST');
      }),
    );
  });

  it('fits at least three counts, so that no value tells what one team did', () => {
    fc.assert(
      fc.property(groups, (teams) => {
        const figures = all(teams);
        for (const figure of new Set(figures)) {
          expect(figures.filter((one) => one === figure).length).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('one team more or less is the same figure for one of the neighbours at least', () => {
    fc.assert(
      fc.property(groups, fc.nat(), (teams, seed) => {
        const counted = seed % (teams + 1);
        const figures = all(teams);
        const neighbours = [figures[counted - 1], figures[counted + 1]];
        expect(neighbours).toContain(figures[counted]);
      }),
    );
  });

  it('never falls when more teams have begun', () => {
    const rank = (figure: ReturnType<typeof publishedFigure>): number =>
      figure === 'TOO_FEW' ? 0 : figure === 'MOST' ? Number.MAX_SAFE_INTEGER : Number(figure);
    fc.assert(
      fc.property(groups, (teams) => {
        const ranks = all(teams).map(rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('tables are made on the first Monday of the month', () => {
    expect(isPublicationDay('2026-11-02', 1)).toBe(true);
    expect(isPublicationDay('2026-11-09', 1)).toBe(false);
    expect(isPublicationDay('2026-11-03', 2)).toBe(false);
  });
});
