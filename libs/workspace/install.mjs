// Installs the packages when they are missing or older than the lock file, and says so while it works.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './launch.mjs';

const lockFile = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules', '.package-lock.json');
const stampFile = path.join(root, 'node_modules', '.pejling-lock');
const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/**
 * Is every package of package-lock.json in node_modules, at its version? Our stamp answers in a millisecond after our own install;
 * without it (somebody ran npm by hand) npm's own record of what it installed is compared, package by package.
 */
export function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages;
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue;
    const there = found[place];
    if (!there && (entry.optional || entry.peer || entry.devOptional)) continue;
    if (there?.version !== entry.version || there?.integrity !== entry.integrity) return false;
  }
  writeFileSync(stampFile, lockHash());
  return true;
}

function npmCommand() {
  const byNpm = process.env.npm_execpath;
  if (byNpm && /npm-cli\.js$/.test(byNpm) && existsSync(byNpm)) return [process.execPath, [byNpm]];
  return process.platform === 'win32' ? ['npm.cmd', []] : ['npm', []];
}

/**
 * Runs `npm ci` when it is needed; its own lines and, every few seconds, how long it has taken go to the terminal.
 * Under Node 20 npm warns EBADENGINE for packages that ask for newer; those lines are left out, since they run under the Node 24 of this very install.
 * @throws Error when npm fails, with what to do.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log(
    existsSync(installed)
      ? 'Pakkerne er ældre end package-lock.json: henter igen …'
      : 'Henter pakker (et par minutter) …',
  );
  if (Number(process.versions.node.split('.')[0]) < 22) {
    console.log(
      `  Maskinen har Node ${process.versions.node}. Pejling kører på den Node 24, der hentes nu; npms EBADENGINE-linjer udelades.`,
    );
  }
  const [command, before] = npmCommand();
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(config_(local_prefix|global_prefix|noproxy|prefix|user_agent)|lifecycle|package|command)/i.test(name))
      delete env[name];
  }
  delete env.NODE_ENV;
  const child = spawn(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=warn'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: process.platform === 'win32',
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!line.startsWith('npm warn EBADENGINE')) console.error(line);
  });
  const tick = setInterval(() => console.log(`  henter stadig pakker … ${seconds()} s`), 10_000);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve)).finally(() =>
    clearInterval(tick),
  );
  if (code !== 0) {
    throw new Error(
      `"npm ci" stopped with code ${code}. Read its lines above; most often the registry could not be reached. Run the same command again.`,
    );
  }
  writeFileSync(stampFile, lockHash());
  console.log(`Pakkerne er hentet (${seconds()} s).`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'libs/workspace/install.mjs'))
  await ensureInstalled();
