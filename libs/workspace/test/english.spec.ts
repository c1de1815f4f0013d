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

/** The values that a text is filled with: `{name}`, `{count, plural, …}`, `<b>`; what a plural or a choice says is no value. */
const filled = (text: string) => [...new Set(withoutBranches(text).match(/\{\w+(?=[,}])|<\w+>/g))].sort();

const withoutBranches = (text: string) =>
  /, (?:plural|select)/.test(text) ? text.replace(/(?<=[,}]\s*)(?:\w+|=\d+) \{[^{}]*\}/g, '') : text;

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
