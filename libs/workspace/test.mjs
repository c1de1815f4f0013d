// `npm test`: lint, types, build, unit, integration, browser; a table at the end, and as its very last line the sum.
// While working, name the steps to run: `npm test -- lint unit`.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { nx, root } from './launch.mjs';
import { requireBrowser } from './browser.mjs';

const results = path.join(root, '.nx/results');
const fresh = Boolean(process.env.CI && process.env.CI !== 'false');
const projectsWithUnitTests = ['domain', 'inputs', 'live-protocol', 'ui', 'workspace', 'frontend'].filter((project) =>
  [`libs/${project}/test`, `${project}/vitest.config.ts`].some((place) => existsSync(path.join(root, place))),
);

/** Each step with the Nx targets it runs and the names of the Vitest reports it must leave. */
const steps = [
  { name: 'lint', args: ['run-many', '-t', 'lint'] },
  { name: 'types', args: ['run-many', '-t', 'typecheck'] },
  { name: 'build', args: ['run-many', '-t', 'build'] },
  {
    name: 'unit',
    args: ['run-many', '-t', 'test', '-p', projectsWithUnitTests.join(','), '--parallel=1'],
    reports: projectsWithUnitTests.map((project) => `${project}-test`),
  },
  { name: 'integration', args: ['run-many', '-t', 'test', '-p', 'backend'], reports: ['backend-test'] },
  { name: 'browser', args: ['run-many', '-t', 'e2e', '-p', 'frontend'], reports: ['frontend-e2e'] },
];

function totalsOf(reports = []) {
  const sum = { passed: 0, failed: 0, missing: [] };
  for (const name of reports) {
    try {
      const report = JSON.parse(readFileSync(path.join(results, `${name}.json`), 'utf8'));
      sum.passed += report.numPassedTests;
      // A file that does not even load has no tests to fail; skipped and pending ones did not keep their promise either.
      const unloaded = report.testResults.filter(
        (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
      );
      sum.failed += report.numTotalTests - report.numPassedTests + unloaded.length;
      if (report.numTotalTests === 0) sum.missing.push(`${name} ran no tests`);
    } catch {
      sum.missing.push(`${name} left no report`);
    }
  }
  return sum;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}; the steps are ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}
const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name));

let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (stopped = true));

async function main() {
  await ensureInstalled();
  const browser = await requireBrowser();
  console.log(`Browser: ${browser}`);
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ throwaway: true, settings: { max_connections: '300' }, say: console.log });
  console.log(`Postgres: 127.0.0.1:${postgres.port}\n`);
  const env = {
    CHROMIUM_PATH: browser,
    PEJLING_TEST_SUPER_URL: postgres.superUrl,
    PEJLING_TEST_ADMIN_URL: postgres.adminUrl,
    PEJLING_TEST_APP_URL: postgres.appUrl,
    ...(fresh ? { NX_SKIP_NX_CACHE: 'true' } : {}),
  };
  mkdirSync(results, { recursive: true });
  for (const file of readdirSync(results)) rmSync(path.join(results, file));
  const table = [];
  try {
    for (const [index, step] of chosen.entries()) {
      if (stopped) break;
      console.log(`\n── ${index + 1}/${chosen.length} ${step.name} ${'─'.repeat(60 - step.name.length)}`);
      const started = Date.now();
      const code = await nx([...step.args, '--outputStyle=stream', ...(fresh ? ['--skip-nx-cache'] : [])], { env });
      const totals = totalsOf(step.reports);
      for (const fault of totals.missing) console.error(`  ${fault}`);
      const ok = code === 0 && totals.failed === 0 && totals.missing.length === 0;
      const failed = ok ? 0 : Math.max(totals.failed + totals.missing.length, 1);
      // Lint, types and build count as one promise each.
      table.push({
        name: step.name,
        passed: step.reports ? totals.passed : Number(ok),
        failed,
        seconds: (Date.now() - started) / 1000,
      });
    }
  } finally {
    await postgres.stop();
  }
  return table;
}

try {
  const table = await main();
  const sum = (key) => table.reduce((total, row) => total + row[key], 0);
  console.log(`\n${'step'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(10)}`);
  for (const { name, passed, failed, seconds } of table) {
    console.log(
      `${name.padEnd(14)}${String(passed).padStart(8)}${String(failed).padStart(8)}${seconds.toFixed(1).padStart(10)}`,
    );
  }
  const failed = sum('failed') + (stopped ? 1 : 0);
  process.exitCode = failed > 0 || sum('passed') === 0 ? 1 : 0;
  if (stopped) console.log('Stopped before the end.');
  console.log(`${sum('passed')} passed, ${failed} failed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
