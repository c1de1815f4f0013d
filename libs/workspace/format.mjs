// `npm run format`: writes every file as Prettier wants it (`npm run lint` checks the same files).
import { ensureInstalled } from './install.mjs';
import { run } from './launch.mjs';

await ensureInstalled();
process.exitCode = await run('node_modules/prettier/bin/prettier.cjs', [
  '--write',
  '--log-level=warn',
  ...process.argv.slice(2),
  '.',
]);
