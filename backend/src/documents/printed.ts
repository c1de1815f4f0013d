/** Words in a line, as they are printed. A line break is the part `{ isBreak: true }`. */
export interface Words {
  words: string;
  isBold?: true;
  isItalic?: true;
  href?: string;
}
export type Part = Words | { isBreak: true };

export interface Item {
  /** Of a check list: whether it is done. */
  isDone?: boolean;
  blocks: Block[];
}

export interface PrintedCell {
  x: number;
  y: number;
  wide: number;
  high: number;
  isHeader: boolean;
  content: Block[];
}

/** What a note is made of on paper. */
export type Block =
  | { kind: 'words' | 'heading'; parts: Part[] }
  | { kind: 'list'; sort: 'bullets' | 'numbers' | 'checks'; start: number; items: Item[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'table'; columns: number; rows: number; hasHeader: boolean; cells: PrintedCell[] };

/** What was decided or agreed under an item. */
export interface Agreed {
  label: string;
  words: string;
  /** Beneath it, smaller: marker, signs, who and when, where it stands today. */
  lines: string[];
}

export interface Addition {
  words: string[];
  by: string;
}

export interface PrintedItem {
  title: string;
  markers: string;
  time: string;
  note: Block[];
  outcome: string;
  agreed: Agreed[];
  additions: Addition[];
}

/** Minutes as PDF and Word print them: every word is there, and the renderers only lay it out. */
export interface PrintedMinutes {
  /** The document's own title, in its metadata. */
  documentTitle: string;
  kicker: string;
  /** Whose they are: on every page. */
  team: string;
  heading: string;
  purpose: string;
  /** As the document is dated: the approval's, or today's for a draft. */
  date: { year: number; month: number; day: number };
  facts: { term: string; words: string }[];
  draft: { word: string; words: string } | null;
  approval: { heading: string; words: string; fingerprint: string } | null;
  items: PrintedItem[];
  note: { heading: string; blocks: Block[] } | null;
  additions: { heading: string; each: Addition[] } | null;
  words: { addition: string; done: string; notDone: string; page: string; of: string };
}
