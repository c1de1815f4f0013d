// Is what was built still what the sources say? Answered from the files' contents, without starting Nx.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './launch.mjs';

const inputs = [
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
  'backend',
  'frontend',
  'libs/domain/src',
  'libs/inputs/src',
  'libs/live-protocol/src',
  'libs/ui/src',
  'libs/schema',
  'libs/workspace/build-backend.mjs',
];
const left = new Set(['dist', 'test', 'e2e', 'bench', 'node_modules', 'coverage']);
const outputs = ['backend/dist/main.js', 'frontend/dist/index.html'];
const stampFile = path.join(root, '.nx', 'built');

function* filesIn(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) return void (yield place);
  for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && left.has(entry.name)) continue;
    yield* filesIn(`${place}/${entry.name}`);
  }
}

/** A hash over the contents of everything that goes into the product. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const place of inputs) {
    for (const file of filesIn(place))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** Is the build there and made from these sources? */
export const isBuilt = (hash = sourcesHash()) =>
  outputs.every((file) => existsSync(path.join(root, file))) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === hash;

/** Says that the build on disk was made from these sources. */
export function markBuilt(hash) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}
