import { describe, expect, it } from 'vitest';
import { searchInput } from '../src/search.ts';

const asked = { text: 'ro ved døren', kinds: null, teamId: null, schoolYear: null, after: null };
const id = '00000000-0000-7000-8000-000000000001';
const problem = (input: object) => searchInput.safeParse({ ...asked, ...input }).error?.issues[0]?.message;

describe('what may be searched for', () => {
  it('is up to eight words of a hundred letters, whatever signs stand between them', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ text: '' })).toBeUndefined();
    expect(problem({ text: `"a" & b | !c:* % \\ ' -- d` })).toBeUndefined();
    expect(problem({ text: 'en to tre fire fem seks syv otte' })).toBeUndefined();
    expect(problem({ text: 'en to tre fire fem seks syv otte ni' })).toBe('TOO_MANY_WORDS');
    expect(problem({ text: 'x'.repeat(101) })).toBe('TOO_LONG');
    expect(problem({ text: 'a\u0000b' })).toBe('CONTROL_CHARACTER');
  });

  it('is narrowed to kinds, a team and a school year that can be', () => {
    expect(problem({ kinds: ['ACTION'], teamId: id, schoolYear: '2026-2027' })).toBeUndefined();
    expect(problem({ kinds: [] })).toBeDefined();
    expect(problem({ kinds: ['OBSERVATION'] })).toBeDefined();
    expect(problem({ teamId: 'x' })).toBe('NOT_AN_ID');
    expect(problem({ schoolYear: '2026' })).toBeDefined();
  });

  it('goes on from a page that ended, and from nothing else', () => {
    expect(problem({ after: `2000000_2026-11-27T13:30:00.000000Z_${id}_WRITTEN` })).toBeUndefined();
    for (const after of [
      '',
      'x',
      `1_2026-11-27T13:30:00.000000Z_${id}`,
      `1_2026-99-27T13:30:00.000000Z_${id}_NEARLY`,
      `1_2026-11-27T13:30:00.000000Z_x_NEARLY`,
    ])
      expect(problem({ after }), after).toBe('NOT_A_CURSOR');
  });
});
