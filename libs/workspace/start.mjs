// `npm start`: packages, build, Postgres, server; Ctrl-C takes them down in the opposite order.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { childEnvironment, findNode, nx, root } from './launch.mjs';
import { ensureInstalled } from './install.mjs';
import { DataInUse, takeFolder } from './processes.mjs';
import { dataFolder, readServeSettings } from './serve-settings.mjs';
import { isBuilt, markBuilt, sourcesHash } from './stamp.mjs';

const say = (line) => console.log(line);
let stopping = false;
let server = null;
let serving = false;
let leave = () => {};
const asked = new Promise((resolve) => (leave = resolve));

function onSignal() {
  if (stopping) return;
  stopping = true;
  if (serving) say('\nStopper: serveren gør sit arbejde færdigt …');
  leave();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);

/** @param hash of the sources, as they are now */
async function build(hash) {
  say('Bygger Pejling (et halvt minut første gang) …');
  const lines = [];
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const tick = setInterval(() => say(`  bygger stadig … ${seconds()} s`), 10_000);
  const code = await nx(['run-many', '-t', 'build', '--outputStyle=static'], { lines }).finally(() =>
    clearInterval(tick),
  );
  if (stopping) return;
  if (code !== 0) throw new Error(`${lines.join('\n')}\nBygningen lykkedes ikke; fejlen står ovenfor.`);
  say(`Bygget (${seconds()} s).`);
  markBuilt(hash);
}

/**
 * Starts the server's process, which loads while the settings are checked and Postgres starts, and begins when `begin` tells it the
 * address and the database. It has its own process group: Ctrl-C comes to us, and we tell it when.
 */
function startServer() {
  const child = spawn(findNode(), ['libs/workspace/host.mjs'], {
    cwd: root,
    env: childEnvironment({
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: path.join(root, '.nx', 'compiled'),
    }),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  child.on('error', () => {});
  child.faults = new Promise((resolve) => {
    child.once('message', ({ faults }) => resolve(faults));
    child.once('exit', () => resolve(['Serveren kunne ikke indlæses; hvorfor står ovenfor.']));
  });
  child.begin = (facts) => child.connected && child.send(facts, () => {});
  child.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  return child;
}

async function endServer() {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  const patience = setTimeout(() => server.kill('SIGKILL'), 15_000);
  await server.ended;
  clearTimeout(patience);
}

function box(lines) {
  const width = Math.max(...lines.map((line) => line.length)) + 4;
  say(`\n  ┌${'─'.repeat(width)}┐`);
  for (const line of lines) say(`  │  ${line.padEnd(width - 2)}│`);
  say(`  └${'─'.repeat(width)}┘\n`);
}

function forward(child, address) {
  let rest = '';
  const signIns = [];
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('PEJLING SIGN-IN ')) signIns.push(line.slice('PEJLING SIGN-IN '.length));
      else if (line.startsWith('PEJLING READY'))
        box([`Pejling kører på ${address}`, 'Stop med Ctrl-C.', ...(signIns.length > 0 ? ['', ...signIns] : [])]);
      else process.stdout.write(`${line}\n`);
    }
  });
}

/** Postgres may die under us (out of memory, a kill): the server waits for it, so bring it back, at most three times a minute. */
async function keepAlive(postgres) {
  const times = [];
  for (;;) {
    await postgres.exited;
    if (stopping) return;
    times.push(Date.now());
    if (times.length >= 3 && Date.now() - times.at(-3) < 60_000) {
      say('Postgres bliver ved med at stoppe; se postgres.log. Pejling stopper.');
      process.exitCode = 1;
      return onSignal();
    }
    say('Postgres stoppede uventet og startes igen …');
    await postgres.startAgain().catch((error) => {
      say(error.message);
      process.exitCode = 1;
      onSignal();
    });
  }
}

async function openDatabase(settings, folder) {
  if (settings.ownDatabase) {
    const lock = takeFolder(folder);
    return { ...settings.ownDatabase, tell: lock.tell, close: async () => lock.release() };
  }
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ dataDir: folder, say });
  void keepAlive(postgres);
  return {
    url: postgres.appUrl,
    adminUrl: postgres.adminUrl,
    tell: postgres.tell,
    async close() {
      await postgres.stop();
      say('Postgres er stoppet. Alt er gemt.');
    },
  };
}

async function serve(settings, folder) {
  serving = true;
  forward(server, settings.shown);
  let database = null;
  try {
    database = await openDatabase(settings, folder);
    database.tell({ address: settings.shown });
    server.begin({
      HOST: settings.host,
      PORT: String(settings.port),
      PEJLING_DATA: folder,
      ...(settings.ownDatabase ? {} : { PEJLING_DEMONSTRATION: process.env.PEJLING_DEMONSTRATION || '1' }),
      DATABASE_URL: database.url,
      DATABASE_ADMIN_URL: database.adminUrl,
    });
    await Promise.race([asked, server.ended]);
    if (!stopping) {
      const { code, signal } = await server.ended;
      say(`Serveren stoppede af sig selv (${signal ?? `kode ${code}`}).`);
      process.exitCode = code || 1;
    }
  } finally {
    stopping = true;
    await endServer();
    await database?.close();
  }
}

try {
  await ensureInstalled();
  const folder = dataFolder();
  const { holderOf } = await import('./processes.mjs');
  const holder = holderOf(folder);
  if (holder) throw new DataInUse(folder, holder);
  const hash = sourcesHash();
  if (isBuilt(hash)) server = startServer();
  const settings = await readServeSettings(process.env, server?.faults);
  if (!server && !stopping) await build(hash);
  if (!stopping) {
    server ??= startServer();
    await serve(settings, folder);
  }
} catch (error) {
  process.exitCode = 1;
  if (error instanceof DataInUse) {
    const { pid, address } = error.holder;
    console.error(
      `Pejling kører allerede på disse data${address ? `: ${address}` : ''} (proces ${pid}, ${path.relative(process.cwd(), dataFolder()) || dataFolder()}).\n` +
        'Brug den, stop den med Ctrl-C, eller vælg andre data med PEJLING_DATA.',
    );
  } else if (!stopping) console.error(error instanceof Error ? error.message : error);
} finally {
  if (server) await endServer();
}
process.exit();
