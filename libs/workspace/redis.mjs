// Finds Valkey or Redis for the tests of many servers, or installs Debian's when we may; a missing one fails the run, nothing is skipped.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function findRedis() {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  const candidates = ['valkey-server', 'redis-server'].flatMap((name) =>
    folders.map((folder) => path.join(folder, name)),
  );
  return candidates.find((file) => existsSync(file)) ?? null;
}

/**
 * The path of a valkey-server or redis-server, installing Debian's package when we are root on a machine with apt-get.
 * @throws Error that says what to do when there is none
 */
export function requireRedis() {
  const found = findRedis();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Valkey or Redis on this machine: installing Debian\'s package "redis-server" with apt-get …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
    const install = () => apt('install', '-y', '-q', '--no-install-recommends', 'redis-server');
    if (install() || (apt('update', '-q') && install())) {
      const installed = findRedis();
      if (installed) return installed;
    }
  }
  throw new Error(
    'The tests of many servers need valkey-server or redis-server: install one (Debian: apt-get install redis-server; macOS: brew install valkey) and run again.',
  );
}

/**
 * A server of its own, loopback only, keeping nothing on disk.
 * @param options.port a free one unless it is named
 * @param options.password asked of everybody; nobody is asked without it
 * @returns its url without the password, its port, and how to stop it
 */
export async function startRedis({ port: named, password } = {}) {
  const binary = requireRedis();
  const folder = mkdtempSync(path.join(tmpdir(), 'pejling-redis-'));
  const port = named ?? (await freePort());
  const asks = password ? ['--requirepass', password] : [];
  const child = spawn(
    binary,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder, ...asks],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (/Ready to accept connections/i.test(said)) resolve(undefined);
    });
    child.once('exit', (code) => reject(new Error(`${binary} ended with ${code}: ${said}`)));
    child.once('error', reject);
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const { createServer } = await import('node:net');
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
