import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthOf, movement, type TeamTrials } from '../src/overview-movement.ts';

const team = (...begun: number[]): TeamTrials => ({
  cells: begun.map((n, i) => ({ markerId: `m${i + 1}`, begun: n })),
});
const markers = ['m1', 'm2', 'm3'];

describe('an overview in words', () => {
  it('says nothing where nothing is begun, or all is even', () => {
    expect(movement(markers, []).most).toEqual([]);
    expect(movement(markers, [team(0, 0, 0)]).least).toBeNull();
    expect(movement(markers, [team(2, 2, 2)]).most).toEqual([]);
  });

  it('names where there is most movement, and how many teams are silent where there is least', () => {
    expect(movement(markers, [team(3, 2, 0), team(1, 1, 1), team(2, 2, 0)])).toEqual({
      teamCount: 3,
      most: ['m1', 'm2'],
      least: 'm3',
      withoutLeast: 2,
    });
  });

  it('names the second only when it is close on the first', () => {
    expect(movement(markers, [team(9, 2, 0)]).most).toEqual(['m1']);
  });

  it('never names the least among the most, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { maxLength: 12 }), (teams) => {
        const found = movement(
          markers,
          teams.map((numbers) => team(...numbers)),
        );
        expect(found.most).not.toContain(found.least);
        expect(found.withoutLeast).toBeLessThanOrEqual(teams.length);
      }),
    );
  });

  it('has five depths', () => {
    expect([-1, 0, 1, 3, 4, 40].map(depthOf)).toEqual([0, 0, 1, 3, 4, 4]);
  });
});
