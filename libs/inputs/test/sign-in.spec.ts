import { describe, expect, it } from 'vitest';
import { searchInput } from '../src/meeting-plan.ts';
import { acceptInvitationInput, signInInput } from '../src/sign-in.ts';

const token = 'x'.repeat(43);

describe('what is typed at the door and not kept', () => {
  it('a sign-in name is trimmed; empty, over-long and control characters are refused before the database sees them', () => {
    expect(signInInput.parse({ signInName: ' anne ', password: 'p' }).signInName).toBe('anne');
    for (const signInName of ['', '  ', 'a'.repeat(201), 'anne\u0000'])
      expect(signInInput.safeParse({ signInName, password: 'p' }).success).toBe(false);
    expect(signInInput.safeParse({ signInName: 'anne', password: '' }).success).toBe(false);
  });

  it('a password is taken as it is written, and a new one has at least twelve characters', () => {
    expect(signInInput.parse({ signInName: 'anne', password: '  to ord  ' }).password).toBe('  to ord  ');
    const input = { token, signInName: 'anne', password: 'elleve tegn' };
    expect(acceptInvitationInput.safeParse(input).success).toBe(false);
    expect(acceptInvitationInput.safeParse({ ...input, password: 'tolv tegn her' }).success).toBe(true);
  });

  it('a search holds no control character', () => {
    expect(searchInput.safeParse({ search: 'Åse' }).success).toBe(true);
    expect(searchInput.safeParse({ search: '\u0000' }).success).toBe(false);
  });
});
