// What a fresh Postgres needs before our migrations: roles, the database, extensions. The server checks at each start that all of it is there.
import pg from 'pg';

/** Runs work on one connection and closes it; a lost connection is the work's error, never the process's end. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes the roles and gives them their passwords.
 * `pejling_owner` migrates and backs up (BYPASSRLS, since it owns what FORCE RLS guards); `pejling_app` serves and owns nothing;
 * `pejling_doors` and `pejling_search` own the few SECURITY DEFINER functions and cannot sign in. The owner
 * inherits them, or a migration could not replace a function once it is theirs.
 */
export async function prepareRoles(client, { owner, app }) {
  const role = async (name, attributes) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    await client.query(`${rowCount ? 'alter' : 'create'} role ${name} ${attributes}`);
  };
  const plain = 'nosuperuser nocreatedb nocreaterole noreplication';
  await role('pejling_owner', `${plain} login bypassrls password ${client.escapeLiteral(owner)}`);
  await role('pejling_app', `${plain} login nobypassrls password ${client.escapeLiteral(app)}`);
  for (const name of ['pejling_doors', 'pejling_search']) {
    await role(name, `${plain} nologin nobypassrls`);
    await client.query(`grant ${name} to pejling_owner with admin true, inherit true, set true`);
  }
}

/**
 * Makes an empty database owned by pejling_owner with the extensions and the right to connect; nothing for PUBLIC.
 * @param {(database: string) => string} urlOf the superuser's address of a database
 */
export async function prepareDatabase(client, name, urlOf) {
  const quoted = client.escapeIdentifier(name);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (!rowCount) await client.query(`create database ${quoted} owner pejling_owner`);
  await client.query(`revoke all on database ${quoted} from public`);
  await client.query(`grant connect on database ${quoted} to pejling_app`);
  await withClient(urlOf(name), async (inside) => {
    await inside.query('create extension if not exists pg_trgm');
    await inside.query('create extension if not exists unaccent');
  });
}
