// A real Postgres from npm's packages, for `npm start`, the tests and the bench.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  abandonedFolders,
  postgresAccount,
  postgresBinaries,
  postgresHome,
  throwawayFolder,
} from './postgres-binaries.mjs';
import {
  clearLeftBehind,
  freePort,
  launchPostmaster,
  makeCluster,
  resetPassword,
  stopPostmaster,
} from './postgres-process.mjs';
import { prepareDatabase, prepareRoles, withClient } from './postgres-prepare.mjs';
import { isAlive, takeFolder, until } from './processes.mjs';

export { DataInUse } from './processes.mjs';

const DATABASE = 'pejling';
const MAJOR = '18';
/** Raised when prepareRoles or prepareDatabase change, so that an existing folder is prepared again. */
const PREPARED = '2';

const baseSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  deadlock_timeout: '100ms',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
};
/** For throwaway databases only: a power cut would lose them, a killed process does not. */
const hastySettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

function secretsOf(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  if (existsSync(file)) return { secrets: JSON.parse(readFileSync(file, 'utf8')), isNew: false };
  const word = () => randomBytes(24).toString('hex');
  const secrets = { superuser: word(), owner: word(), app: word() };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flush: true });
  return { secrets, isNew: true };
}

async function sweep() {
  for (const folder of abandonedFolders(isAlive)) {
    try {
      const home = postgresHome(folder);
      await clearLeftBehind({ home, binaries: postgresBinaries(), account: postgresAccount() });
      rmSync(home, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or another run is sweeping it just now.
    }
  }
}

/** @type {typeof import('./postgres.d.mts').startPostgres} */
export async function startPostgres({
  dataDir,
  throwaway = false,
  durable = !throwaway,
  settings = {},
  port,
  say = () => {},
} = {}) {
  if (throwaway) await sweep();
  const folder = throwaway ? (dataDir ?? throwawayFolder()) : dataDir;
  if (!folder) throw new Error('startPostgres needs a dataDir, or throwaway: true.');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeFolder(folder);
  try {
    return await startHolding({ folder, lock, throwaway, durable, settings, port, say });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startHolding({ folder, lock, throwaway, durable, settings, port, say }) {
  const account = postgresAccount();
  const binaries = postgresBinaries();
  const home = postgresHome(folder);
  if (account && !throwaway) say(`Root: Postgres kører som brugeren "${account.name}", med data i ${home}.`);
  const cluster = path.join(home, 'cluster');
  const { secrets, isNew } = secretsOf(folder);
  if ((await clearLeftBehind({ home, binaries, account })) === 'stopped')
    say('En efterladt Postgres fra sidste gang er stoppet.');
  if (!existsSync(cluster)) {
    say('Opretter databasen …');
    makeCluster({ binaries, home, account, password: secrets.superuser, durable });
  } else {
    const major = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (major !== MAJOR) throw new Error(`The data in ${cluster} was made by Postgres ${major}; this is ${MAJOR}.`);
    if (isNew) resetPassword({ binaries, home, account, password: secrets.superuser });
  }
  const chosen = port ?? (await freePort());
  const address = (role, password, database = DATABASE) =>
    `postgresql://${role}:${password}@127.0.0.1:${chosen}/${database}`;
  const superUrlOf = (database) => address('pejling_superuser', secrets.superuser, database);
  const launch = () =>
    launchPostmaster({
      ...{ binaries, home, account, port: chosen },
      settings: { ...baseSettings, ...(durable ? {} : hastySettings), ...settings },
    });
  let running = await launch();

  const stop = async () => {
    process.off('exit', atExit);
    if (!running.hasExited()) await stopPostmaster({ pid: running.pid, home, binaries, account });
    if (throwaway) {
      rmSync(home, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    } else lock.release();
  };
  // Nobody may await in an exit handler: the signal goes out, Postgres ends by itself.
  const atExit = () => {
    try {
      if (!running.hasExited()) process.kill(running.pid, throwaway ? 'SIGQUIT' : 'SIGINT');
    } catch {
      // It ended a moment ago.
    }
  };
  process.on('exit', atExit);

  try {
    await prepare({ home, secrets, isNew, superUrlOf });
  } catch (error) {
    await stop();
    throw error;
  }
  lock.tell({ postgresPort: chosen });
  return {
    port: chosen,
    dataDir: folder,
    superUrl: superUrlOf(DATABASE),
    adminUrl: address('pejling_owner', secrets.owner),
    appUrl: address('pejling_app', secrets.app),
    get pid() {
      return running.pid;
    },
    get exited() {
      return running.exited;
    },
    tell: (facts) => lock.tell(facts),
    stop,
    async kill(signal = 'SIGKILL') {
      process.kill(running.pid, signal);
      await until(() => running.hasExited(), 10_000);
    },
    async startAgain() {
      if (!running.hasExited()) throw new Error('Postgres is already running.');
      await clearLeftBehind({ home, binaries, account });
      running = await launch();
    },
  };
}

async function prepare({ home, secrets, isNew, superUrlOf }) {
  const marker = path.join(home, 'prepared');
  if (!isNew && existsSync(marker) && readFileSync(marker, 'utf8') === PREPARED) return;
  await withClient(superUrlOf('postgres'), async (client) => {
    await prepareRoles(client, secrets);
    await prepareDatabase(client, DATABASE, superUrlOf);
  });
  writeFileSync(marker, PREPARED);
}

const withDatabase = (url, database) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

/** @type {typeof import('./postgres.d.mts').createTestDatabase} */
export async function createTestDatabase(server, name, template) {
  const urls = {
    superUrl: withDatabase(server.superUrl, name),
    adminUrl: withDatabase(server.adminUrl, name),
    appUrl: withDatabase(server.appUrl, name),
  };
  await withClient(withDatabase(server.superUrl, 'postgres'), async (client) => {
    const quoted = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${quoted} with (force)`);
    if (!template) {
      await prepareDatabase(client, name, (database) => withDatabase(server.superUrl, database));
      return;
    }
    await client.query(
      `create database ${quoted} template ${client.escapeIdentifier(template)} owner pejling_owner strategy file_copy`,
    );
    await client.query(`revoke all on database ${quoted} from public`);
    await client.query(`grant connect on database ${quoted} to pejling_app`);
  });
  return {
    name,
    ...urls,
    drop: () =>
      withClient(withDatabase(server.superUrl, 'postgres'), (client) =>
        client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
      ),
  };
}

/** @type {typeof import('./postgres.d.mts').testPostgres} */
export async function testPostgres() {
  const {
    PEJLING_TEST_SUPER_URL: superUrl,
    PEJLING_TEST_ADMIN_URL: adminUrl,
    PEJLING_TEST_APP_URL: appUrl,
  } = process.env;
  if (superUrl && adminUrl && appUrl) return { superUrl, adminUrl, appUrl, stop: async () => {} };
  return startPostgres({ throwaway: true });
}
