import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, fragmentOf, piecesOf, type Piece } from '../src/found-pieces.ts';

const marked = (pieces: Piece[]) => pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);
const words = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const sought = (text: string, stem = folded(text)) => ({ words: [folded(text)], stems: [stem] });

describe('what is marked in a text that was found', () => {
  it.each([
    ['a word by its stem', 'Tre pejlemærker i år', sought('pejlemærkerne', 'pejlemaerk'), ['pejlemærker']],
    ['a part of a compound', 'Fælles lektionsstart.', sought('start'), ['lektionsstart']],
    ['æ written as ae', 'En pædagog og en lærer', sought('paedagog'), ['pædagog']],
    ['å for aa', 'På Aabrinkskolen', sought('åbrink'), ['Aabrinkskolen']],
    ['a letter missing', 'Den næste handling', sought('hanling'), ['handling']],
    ['a letter missing from a word with an ending', 'Tre handlinger', sought('hanling'), ['handlinger']],
    ['a letter too many', 'Ro ved døren', sought('dørren'), ['døren']],
    ['two letters in each other’s place', 'Efter frikvarter', sought('frivkarter'), ['frikvarter']],
    ['nothing of another word', 'Efter frikvarter', sought('handling'), []],
    ['nothing of one or two letters inside a word', 'Efter frikvarter', sought('ri'), []],
  ])('is %s', (_what, text, by, expected) => {
    expect(marked(piecesOf(text, by))).toEqual(expected);
  });

  it('is, with what is not marked, the text itself, letter for letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1 })), (text, some) => {
        expect(words(piecesOf(text, { words: some, stems: some }))).toBe(text);
      }),
    );
  });

  it('never stands twice beside itself: two pieces that follow each other differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'æ') }), (text) => {
        const pieces = piecesOf(text, sought('ab'));
        expect(pieces.every(({ isMatch }, n) => n === 0 || isMatch !== pieces[n - 1]!.isMatch)).toBe(true);
      }),
    );
  });
});

describe('the part of a long text that is shown', () => {
  const long = `${'Der var mange ord her. '.repeat(40)}Så kom frikvarteret. ${'Og flere bagefter. '.repeat(40)}`;

  it('holds the place where it was found, is short, and says that there is more on both sides', () => {
    const shown = fragmentOf(long, sought('frikvarter'));
    expect(marked(shown)).toEqual(['frikvarteret']);
    expect(words(shown).length).toBeLessThan(300);
    expect(words(shown)).toMatch(/^… .* …$/);
  });

  it('is all of a short text, in one line', () => {
    expect(words(fragmentOf('Første linje\nanden linje.\n tredje', sought('linje')))).toBe(
      'Første linje · anden linje. tredje',
    );
  });

  it('is the beginning where no place can be pointed at', () => {
    expect(words(fragmentOf(long, sought('zebra')))).toMatch(/^Der var mange ord/);
  });
});
