import { describe, expect, it } from 'vitest';
import { codeOf } from './lend-words.ts';

describe('a code as it is typed', () => {
  it('is six digits, and nothing else is', () => {
    for (const text of ['', '12345', '1234567', 'abcdef', '12345a', '１２３４５６']) expect(codeOf(text)).toBeNull();
    expect(codeOf('012345')).toBe('012345');
  });

  it('may be set apart as the screen sets it', () => {
    for (const text of ['482 915', ' 482915 ', '482-915', '4 8 2 9 1 5']) expect(codeOf(text)).toBe('482915');
  });
});
