// Lints one folder: ESLint with our rules, Prettier, rings. node libs/workspace/lint/run.mjs <folder> [root]
import path from 'node:path';
import { root, run } from '../launch.mjs';
import { circlesIn } from './circles.mjs';

const folder = process.argv[2];
const cwd = path.resolve(process.argv[3] ?? root);
if (!folder) {
  console.error('Usage: node libs/workspace/lint/run.mjs <folder> [root]');
  process.exit(2);
}
const eslint = await run(
  'node_modules/eslint/bin/eslint.js',
  ['--config', path.join(root, 'eslint.config.mjs'), '--max-warnings=0', '--no-error-on-unmatched-pattern', folder],
  { cwd },
);
const prettier = await run(
  'node_modules/prettier/bin/prettier.cjs',
  [
    ...[
      '--check',
      '--log-level=warn',
      '--no-error-on-unmatched-pattern',
      `${folder}/**/*.{ts,tsx,mts,mjs,css,json,yml,yaml,html}`,
    ],
    ...['--config', path.join(root, '.prettierrc.json'), '--ignore-path', path.join(root, '.prettierignore')],
  ],
  { cwd },
);
const circles = circlesIn(path.join(cwd, folder));
for (const circle of circles) console.error(`${folder}: a ring of imports: ${circle.join(' → ')}`);
process.exitCode = eslint || prettier || (circles.length > 0 ? 1 : 0);
