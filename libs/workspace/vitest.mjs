// Runs one set of tests and leaves its figures where `npm test` sums them: node libs/workspace/vitest.mjs <name> <folder with vitest.config.ts> [only below]
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './launch.mjs';

const [name, folder, below, ...more] = process.argv.slice(2);
if (!name || !folder) {
  console.error('Usage: node libs/workspace/vitest.mjs <name> <folder> [only below] [arguments]');
  process.exit(2);
}
const results = path.join(root, '.nx/results');
const report = path.join(results, `${name}.json`);
mkdirSync(results, { recursive: true });
rmSync(report, { force: true });
const config = path.join(root, folder, 'vitest.config.ts');
if (!existsSync(config)) {
  console.error(`${path.relative(root, config)} is missing.`);
  process.exit(1);
}
process.exitCode = await run('node_modules/vitest/vitest.mjs', [
  ...['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ...(below ? ['--dir', path.join(root, below)] : []),
  ...more,
]);
