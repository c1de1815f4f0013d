import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** A family as the template asks for it: Typst takes one font of a family, so each subset is a family of its own. */
interface Family {
  name: string;
  package: string;
  subset: string;
  styles: readonly string[];
}

const TEXT = ['400-normal', '400-italic', '600-normal', '600-italic'];
const family = (name: string, of: string, subset: string, styles: readonly string[]): Family => ({
  name,
  package: of,
  subset,
  styles,
});

const HEADINGS: readonly Family[] = [
  family('Newsreader', 'newsreader', 'latin', ['500-normal']),
  family('Newsreader Ext', 'newsreader', 'latin-ext', ['500-normal']),
];
const OURS: readonly Family[] = [
  family('Hanken Grotesk', 'hanken-grotesk', 'latin', TEXT),
  family('Hanken Grotesk Ext', 'hanken-grotesk', 'latin-ext', TEXT),
];
/** For names and words that our own two cannot write. */
const OTHERS: readonly Family[] = [
  ...['latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'].map((subset) =>
    family(`Noto Sans ${subset}`, 'noto-sans', subset, ['400-normal', '700-normal']),
  ),
  family('Noto Sans Arabic', 'noto-sans-arabic', 'arabic', ['400-normal', '700-normal']),
  family('Noto Emoji', 'noto-emoji', 'emoji', ['400-normal']),
];

export interface Fonts {
  files: Buffer[];
  /** Family names, the first that has a sign writes it. */
  text: string[];
  headings: string[];
  /** Every code point that can be printed. */
  covered: ReadonlySet<number>;
  /** Those of our own text font alone. */
  coveredByOurs: ReadonlySet<number>;
}

/** The product's own fonts, out of its packages: nothing depends on what a machine has. */
export function readFonts(): Fonts {
  const files: Buffer[] = [];
  const covered = new Set<number>();
  const coveredByOurs = new Set<number>();
  for (const one of [...HEADINGS, ...OURS, ...OTHERS])
    for (const style of one.styles) {
      const name = `@fontsource/${one.package}/files/${one.package}-${one.subset}-${style}.woff`;
      const tables = tablesOf(readFileSync(require.resolve(name)));
      // Newsreader's signs are fewer, but the rest stand in for it; a heading is never written by it alone.
      if (!HEADINGS.includes(one))
        for (const point of codePoints(tables.get('cmap')!)) {
          covered.add(point);
          if (OURS.includes(one)) coveredByOurs.add(point);
        }
      tables.set('name', nameTable(one.name, style));
      files.push(fontFile(tables));
    }
  const names = (families: readonly Family[]) => families.map(({ name }) => name);
  return {
    files,
    text: names([...OURS, ...OTHERS]),
    headings: names([...HEADINGS, ...OURS, ...OTHERS]),
    covered,
    coveredByOurs,
  };
}

/** The tables of a WOFF 1.0 file (https://www.w3.org/TR/WOFF/), unpacked. */
function tablesOf(woff: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let n = 0; n < woff.readUInt16BE(12); n += 1) {
    const entry = 44 + 20 * n;
    const at = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(at, at + woff.readUInt32BE(entry + 8));
    const isPacked = packed.length < woff.readUInt32BE(entry + 12);
    tables.set(woff.toString('latin1', entry, entry + 4), isPacked ? inflateSync(packed) : packed);
  }
  return tables;
}

/** A TrueType file of these tables (OpenType 1.9: table directory). */
function fontFile(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  head.writeUInt32BE(tables.has('CFF ') ? 0x4f54544f : 0x00010000, 0);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * sorted.length - 16 * 2 ** power, 10);
  const parts = [head];
  let at = head.length;
  sorted.forEach(([tag, table], n) => {
    const entry = 12 + 16 * n;
    const whole = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(whole);
    head.write(tag, entry, 'latin1');
    let sum = 0;
    for (let word = 0; word < whole.length; word += 4) sum = (sum + whole.readUInt32BE(word)) >>> 0;
    head.writeUInt32BE(sum, entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    parts.push(whole);
    at += whole.length;
  });
  return Buffer.concat(parts);
}

/** A name table that says the family, the style and the PostScript name, in UTF-16 for Windows, as every reader takes it. */
function nameTable(familyName: string, style: string): Buffer {
  const postscript = `${familyName.replaceAll(' ', '')}-${style}`;
  const names: [number, string][] = [
    [1, familyName],
    [2, style],
    [4, `${familyName} ${style}`],
    [6, postscript],
  ];
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts: Buffer[] = [];
  let at = 0;
  names.forEach(([id, text], n) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, bytes.length, at].forEach((value, place) => head.writeUInt16BE(value, 6 + 12 * n + 2 * place));
    texts.push(bytes);
    at += bytes.length;
  });
  return Buffer.concat([head, ...texts]);
}

/** The code points that a font's cmap maps to a glyph: formats 4 and 12, which are all that our fonts have. */
function* codePoints(cmap: Buffer): Generator<number> {
  for (let n = 0; n < cmap.readUInt16BE(2); n += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * n + 4));
    const format = table.readUInt16BE(0);
    if (format === 12)
      for (let group = 0; group < table.readUInt32BE(12); group += 1) {
        const [first, last] = [table.readUInt32BE(16 + 12 * group), table.readUInt32BE(20 + 12 * group)];
        for (let point = first; point <= last; point += 1) yield point;
      }
    if (format === 4) {
      const segments = table.readUInt16BE(6);
      for (let at = 0; at < segments; at += 2) {
        const [last, first] = [table.readUInt16BE(14 + at), table.readUInt16BE(16 + segments + at)];
        for (let point = first; point <= last && point < 0xffff; point += 1) yield point;
      }
    }
  }
}
