// `npm run dev`: the server restarts and the browser reloads when a file changes.
import { spawn } from 'node:child_process';
import { childEnvironment, findNode, root } from './launch.mjs';
import { ensureInstalled } from './install.mjs';
import { dataFolder, readServeSettings } from './serve-settings.mjs';

await ensureInstalled();
const { buildBackend, watchBackend } = await import('./build-backend.mjs');
const { startPostgres } = await import('./postgres.mjs');
const settings = await readServeSettings().catch((error) => (console.error(error.message), process.exit(1)));
const postgres = settings.ownDatabase
  ? null
  : await startPostgres({ dataDir: dataFolder(), say: console.log }).catch(
      (error) => (console.error(error.message), process.exit(1)),
    );
await buildBackend();
watchBackend();

const env = childEnvironment({
  HOST: settings.host,
  PORT: String(settings.port),
  GRAPHQL_DOCUMENTS: 'any',
  DATABASE_URL: settings.ownDatabase?.url ?? postgres.appUrl,
  DATABASE_ADMIN_URL: settings.ownDatabase?.adminUrl ?? postgres.adminUrl,
  PEJLING_DATA: dataFolder(),
  PEJLING_BACKEND: `http://${settings.host}:${settings.port}`,
  ...(postgres ? { PEJLING_DEMONSTRATION: process.env.PEJLING_DEMONSTRATION || '1' } : {}),
});
const start = (...args) =>
  spawn(findNode(), args, { cwd: root, env, stdio: 'inherit', detached: process.platform !== 'win32' });
const children = [
  start('--watch', '--watch-preserve-output', '--enable-source-maps', 'backend/dist/main.js'),
  start('node_modules/vite/bin/vite.js', 'frontend', '--clearScreen', 'false'),
];

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  const ended = children.map((child) =>
    child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once('exit', resolve)) : null,
  );
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(ended);
  await postgres?.stop();
  process.exit();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const child of children) child.once('exit', stop);
