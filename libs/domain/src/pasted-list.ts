import type { Day } from './iso-week.ts';
import { readDay } from './pasted-day.ts';
import { readTable } from './pasted-table.ts';
import { problemIn, TEXT_LIMITS, type TextProblem } from './text-rules.ts';

/** A list longer than this is pasted in turns. */
export const MOST_PASTED_ROWS = 100;

interface Known {
  people: readonly { id: string; displayName: string; initials: string }[];
  /** Left out for what has none. */
  markers?: readonly { id: string; position: number; title: string; shortTitle: string }[];
  today: Day;
  /** An agenda: a row has minutes, at most so many, and no day. */
  longestMinutes?: number;
}

/** What a row says that was not understood, or a day that is past; it can be made all the same. */
export type PastedDoubt = 'PERSON' | 'DAY' | 'PAST' | 'MINUTES' | 'MARKER';

export interface PastedRow {
  title: string;
  /** Why the row can't be made as it stands. */
  fault: TextProblem | null;
  responsibleIds: string[];
  dueOn: Day | null;
  minutes: number | null;
  markerIds: string[];
  doubts: { kind: PastedDoubt; words: string }[];
}

export interface PastedList {
  rows: PastedRow[];
  /** How many rows came after the hundredth. */
  left: number;
  /** The first row as it was read as heads, or null. */
  heads: string[] | null;
  /** Heads whose cells are not taken along. */
  unread: string[];
}

type Column = 'title' | 'who' | 'day' | 'minutes' | 'marker';
type Read = Exclude<Column, 'title'>;

const HEADS: Record<Column, readonly string[]> = {
  title: [
    'titel',
    'handling',
    'handlinger',
    'prøvehandling',
    'opgave',
    'opgaver',
    'punkt',
    'punkter',
    'dagsordenspunkt',
    'emne',
    'hvad',
    'aftale',
    'aktivitet',
  ],
  who: ['ansvarlig', 'ansvarlige', 'hvem', 'person', 'initialer', 'tovholder', 'ansvar'],
  day: ['frist', 'hvornår', 'dato', 'deadline', 'senest', 'uge', 'tidsfrist'],
  minutes: ['minutter', 'min', 'tid', 'varighed'],
  marker: ['pejlemærke', 'pejlemærker'],
};

/**
 * Reads what was copied from Excel, Word or Docs, row by row. No row is lost: what has signs to see becomes a row, stands
 * among the heads, or is counted in `left`.
 */
export function readPastedList(text: string, known: Known): PastedList {
  const table = readTable(text);
  const heads = headsOf(table[0] ?? [], known);
  const rows = heads ? table.slice(1) : table;
  return {
    rows: rows
      .slice(0, MOST_PASTED_ROWS)
      .map((cells) => (heads ? byHeads(cells, heads, known) : byLooks(cells, known))),
    left: Math.max(0, rows.length - MOST_PASTED_ROWS),
    heads: heads ? table[0]! : null,
    unread: heads ? table[0]!.filter((head, n) => heads[n] === null && head !== '') : [],
  };
}

/** The words of a head without case and signs: "Frist:" is "frist". */
const plain = (words: string): string =>
  words
    .toLocaleLowerCase('da-DK')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .trim();

/** What each column holds when a row is heads: one names the title, and no cell is filled with something else than a head's few words. */
function headsOf(cells: readonly string[], known: Known): (Column | null)[] | null {
  const seen = new Set<Column>();
  const columns = cells.map((cell) => {
    const found = (Object.keys(HEADS) as Column[]).find((column) => HEADS[column].includes(plain(cell)));
    if (!found || seen.has(found) || !isRead(found, known)) return null;
    seen.add(found);
    return found;
  });
  return seen.has('title') ? columns : null;
}

/** Whether what is made of the rows has such a thing; the rest is named as not taken along. */
function isRead(column: Column, known: Known): boolean {
  if (column === 'marker') return known.markers !== undefined;
  if (column === 'minutes') return known.longestMinutes !== undefined;
  return column !== 'day' || known.longestMinutes === undefined;
}

/** A row under heads. A cell beyond the heads, where nothing says what it is, goes with the title. */
function byHeads(cells: readonly string[], heads: readonly (Column | null)[], known: Known): PastedRow {
  const row = emptyRow();
  const titles: string[] = [];
  cells.forEach((cell, n) => {
    const column = n < heads.length ? (heads[n] ?? null) : 'title';
    if (cell === '' || column === null) return;
    if (column === 'title') titles.push(cell);
    else take(row, column, cell, known);
  });
  return finished(row, titles, known);
}

