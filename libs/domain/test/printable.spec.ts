import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableLines } from '#domain/printable.ts';

describe('a text as it is printed', () => {
  it('keeps what people write: æ, ø, å, quotes, emoji of several parts, other scripts', () => {
    for (const text of [
      '»Rødgrød« på kl. 14.30',
      '👩‍🏫 og ☑️',
      'Олена',
      'ترحيب',
      '日本',
      '#read("/etc/passwd")',
      '\\{x}$',
    ])
      expect(printable(text)).toBe(text);
  });

  it('has no sign that turns, hides or rings', () => {
    expect(printable('a\u202eb\u2066c\u0007d\u0000e\ufefff\u00adg\ud800h\uffffi')).toBe('abcdefghi');
    expect(printable('a\tb\nc')).toBe('a b c');
  });

  it('writes a letter with its mark as one, however it came', () => {
    expect(printable('Ga\u030Ard')).toBe('Gård');
  });

  it('printed twice is the same, and can be written in XML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = printable(text);
        expect(printable(once)).toBe(once);
        expect(once).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/);
        expect(once).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('stands on as many lines as it was written on', () => {
    expect(printableLines('en\r\nto\n\ntre')).toEqual(['en', 'to', '', 'tre']);
  });
});
