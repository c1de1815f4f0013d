import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, DataInUse, startPostgres, type RunningPostgres } from '../postgres.mjs';
import { postgresHome } from '../postgres-binaries.mjs';

async function ask(url: string, sql: string): Promise<any[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded Postgres', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'pejling data æøå '));
  const home = postgresHome(dataDir);
  let postgres: RunningPostgres;
  const said: string[] = [];
  const start = () => startPostgres({ dataDir, say: (line) => said.push(line) });

  beforeAll(async () => void (postgres = await start()), 60_000);
  afterAll(async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  });

  it('keeps Danish letters: in lower case, in trigrams and in sorting', async () => {
    const [row] = await ask(
      postgres.appUrl,
      `select lower('ÆRØ') as lower, cardinality(show_trgm('ærø')) as trigrams,
              (select string_agg(n, ' ' order by n collate "da-x-icu") from unnest(array['Åse','Zoe','Ærø','Øster']) n) as sorted`,
    );
    expect(row).toEqual({ lower: 'ærø', trigrams: 4, sorted: 'Zoe Ærø Øster Åse' });
  });

  it('serves with a role that owns nothing and is bound by row-level security', async () => {
    const rows = await ask(
      postgres.superUrl,
      `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname like 'pejling_%' order by 1`,
    );
    const plain = { rolsuper: false, rolcreaterole: false, rolcreatedb: false };
    expect(rows.filter((row) => row.rolname !== 'pejling_superuser')).toEqual([
      { rolname: 'pejling_app', rolbypassrls: false, rolcanlogin: true, ...plain },
      { rolname: 'pejling_doors', rolbypassrls: false, rolcanlogin: false, ...plain },
      { rolname: 'pejling_owner', rolbypassrls: true, rolcanlogin: true, ...plain },
      { rolname: 'pejling_search', rolbypassrls: false, rolcanlogin: false, ...plain },
    ]);
    await expect(ask(postgres.appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(ask(postgres.appUrl, 'set role pejling_owner')).rejects.toThrow(/permission denied/);
  });

  it('lets the owner hand a function to pejling_doors and replace it afterwards', async () => {
    const define = 'create or replace function trial.door() returns int language sql security definer as ';
    await ask(
      postgres.adminUrl,
      `create schema trial; grant create on schema trial to pejling_doors;
       ${define} 'select 1'; alter function trial.door() owner to pejling_doors; ${define} 'select 2'`,
    );
    const [row] = await ask(
      postgres.adminUrl,
      `select trial.door() as answer, pg_get_userbyid(proowner) as owner from pg_proc where proname = 'door'`,
    );
    expect(row).toEqual({ answer: 2, owner: 'pejling_doors' });
  });

  it('asks for a password', async () => {
    const url = new URL(postgres.appUrl);
    url.password = 'wrong';
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('says who holds the data when a second one starts on it', async () => {
    postgres.tell({ address: 'http://localhost:3000' });
    const second = await start().catch((error: unknown) => error);
    expect(second).toBeInstanceOf(DataInUse);
    expect((second as DataInUse).holder).toMatchObject({ pid: process.pid, address: 'http://localhost:3000' });
  });

  it('loses nothing that was committed when it is killed, and comes back on the same port', async () => {
    await ask(postgres.adminUrl, 'create table kept as select 1 as one');
    await postgres.kill();
    await postgres.startAgain();
    expect(await ask(postgres.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('starts after a power cut: the pid in its file belongs to something else by now', async () => {
    await postgres.kill();
    const pidFile = path.join(home, 'cluster', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
    await postgres.startAgain();
    expect(await ask(postgres.adminUrl, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('makes itself a new password when its own was lost', async () => {
    await postgres.stop();
    rmSync(path.join(dataDir, 'secrets.json'));
    postgres = await start();
    expect(await ask(postgres.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps its passwords where only we can read them', () => {
    const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
    expect(new Set(Object.values(secrets)).size).toBe(3);
  });

  it('makes databases for tests, empty or as a copy, and leaves nothing of a throwaway behind', async () => {
    const throwaway = await startPostgres({ throwaway: true });
    const template = await createTestDatabase(throwaway, 'template_one');
    await ask(template.adminUrl, 'create table seeded as select 7 as seven');
    const copy = await createTestDatabase(throwaway, 'copy_one', 'template_one');
    expect(await ask(copy.adminUrl, 'select seven from seeded')).toEqual([{ seven: 7 }]);
    await copy.drop();
    await expect(ask(copy.adminUrl, 'select 1')).rejects.toThrow(/does not exist/);
    await throwaway.stop();
    expect(existsSync(throwaway.dataDir)).toBe(false);
  });
});
