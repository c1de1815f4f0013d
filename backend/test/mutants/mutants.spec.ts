import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe('the mutants, which `npm run test:mutants` runs', () => {
  it('each find the line that they break, and put something else there', () => {
    const lost = MUTANTS.flatMap(({ name, edits }) =>
      edits
        .filter(({ file, find, replace }) => find === replace || !readFileSync(join(ROOT, file), 'utf8').includes(find))
        .map(({ file }) => `${name}: ${file}`),
    );
    expect(lost).toEqual([]);
  });

  it('each name a spec that is there, and have a name of their own', () => {
    const gone = MUTANTS.filter(({ side, spec }) => !existsSync(join(ROOT, side ?? 'backend', spec)));
    expect(gone.map(({ name }) => name)).toEqual([]);
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });
});
