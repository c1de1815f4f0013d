// The Postgres process itself: made, started, waited for, stopped.
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { isAlive, isListed, isPostgresIn, postgresProcessesIn, until } from './processes.mjs';

const ownerOf = (account) => (account ? { uid: account.uid, gid: account.gid } : {});

/** Only what Postgres needs, so that a bare environment and a full one give the same database. */
const environment = () => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {}),
});

const program = (binaries, name) => path.join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** With LC_CTYPE=C pg_trgm drops æ and ø; macOS and Windows know UTF-8 by other names. */
const locale = { darwin: ['--locale=en_US.UTF-8'], win32: [] }[process.platform] ?? ['--locale=C.UTF-8'];

/**
 * Makes a new database cluster, whole or not at all: it is built beside its place and moved there.
 * @throws Error with initdb's own words
 */
export function makeCluster({ binaries, home, account, password, durable }) {
  const draft = path.join(home, 'cluster.new');
  const passwordFile = path.join(home, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const made = spawnSync(
    program(binaries, 'initdb'),
    [
      ...[
        '-D',
        draft,
        '-U',
        'pejling_superuser',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
      ],
      ...[...locale, '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(durable ? [] : ['--no-sync'])],
    ],
    { encoding: 'utf8', env: environment(), cwd: home, ...ownerOf(account) },
  );
  unlinkSync(passwordFile);
  if (made.status !== 0) throw new Error(`Postgres could not make its data: ${made.error?.message ?? made.stderr}`);
  renameSync(draft, path.join(home, 'cluster'));
}

/** Gives the superuser a new password when ours was lost. The server must not be running. */
export function resetPassword({ binaries, home, account, password }) {
  const done = spawnSync(program(binaries, 'postgres'), ['--single', '-D', path.join(home, 'cluster'), 'postgres'], {
    input: `alter role pejling_superuser password '${password}'\n`,
    encoding: 'utf8',
    env: environment(),
    cwd: home,
    ...ownerOf(account),
  });
  if (done.status !== 0) throw new Error(`Postgres did not take a new password: ${done.stderr}`);
}

/** A port on 127.0.0.1 that nobody listens to now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const pidFileOf = (home) => path.join(home, 'cluster', 'postmaster.pid');

function pidIn(home) {
  try {
    const pid = Number(readFileSync(pidFileOf(home), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Clears the way on a cluster: stops a Postgres left behind by a killed server, waits for children of a killed postmaster, and deletes a pid
 * file whose pid now belongs to something else (Postgres would refuse to start on it).
 * @returns {Promise<'nothing' | 'stopped' | 'stale'>} what there was
 */
export async function clearLeftBehind({ home, binaries, account }) {
  const cluster = path.join(home, 'cluster');
  const pid = pidIn(home);
  if (pid !== null && isPostgresIn(pid, cluster)) {
    await stopPostmaster({ pid, home, binaries, account });
    return 'stopped';
  }
  const orphans = () => postgresProcessesIn(cluster);
  if (orphans().length > 0 && !(await until(() => orphans().length === 0, 5_000))) {
    for (const orphan of orphans()) process.kill(orphan, 'SIGKILL');
    await until(() => orphans().length === 0, 5_000);
  }
  if (pid === null) return 'nothing';
  if (isListed(pid)) unlinkSync(pidFileOf(home));
  return 'stale';
}

/**
 * Stops a postmaster: fast (open transactions are rolled back), at once if that takes too long.
 * @throws Error when it will not end
 */
export async function stopPostmaster({ pid, home, binaries, account, fastLimit = 20_000 }) {
  if (process.platform === 'win32') {
    const cluster = path.join(home, 'cluster');
    spawnSync(program(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast'], {
      env: environment(),
      ...ownerOf(account),
    });
  }
  for (const [signal, limit] of [
    ['SIGINT', fastLimit],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ]) {
    if (!isAlive(pid)) return;
    if (process.platform !== 'win32') process.kill(pid, signal);
    if (await until(() => !isAlive(pid), limit)) return;
  }
  throw new Error(`Postgres (process ${pid}) did not stop.`);
}

function logTail(home) {
  const file = path.join(home, 'postgres.log');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-12).join('\n') : '';
}

/**
 * Starts the postmaster and waits until it takes connections. It is detached, so that Ctrl-C in the terminal stops our server first and not it.
 * @param {Record<string, string>} settings as in postgresql.conf
 * @returns {Promise<{ pid: number, exited: Promise<void>, hasExited(): boolean }>}
 * @throws Error with the end of its log
 */
export async function launchPostmaster({ binaries, home, account, port, settings }) {
  const cluster = path.join(home, 'cluster');
  const log = path.join(home, 'postgres.log');
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
  const logFd = openSync(log, 'a', 0o600);
  if (account) chownSync(log, account.uid, account.gid);
  const child = spawn(
    program(binaries, 'postgres'),
    [
      '-D',
      cluster,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      detached: true,
      stdio: ['ignore', logFd, logFd],
      env: environment(),
      cwd: cluster,
      windowsHide: true,
      ...ownerOf(account),
    },
  );
  closeSync(logFd);
  let ended = false;
  const exited = new Promise((resolve) => {
    const end = () => ((ended = true), resolve());
    child.once('exit', end).once('error', end);
  });
  child.unref();
  const ready = () => {
    try {
      const lines = readFileSync(pidFileOf(home), 'utf8').split('\n');
      return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
    } catch {
      return false;
    }
  };
  const came = await until(() => ended || ready(), 300_000);
  if (!came || ended) throw new Error(`Postgres did not start. The end of ${log}:\n${logTail(home)}`);
  return { pid: child.pid, exited, hasExited: () => ended };
}
