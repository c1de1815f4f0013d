import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../../frontend/src');
const MESSAGE = /\bid(?:=|: )["']([\w.-]+)["'],?\s+defaultMessage(?:=|:\s*)\{?(["'])((?:\\.|(?!\2).)*)\2/gs;

const read = (file: string) => readFileSync(join(SOURCE, file), 'utf8');

const danish = new Map(
  globSync('*/**/*.{ts,tsx}', { cwd: SOURCE })
    .filter((file) => !file.includes('.spec.'))
    .flatMap((file) => [...read(file).matchAll(MESSAGE)].map((match) => [match[1]!, match[3]!] as const)),
);
const rooms = globSync('*/en.json', { cwd: SOURCE }).map((file) => file.split(/[\\/]/)[0]!);
const english = new Map(
  rooms.flatMap((room) => Object.entries(JSON.parse(read(`${room}/en.json`)) as Record<string, string>)),
);

/**
 * The values that a text is filled with, wherever in it: `{name}`, `{count, plural, …}`, `<b>`. What a plural or a choice says stands in
 * braces too, after the word it is said for, and is read through.
 */
function filled(text: string): string[] {
  const values = new Set(text.match(/<\w+>/g));
  const read = (from: number, inChoice: boolean): number => {
    for (let at = from; at < text.length; at += 1) {
      if (text[at] === '}') return at;
      if (text[at] !== '{') continue;
      if (inChoice) {
        at = read(at + 1, false);
        continue;
      }
      const [value, name, sort] = /^\{(\w+)(?:, (\w+),)?/.exec(text.slice(at)) ?? ['{'];
      if (name) values.add(`{${name}`);
      at = read(at + value.length, sort === 'plural' || sort === 'select');
    }
    return text.length;
  };
  read(0, false);
  return [...values].sort();
}

describe('English', () => {
  it('is there for every text', () => {
    expect(danish.size).toBeGreaterThan(500);
    expect([...danish.keys()].filter((id) => !english.get(id)?.trim())).toEqual([]);
  });

  it('has no text that no screen says', () => {
    expect([...english.keys()].filter((id) => !danish.has(id))).toEqual([]);
  });

  it('is filled with the same values as the Danish', () => {
    const unlike = [...danish].filter(([id, text]) => String(filled(text)) !== String(filled(english.get(id) ?? '')));
    expect(unlike.map(([id]) => id)).toEqual([]);
  });
});
