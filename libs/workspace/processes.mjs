// Who is that process? A pid alone does not tell: after a restart of the machine another program may have it.
import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  unlinkSync,
  writeFileSync,
  readdirSync,
} from 'node:fs';
import path from 'node:path';

/** Does a process with this id work now, of whatever user? */
export const isAlive = (pid) => isListed(pid) && (process.platform === 'win32' || birthOf(pid) !== '');

/** Is the id taken now: by one that works, or by one that has ended and was not noted? Postgres asks no more than this. */
export function isListed(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A text that no other process on this machine ever shares with this pid, also not after a restart; '' when it is not running. */
export function birthOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // It has ended, and whoever should note it (in a container, often nobody) has not yet.
      if (fields[0] === 'Z') return '';
      const started = fields[19];
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${started}`;
    }
    if (process.platform === 'win32') return isAlive(pid) ? 'running' : '';
    const [, state, started] = /^(\S+)\s+(.*)$/.exec(
      execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
    );
    return state.startsWith('Z') ? '' : started;
  } catch {
    return '';
  }
}

/**
 * The Postgres processes that work in this folder, oldest first: the postmaster, or children it left when it was killed.
 * @param {string} cluster the data folder, absolute
 * @returns {number[]}
 */
export function postgresProcessesIn(cluster) {
  if (process.platform !== 'linux') return [];
  const found = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (readlinkSync(`/proc/${name}/cwd`) !== cluster) continue;
      if (!/postgres( \(deleted\))?$/.test(readlinkSync(`/proc/${name}/exe`))) continue;
      found.push(Number(name));
    } catch {
      // Another user's process, or one that ended while we looked.
    }
  }
  return found.sort((a, b) => a - b);
}

/** Is this pid a postgres that works in this folder? */
export function isPostgresIn(pid, cluster) {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return postgresProcessesIn(cluster).includes(pid);
  if (process.platform === 'win32') return true;
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return false;
  }
}

/**
 * Waits until the condition holds, looking every 20 ms.
 * @param {() => boolean} condition
 * @param {number} limit milliseconds
 * @returns {Promise<boolean>} whether it came to hold
 */
export async function until(condition, limit) {
  const end = Date.now() + limit;
  for (;;) {
    if (condition()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Somebody who is alive holds the data folder. `holder` is what they wrote: pid, born, and the address when they serve. */
export class DataInUse extends Error {
  constructor(folder, holder) {
    super(`The data in ${folder} is in use by process ${holder.pid}${holder.address ? ` (${holder.address})` : ''}.`);
    this.holder = holder;
  }
}

const lockFile = (folder) => path.join(folder, 'pejling.lock');

/** Who holds the data folder and is alive; null when nobody does. */
export function holderOf(folder) {
  try {
    const holder = JSON.parse(readFileSync(lockFile(folder), 'utf8'));
    return holder.born && birthOf(holder.pid) === holder.born ? holder : null;
  } catch {
    return null;
  }
}

/**
 * Takes the data folder for this process; a lock left by a dead one is taken over.
 * @returns {{ tell(facts: object): void, release(): void }} `tell` adds facts such as the address for whoever comes second
 * @throws DataInUse when a living process holds it
 */
export function takeFolder(folder) {
  mkdirSync(folder, { recursive: true });
  const file = lockFile(folder);
  let mine = { pid: process.pid, born: birthOf(process.pid) };
  const draft = `${file}.${process.pid}`;
  const write = () => writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  for (;;) {
    const holder = holderOf(folder);
    if (holder) throw new DataInUse(folder, holder);
    try {
      renameSync(file, `${file}.stale`);
      unlinkSync(`${file}.stale`);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    write();
    try {
      linkSync(draft, file);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return {
    tell(facts) {
      mine = { ...mine, ...facts };
      write();
      renameSync(draft, file);
    },
    release() {
      if (holderOf(folder)?.pid === process.pid) unlinkSync(file);
    },
  };
}
