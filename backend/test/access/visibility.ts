import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../src/access/visibility.csv', import.meta.url));

/** visibility.csv as object → viewer → cell. */
export function readVisibility(): Map<string, Record<string, string>> {
  const lines = readFileSync(FILE, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [header, ...rows] = lines.map((line) => line.split(','));
  return new Map(
    rows.map((row) => [row[0]!, Object.fromEntries(header!.slice(1).map((viewer, n) => [viewer, row[n + 1]!]))]),
  );
}
