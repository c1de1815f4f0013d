import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../../libs/workspace/postgres.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The promises about loss, order and bad input, in their full counts: hours, where `npm test` takes minutes. */
const RUNS = [
  { promise: 'An acknowledged write survives', spec: 'test/durability/kill.spec.ts', counts: { PEJLING_KILLS: 200 } },
  { promise: 'An acknowledged word survives', spec: 'test/notes/kill-notes.spec.ts', counts: { PEJLING_KILLS: 200 } },
  {
    promise: 'Text never diverges or vanishes',
    spec: 'test/notes/converge.spec.ts',
    counts: { PEJLING_HISTORIES: 1_000 },
  },
  { promise: 'A missed event is never missed', spec: 'test/live/cut-sockets.spec.ts', counts: { PEJLING_CUTS: 500 } },
  {
    promise: 'A slow client harms nobody',
    spec: 'test/live/slow-client.spec.ts',
    counts: { PEJLING_SLOW_SECONDS: 600 },
  },
  {
    promise: 'Bad input is answered, not suffered',
    spec: 'test/access/fuzz.spec.ts',
    counts: { PEJLING_FUZZED: 10_000 },
  },
] as const;

async function main(): Promise<void> {
  const only = process.argv[2];
  const chosen = RUNS.filter(({ promise, spec }) => !only || promise.includes(only) || spec.includes(only));
  if (chosen.length === 0) throw new Error(`nothing is called ${only}`);
  const postgres = await startPostgres({ throwaway: true, settings: { max_connections: '300' } });
  const report: string[] = [];
  let failed = 0;
  try {
    for (const { promise, spec, counts } of chosen) {
      const began = Date.now();
      const { status } = spawnSync(
        process.execPath,
        ['node_modules/vitest/vitest.mjs', 'run', '--config', 'backend/vitest.config.ts', spec],
        {
          cwd: ROOT,
          stdio: ['ignore', 'inherit', 'inherit'],
          env: {
            ...process.env,
            ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
            PEJLING_TEST_SUPER_URL: postgres.superUrl,
            PEJLING_TEST_ADMIN_URL: postgres.adminUrl,
            PEJLING_TEST_APP_URL: postgres.appUrl,
          },
        },
      );
      if (status !== 0) failed += 1;
      const [[name, count]] = Object.entries(counts) as [[string, number]];
      report.push(
        `${status === 0 ? 'held  ' : 'BROKEN'} ${promise}: ${name.replace('PEJLING_', '').toLowerCase()} ${count}, ${Math.round((Date.now() - began) / 1000)} s`,
      );
    }
  } finally {
    await postgres.stop();
  }
  process.stdout.write(`\n${report.join('\n')}\n${chosen.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
