import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotateRoles } from '../src/rotate-roles.ts';

describe('roles go round', () => {
  it('everybody leads once before anybody leads twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 }), (members) => {
        const leaders: string[] = [];
        let last: string | null = null;
        for (let meeting = 0; meeting < members.length; meeting += 1) {
          last = [...rotateRoles(members, last)].find(([, role]) => role === 'FACILITATOR')![0];
          leaders.push(last);
        }
        expect(new Set(leaders).size).toBe(members.length);
      }),
    );
  });

  it('nobody gets two roles and no role is given twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 9 }), (members) => {
        const roles = rotateRoles(members, members.at(-1) ?? null);
        expect(new Set(roles.values()).size).toBe(roles.size);
        expect(roles.size).toBe(Math.min(4, members.length));
      }),
    );
  });

  it('begins from the top when the one who led has left', () => {
    expect([...rotateRoles(['a', 'b'], 'gone')]).toEqual([
      ['a', 'FACILITATOR'],
      ['b', 'NOTE_TAKER'],
    ]);
  });
});
