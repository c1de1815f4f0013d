// `npm run lint`, `typecheck`, `build`: the Nx target of that name in every project that has it. `bench`, `test:mutants` and
// `test:torture`: what is run for a person, after a build.
import { ensureInstalled } from './install.mjs';
import { nx, run } from './launch.mjs';

const [target, ...args] = process.argv.slice(2);
if (!target) {
  console.error('Usage: node libs/workspace/target.mjs <lint|typecheck|build|bench|mutants|torture> [arguments]');
  process.exit(2);
}
await ensureInstalled();
// The bench prints tables to a person and is never taken from a cache, so Nx builds and steps aside.
if (target === 'bench') {
  process.exitCode = (await nx(['run-many', '-t', 'build'])) || (await run('backend/bench/run.ts', args));
} else if (target === 'mutants') {
  process.exitCode = await run('backend/test/mutants/run.ts', args);
} else if (target === 'torture') {
  process.exitCode = (await nx(['run-many', '-t', 'build'])) || (await run('backend/test/torture/run.ts', args));
} else {
  process.exitCode = await nx(['run-many', '-t', target, '--outputStyle=stream', ...args]);
}
