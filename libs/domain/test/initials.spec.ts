import { describe, expect, it } from 'vitest';
import { initialsOf } from '../src/initials.ts';

describe('initials', () => {
  it('are the first and the last name’s first letters, also of Danish letters and of one name alone', () => {
    expect(['Anne Marie Kjær', 'øjvind å', 'Bo', '  '].map(initialsOf)).toEqual(['AK', 'ØÅ', 'B', '']);
  });
});
