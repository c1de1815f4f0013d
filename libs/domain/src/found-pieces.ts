/** A piece of a text, and whether it is what was sought. All pieces together are the text, or the part of it that is shown. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** What was sought, folded as the database folds: whole words, and the stems that it sought by. */
export interface Sought {
  words: readonly string[];
  stems: readonly string[];
}

const LETTERS: Record<string, string> = { æ: 'ae', ä: 'ae', ø: 'oe', ö: 'oe', å: 'aa' };
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BEFORE = 60;
const SHOWN = 180;

/** As `search_fold` in the database: small letters, æ ø å as ae oe aa, no accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æäøöå]/g, (letter) => LETTERS[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** A whole text in pieces. */
export function piecesOf(text: string, sought: Sought): Piece[] {
  const pieces: Piece[] = [];
  const add = (part: string, isMatch: boolean) => {
    const last = pieces.at(-1);
    if (part === '') return;
    if (last?.isMatch === isMatch) last.text += part;
    else pieces.push({ text: part, isMatch });
  };
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isSought(folded(word), sought)) continue;
    add(text.slice(from, index), false);
    add(word, true);
    from = index + word.length;
  }
  add(text.slice(from), false);
  return pieces;
}

/** The part of a long text round the first place where it was found, in pieces; its beginning where no place can be pointed at. */
export function fragmentOf(text: string, sought: Sought): Piece[] {
  const line = text
    .trim()
    .replace(/(?<![.,:;!?…])\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ');
  const first = [...line.matchAll(WORD)].find(({ 0: word }) => isSought(folded(word), sought))?.index ?? 0;
  const from = first <= BEFORE ? 0 : line.indexOf(' ', first - BEFORE) + 1;
  const start = from > first ? first : from;
  const rest = line.slice(start);
  const end = rest.length <= SHOWN ? rest.length : Math.max(rest.lastIndexOf(' ', SHOWN), first - start + 1);
  const shown = `${start > 0 ? '… ' : ''}${rest.slice(0, end)}${end < rest.length ? ' …' : ''}`;
  return piecesOf(shown, sought);
}

/** Found by its stem or beginning, as a part of a compound, or nearly so. */
function isSought(word: string, { words, stems }: Sought): boolean {
  return (
    stems.some((stem) => word.startsWith(stem)) ||
    words.some((one) => (one.length >= 3 ? word.includes(one) : word.startsWith(one)) || isNearly(word, one))
  );
}

/** A word that begins as what was sought, but for one slip of the hand: in words long enough for that to mean something. */
function isNearly(word: string, sought: string): boolean {
  const { length } = sought;
  return (
    length >= 4 && [length, length + 1, length - 1].some((n) => n <= word.length && isOneSlip(word.slice(0, n), sought))
  );
}

/** One letter wrong, missing or too many, or two neighbours in each other's place. */
function isOneSlip(word: string, sought: string): boolean {
  let same = 0;
  while (same < sought.length && word[same] === sought[same]) same += 1;
  const ends = (a: number, b: number) => word.slice(same + a) === sought.slice(same + b);
  const isSwapped = word[same] === sought[same + 1] && word[same + 1] === sought[same];
  return ends(1, 1) || ends(1, 0) || ends(0, 1) || (isSwapped && ends(2, 2));
}
