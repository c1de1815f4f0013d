// Runs a script under the project's own Node 24, whatever Node the machine has.
// Plain JavaScript for Node 20.19 and up: it runs before and beside everything else.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const REQUIRED_MAJOR = 24;

/**
 * The absolute path of the Node 24 binary that npm installed for this platform, else the machine's own Node when it is new enough.
 * `node_modules/.bin/node` is never asked: with several platforms optional, npm links none or the wrong one.
 * @throws Error that says what to do when there is neither.
 */
export function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath;
  throw new Error(
    `Node ${REQUIRED_MAJOR} is not published by npm for ${process.platform}-${process.arch} (looked for ${own}), and this is Node ${process.versions.node}. ` +
      `Run "npm ci", or install Node ${REQUIRED_MAJOR} from nodejs.org and try again.`,
  );
}

/**
 * The environment for a child: Node 24 first in PATH, none of npm's own variables (a nested npm would take them as settings and warn),
 * and Nx kept to this machine: no daemon, no cloud, no questions, no figures sent home.
 * @param {Record<string, string | undefined>} [extra] set last; an undefined value removes the name.
 */
export function childEnvironment(extra = {}) {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^npm_/i.test(name) && name !== 'INIT_CWD' && value !== undefined) env[name] = value;
  }
  const pathName = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  env[pathName] = [path.dirname(findNode()), path.join(root, 'node_modules', '.bin'), env[pathName]]
    .filter(Boolean)
    .join(path.delimiter);
  Object.assign(env, {
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_NEVER_CONNECT_TO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_INTERACTIVE: 'false',
    NX_SKIP_NX_CONSOLE: 'true',
    NX_NATIVE_FILE_CACHE_DIRECTORY: path.join(root, '.nx', 'native'),
    DO_NOT_TRACK: '1',
    ...extra,
  });
  for (const name of Object.keys(env)) if (env[name] === undefined) delete env[name];
  return env;
}

/**
 * Runs a script under Node 24 and waits. Ctrl-C reaches the child from the terminal by itself; SIGTERM and SIGHUP are handed on.
 * @param {string} script path, relative to the root or absolute
 * @param {string[]} [args]
 * @param {{ env?: Record<string, string | undefined>, lines?: string[], cwd?: string, nodeArgs?: string[] }} [options]
 * `lines`, when given, takes what the script prints, and the terminal stays still.
 * @returns {Promise<number>} the exit code, 128 + n for a signal
 */
export function run(script, args = [], { env = {}, lines, cwd = root, nodeArgs = [] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(findNode(), [...nodeArgs, path.resolve(root, script), ...args], {
      cwd,
      stdio: lines ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: childEnvironment(env),
    });
    for (const output of lines ? [child.stdout, child.stderr] : []) {
      createInterface({ input: output }).on('line', (line) => lines.push(line));
    }
    const stay = () => {};
    const handOn = (signal) => child.kill(signal);
    process.on('SIGINT', stay).on('SIGTERM', handOn).on('SIGHUP', handOn);
    const done = () => process.off('SIGINT', stay).off('SIGTERM', handOn).off('SIGHUP', handOn);
    child.once('error', (error) => (done(), reject(error)));
    child.once('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal ?? ''] ?? 0));
    });
  });
}

/** Runs Nx with these arguments; resolves to its exit code. */
export const nx = (args, options) => run('node_modules/nx/dist/bin/nx.js', args, options);
