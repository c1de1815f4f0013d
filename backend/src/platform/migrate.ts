import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

// Any number that no other program locks: replicas that start together migrate one after the other.
const MIGRATION_LOCK = 7_351_464;

/** Where the schema's files lie, seen from the running server (backend/dist or backend/src). */
export interface SchemaFiles {
  migrations: string;
  /** Folders below which every .sql file is a set of functions, installed anew when it has changed. */
  source: string;
}

/**
 * Brings the database forward: each file of migrations/ once, in the order of their names, and the functions
 * of the rooms' .sql files whenever their text has changed. Runs as the owner (DATABASE_ADMIN_URL).
 * @returns the names of what was applied
 */
export async function migrate(adminUrl: string, files: SchemaFiles): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'pejling-migrate' });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      `create table if not exists schema_file (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const known = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_file')).rows.map((row) => [
        row.name,
        row.sha256,
      ]),
    );
    for (const name of (await readdir(files.migrations)).filter((file) => file.endsWith('.sql')).sort()) {
      if (known.has(name)) continue;
      await apply(client, name, await readFile(join(files.migrations, name), 'utf8'));
      applied.push(name);
    }
    for (const name of await functionFiles(files.source)) {
      const text = await readFile(join(files.source, name), 'utf8');
      if (applied.length === 0 && known.get(name) === sha256(text)) continue;
      await apply(client, name, text);
      applied.push(name);
    }
  } finally {
    await client.end();
  }
  return applied;
}

async function functionFiles(source: string): Promise<string[]> {
  const names = (await readdir(source, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.sql'));
  // Functions lean on those of earlier rooms: platform first, then access, then the rest by name.
  const rank = (name: string) =>
    name.startsWith('platform/') ? 0 : name.startsWith('access/') ? 1 : name.startsWith('screens/') ? 3 : 2;
  return names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

async function apply(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query('begin');
  try {
    // Functions of one room call those of another, whatever order their files come in; a test runs them all.
    await client.query('set local check_function_bodies = off');
    await client.query(text);
    await client.query(
      `insert into schema_file (name, sha256) values ($1, $2) on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()`,
      [name, sha256(text)],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
