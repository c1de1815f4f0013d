import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../../libs/workspace/postgres.mjs';
import { MUTANTS, type Mutant } from './mutants.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const COPIED = ['backend', 'libs', 'frontend', 'package.json', 'tsconfig.base.json'];

/** A scratch copy of the sources, so that no mutant is ever left in the real ones. */
function scratchCopy(): string {
  const scratch = mkdtempSync(join(tmpdir(), 'pejling-mutant-'));
  for (const name of COPIED)
    cpSync(join(ROOT, name), join(scratch, name), { recursive: true, filter: (path) => !path.endsWith('/dist') });
  symlinkSync(join(ROOT, 'node_modules'), join(scratch, 'node_modules'));
  return scratch;
}

/** What Vitest's JSON says of a run. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { message: string; assertionResults: { fullName: string; failureMessages: string[] }[] }[];
}

const failuresIn = ({ testResults }: Report): string =>
  testResults
    .flatMap(({ message, assertionResults }) => [
      message,
      ...assertionResults.flatMap(({ fullName, failureMessages }) =>
        failureMessages.map((one) => `${fullName}\n${one}`),
      ),
    ])
    .filter((words) => words !== '')
    .join('\n');

/** @returns how the spec ended in the copy, and what it printed */
function runSpec(
  scratch: string,
  { side, spec }: Mutant,
  env: NodeJS.ProcessEnv,
): { green: boolean; ran: boolean; output: string } {
  const build = spawnSync(process.execPath, ['libs/workspace/build-backend.mjs'], {
    cwd: scratch,
    env,
    encoding: 'utf8',
  });
  if (build.status !== 0) return { green: false, ran: false, output: build.stdout + build.stderr };
  const report = join(scratch, 'report.json');
  rmSync(report, { force: true });
  const run = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      `${side ?? 'backend'}/vitest.config.ts`,
      '--reporter=json',
      `--outputFile=${report}`,
      spec,
    ],
    {
      cwd: scratch,
      env,
      encoding: 'utf8',
      timeout: 300_000,
      maxBuffer: 64_000_000,
    },
  );
  const totals = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : undefined;
  return {
    green: run.status === 0,
    ran: (totals?.numPassedTests ?? 0) + (totals?.numFailedTests ?? 0) > 0,
    output: totals ? failuresIn(totals) : run.stdout.slice(-3_000) + run.stderr.slice(-3_000),
  };
}

function apply(scratch: string, { edits }: Mutant): void {
  for (const { file, find, replace } of edits) {
    const path = join(scratch, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }
}

async function main(): Promise<void> {
  // Words of a mutant's name choose it; `--from` and words go on from it, where a run was stopped.
  const words = process.argv.at(-1)!;
  const isFrom = process.argv.includes('--from');
  const first = isFrom ? MUTANTS.findIndex((mutant) => mutant.name.includes(words)) : 0;
  const chosen = MUTANTS.slice(first).filter(
    (mutant) => isFrom || process.argv.length === 2 || mutant.name.includes(words),
  );
  for (const { name, edits } of chosen)
    for (const { file, find } of edits) {
      if (!readFileSync(join(ROOT, file), 'utf8').includes(find))
        throw new Error(`${name}: ${file} no longer holds what it breaks`);
    }
  const server = await startPostgres({ throwaway: true });
  const env = {
    ...process.env,
    PEJLING_TEST_SUPER_URL: server.superUrl,
    PEJLING_TEST_ADMIN_URL: server.adminUrl,
    PEJLING_TEST_APP_URL: server.appUrl,
  };
  let caught = 0;
  let missed = 0;
  try {
    const untouched = scratchCopy();
    for (const mutant of new Map(chosen.map((one) => [one.spec, one])).values()) {
      const { spec } = mutant;
      const { green, output } = runSpec(untouched, mutant, env);
      if (!green) throw new Error(`${spec} is red without any mutant:\n${output}`);
      process.stdout.write(`green without mutants: ${spec}\n`);
    }
    rmSync(untouched, { recursive: true, force: true });
    for (const mutant of chosen) {
      const scratch = scratchCopy();
      apply(scratch, mutant);
      const { green, ran, output } = runSpec(scratch, mutant, env);
      rmSync(scratch, { recursive: true, force: true });
      // A copy that does not even load has caught nothing: the patch itself is broken.
      if (!ran) throw new Error(`${mutant.name}: its spec ran no test\n${output}`);
      if (green) missed += 1;
      else caught += 1;
      process.stdout.write(`${green ? 'MISSED' : 'caught'}: ${mutant.name} (${mutant.promise})\n`);
    }
  } finally {
    await server.stop();
  }
  process.stdout.write(`${caught} passed, ${missed} failed\n`);
  process.exitCode = missed === 0 && caught > 0 ? 0 : 1;
}

await main();