/** A row without heads: a cell that reads whole as a day, people or minutes is that; the rest is the title. */
function byLooks(cells: readonly string[], known: Known): PastedRow {
  const row = emptyRow();
  const titles: string[] = [];
  for (const cell of cells) {
    const column = titles.length === 0 && cells.length === 1 ? null : looksLike(cell, row, known);
    if (column) take(row, column, cell, known);
    else if (cell !== '') titles.push(cell);
  }
  return finished(row, titles, known);
}

function looksLike(cell: string, row: PastedRow, known: Known): Read | null {
  if (isRead('day', known) && row.dueOn === null && readDay(cell, known.today) !== null) return 'day';
  if (known.longestMinutes && row.minutes === null && readMinutes(cell, known.longestMinutes) !== null)
    return 'minutes';
  const names = namesIn(cell);
  if (row.responsibleIds.length === 0 && names.length > 0 && names.every((name) => personCalled(name, known.people)))
    return 'who';
  return null;
}

const emptyRow = (): PastedRow => ({
  title: '',
  fault: null,
  responsibleIds: [],
  dueOn: null,
  minutes: null,
  markerIds: [],
  doubts: [],
});

function take(row: PastedRow, column: Read, cell: string, known: Known): void {
  const doubt = (kind: PastedDoubt, words = cell) => row.doubts.push({ kind, words });
  if (column === 'day') {
    row.dueOn = readDay(cell, known.today);
    if (row.dueOn === null) doubt('DAY');
    else if (row.dueOn < known.today) doubt('PAST');
  } else if (column === 'minutes') {
    row.minutes = readMinutes(cell, known.longestMinutes ?? 0);
    if (row.minutes === null) doubt('MINUTES');
  } else {
    const ids = column === 'who' ? row.responsibleIds : row.markerIds;
    for (const name of namesIn(cell)) {
      const found = column === 'who' ? personCalled(name, known.people) : markerCalled(name, known.markers ?? []);
      if (!found) doubt(column === 'who' ? 'PERSON' : 'MARKER', name);
      else if (!ids.includes(found.id)) ids.push(found.id);
    }
  }
}

const MINUTES_LAST = /[\s,:–-]*\(?\s*(\d{1,3})\s*(?:min\.?|minutter)\s*\)?$/iu;

function finished(row: PastedRow, titles: readonly string[], known: Known): PastedRow {
  let title = titles.join(' · ');
  if (known.longestMinutes && row.minutes === null) {
    // "Velkomst (5 min)": how agendas are written in Word.
    const last = MINUTES_LAST.exec(title);
    const minutes = last && last.index > 0 ? readMinutes(last[1]!, known.longestMinutes) : null;
    if (minutes !== null) {
      row.minutes = minutes;
      title = title.slice(0, last!.index);
    }
  }
  row.title = title;
  row.fault = problemIn(title, { max: TEXT_LIMITS.title, required: true });
  return row;
}

/** "10", "10 min", "10 minutter". */
function readMinutes(cell: string, most: number): number | null {
  const minutes = Number(/^(\d{1,3})\s*(?:min\.?|minutter|m)?$/iu.exec(cell)?.[1] ?? 0);
  return minutes >= 1 && minutes <= most ? minutes : null;
}

const namesIn = (cell: string): string[] =>
  cell
    .split(/[,;/&+]|\s+og\s+/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The one who is called so, by name, initials or a first name that only one has. Two who could be meant are nobody: it is never guessed. */
function personCalled<Person extends Known['people'][number]>(name: string, people: readonly Person[]): Person | null {
  const wanted = plain(name);
  const ways: ((person: Person) => string)[] = [
    (person) => plain(person.displayName),
    (person) => plain(person.initials),
    (person) => plain(person.displayName).split(' ')[0]!,
  ];
  for (const way of ways) {
    const found = people.filter((person) => way(person) === wanted);
    if (found.length > 0) return found.length === 1 ? found[0]! : null;
  }
  return null;
}

function markerCalled<Marker extends NonNullable<Known['markers']>[number]>(
  name: string,
  markers: readonly Marker[],
): Marker | null {
  const wanted = plain(name).replace(/^pejlemærke\s*/u, '');
  return (
    markers.find((marker) =>
      [
        String(marker.position),
        plain(marker.shortTitle),
        plain(marker.title),
        plain(`${marker.position} ${marker.shortTitle}`),
      ].includes(wanted),
    ) ?? null
  );
}
