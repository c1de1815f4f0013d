// `npm run admin -- <command>`: the server's own commands, on the running embedded Postgres, on a stopped one, or on yours.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './launch.mjs';
import { ensureInstalled } from './install.mjs';
import { holderOf } from './processes.mjs';
import { dataFolder, readServeSettings } from './serve-settings.mjs';

/** The addresses of the Postgres that a running `npm start` holds, read from what it wrote beside the data. */
function addressesOf(holder, folder) {
  const secrets = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'));
  const url = (role, password) => `postgresql://${role}:${password}@127.0.0.1:${holder.postgresPort}/pejling`;
  return { url: url('pejling_app', secrets.app), adminUrl: url('pejling_owner', secrets.owner) };
}

try {
  await ensureInstalled();
  const { buildBackend } = await import('./build-backend.mjs');
  const { isBuilt } = await import('./stamp.mjs');
  if (!isBuilt()) await buildBackend();
  const folder = dataFolder();
  let { ownDatabase: database } = await readServeSettings({ ...process.env, HOST: '', PORT: '' });
  let stop = async () => {};
  if (!database) {
    const holder = holderOf(folder);
    if (holder?.postgresPort) database = addressesOf(holder, folder);
    else {
      const { startPostgres } = await import('./postgres.mjs');
      const postgres = await startPostgres({ dataDir: folder, say: console.log });
      database = { url: postgres.appUrl, adminUrl: postgres.adminUrl };
      stop = () => postgres.stop();
    }
  }
  try {
    process.exitCode = await run('backend/dist/admin.js', process.argv.slice(2), {
      env: { DATABASE_URL: database.url, DATABASE_ADMIN_URL: database.adminUrl, PEJLING_DATA: folder },
    });
  } finally {
    await stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
