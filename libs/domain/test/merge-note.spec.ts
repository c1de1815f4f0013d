import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes } from '../src/merge-note.ts';

const line = fc.stringMatching(/^[a-zæøå ]{0,12}$/);
const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
const lines = (value: string) => new Set(value.split('\n'));

describe('putting two notes together', () => {
  it('never loses a line that either of the two has written', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = lines(mergeNotes(base, mine, theirs).text);
        const known = lines(base);
        for (const written of [mine, theirs]) {
          for (const one of lines(written)) if (!known.has(one)) expect(merged).toContain(one);
        }
      }),
    );
  });

  it('is what one wrote when the other wrote nothing', () => {
    fc.assert(
      fc.property(text, text, (base, mine) => {
        expect(mergeNotes(base, mine, base)).toEqual({ text: mine, apart: true });
        expect(mergeNotes(base, base, mine)).toEqual({ text: mine, apart: true });
      }),
    );
  });

  it('takes both without asking when they wrote in different places', () => {
    expect(mergeNotes('en\nto\ntre', 'EN\nto\ntre', 'en\nto\ntre\nfire')).toEqual({
      text: 'EN\nto\ntre\nfire',
      apart: true,
    });
  });

  it('puts theirs before mine, and says so, where both wrote in the same place', () => {
    expect(mergeNotes('en', 'en\nmin', 'en\nderes')).toEqual({ text: 'en\nderes\nmin', apart: false });
    expect(mergeNotes('', 'min', 'deres')).toEqual({ text: 'deres\nmin', apart: false });
  });
});
