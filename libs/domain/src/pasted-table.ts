import { isBlank } from './text-rules.ts';

/**
 * A copied text as rows of clean cells: Excel's columns stand with tabs between, and a cell with line ends or quotes stands in
 * quotes. Bullets, numbers and check boxes at the front are gone, and so are rows with nothing to see.
 */
export function readTable(text: string): string[][] {
  const rows = cellsOf(text.replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n'))
    .map((cells) => cells.map(tidy))
    .map((cells) => (cells.length > 1 && MARK_ALONE.test(cells[0]!) ? cells.slice(1) : cells))
    .map((cells) => cells.map((cell, n) => (n === firstFilled(cells) ? cell.replace(MARKS, '') : cell)))
    .filter((cells) => !cells.every(isBlank));
  return withoutNumbers(rows);
}

/** The rows as a text that `readTable` reads back. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');

// Bullets of Word and Docs, Wingdings among them, dashes and check boxes; also several after each other.
const MARKS = /^(?:(?:[•·●○◦▪■□▫➢✓✔✗☐☑☒⁃*–—-]|[\uf000-\uf0ff]|\[[ xX]?\])(?:\s+|$)|[☐☑☒•●\uf000-\uf0ff])+/u;
/** A bullet or a number that Word puts a tab after; `o` is its second bullet. */
const MARK_ALONE =
  /^(?:[•·●○◦▪■□▫➢✓✔☐☑☒⁃*–—-]|[\uf000-\uf0ff]|\[[ xX]?\]|o|§|\d{1,3}(?:\.\d{1,2})*[.)]|[a-zæøå][.)])$/u;
const NUMBER = /^(\d{1,3})([.)])\s+(?=\S)/u;
/** "3. klasse" and "3. november" begin with a number that belongs to them. */
const BELONGS =
  /^\d+\.\s+(?:klasse|kl\.?\s|årgang|årg|trin|lektion|time|modul|semester|kvartal|uge|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/iu;

const firstFilled = (cells: readonly string[]): number => cells.findIndex((cell) => cell !== '');

/** One line, with single spaces, and without what nobody sees that Word and Docs leave behind. */
const tidy = (cell: string): string =>
  cell
    .replaceAll(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Takes the numbers of a numbered list away: those that have a neighbour. A number by itself is the title's own. */
function withoutNumbers(rows: readonly string[][]): string[][] {
  const numberOf = (cells: string[] | undefined): number | null => {
    const title = cells?.[firstFilled(cells)];
    const found = title === undefined || BELONGS.test(title) ? null : NUMBER.exec(title);
    return found ? Number(found[1]) : null;
  };
  const numbers = new Set(rows.map(numberOf));
  return rows.map((cells) => {
    const number = numberOf(cells);
    if (number === null || !(numbers.has(number - 1) || numbers.has(number + 1))) return cells;
    const first = firstFilled(cells);
    return cells.map((cell, n) => (n === first ? cell.replace(NUMBER, '') : cell));
  });
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedAt(text, at) : null;
    const end = quoted ? quoted.end : endOfCell(text, at);
    rows.at(-1)!.push(quoted ? quoted.cell : text.slice(at, end));
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

function endOfCell(text: string, from: number): number {
  const ends = /[\t\n]/g;
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}

/** A cell that Excel put in quotes: only one that needs them, so that "what is said" in a text keeps its own. */
function quotedAt(text: string, from: number): { cell: string; end: number } | null {
  const found = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  found.lastIndex = from;
  const [whole, inside] = found.exec(text) ?? [];
  if (whole === undefined || !/[\t\n"]/.test(inside!)) return null;
  return { cell: inside!.replaceAll('""', '"'), end: from + whole.length };
}
