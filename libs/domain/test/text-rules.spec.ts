import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemIn, TEXT_LIMITS } from '../src/text-rules.ts';

const title = { max: TEXT_LIMITS.title, required: true };

describe('what a text may hold', () => {
  it('a required text is refused when nothing in it can be seen', () => {
    for (const text of ['', '   ', '\n\t', '\u00a0', '\u200b', '\u200b \u2060\u00ad'])
      expect(problemIn(text, title)).toBe('EMPTY');
    expect(problemIn('', { max: 10 })).toBeNull();
  });

  it('letters count once each, whatever they take in memory', () => {
    expect(problemIn('å'.repeat(TEXT_LIMITS.title), title)).toBeNull();
    expect(problemIn('🌱'.repeat(TEXT_LIMITS.title), title)).toBeNull();
    expect(problemIn('å'.repeat(TEXT_LIMITS.title + 1), title)).toBe('TOO_LONG');
  });

  it('control characters, turned text and half letters are refused; tabs and line ends are not', () => {
    for (const sign of [
      '\u0000',
      '\u0007',
      '\u001b',
      '\u007f',
      '\u0085',
      '\u202e',
      '\u2066',
      '\ud800',
      '\udc00',
      '\ufeff',
    ])
      expect(problemIn(`Tegn${sign}her`, title)).toBe('CONTROL_CHARACTER');
    expect(problemIn('Første linje\r\n\tanden linje', title)).toBeNull();
  });

  it('a CPR number is stopped', () => {
    expect(problemIn('Ring til 070761-4285', title)).toBe('CPR');
  });

  it('ordinary Danish passes, and no text at all makes it throw', () => {
    expect(problemIn('Æblegrød på Ærø – uge 48, kl. 14.30: "Hvad så vi?" 👩🏽‍🏫', title)).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect([null, 'EMPTY', 'TOO_LONG', 'CONTROL_CHARACTER', 'CPR']).toContain(problemIn(text, title));
      }),
    );
  });
});
