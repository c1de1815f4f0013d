import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { checkDatabase, DatabaseRefused, type DatabaseAddresses } from '../../src/platform/database-checks.ts';

const NAME = 'pejling_checked';
const PASSWORD = 'for-this-test-only';
let database: TestDatabase;
let root: pg.Client;

const on = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
const as = (role: string): string =>
  Object.assign(new URL(database.appUrl), { username: role, password: PASSWORD }).href;
const faultsOf = async (addresses: Partial<DatabaseAddresses>): Promise<string[]> => {
  try {
    await checkDatabase({ DATABASE_ADMIN_URL: database.adminUrl, DATABASE_URL: database.appUrl, ...addresses });
    return [];
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    return error.faults;
  }
};

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'), NAME, inject('template'));
  root = new pg.Client({ connectionString: on(database.superUrl, 'postgres') });
  await root.connect();
  const roles = ['checked_bypasses', 'checked_could_bypass', 'checked_could_own', 'checked_stranger'];
  for (const role of roles) {
    await root.query(`drop role if exists ${role}`);
    await root.query(`create role ${role} login password '${PASSWORD}'`);
    await root.query(`grant connect on database ${NAME} to ${role}`);
  }
  await root.query(`alter role checked_bypasses bypassrls;
    grant checked_bypasses to checked_could_bypass with inherit false, set true;
    grant pejling_app to checked_bypasses, checked_could_bypass, checked_could_own;
    grant pejling_owner to checked_could_own with inherit false, set true`);
  await root.query(`drop database if exists pejling_ascii`);
  await root.query(
    `create database pejling_ascii template template0 encoding 'SQL_ASCII' locale 'C' locale_provider libc`,
  );
});
afterAll(async () => {
  await root.query('drop database if exists pejling_ascii');
  await database.drop();
  for (const role of ['checked_could_bypass', 'checked_bypasses', 'checked_could_own', 'checked_stranger'])
    await root.query(`drop role ${role}`);
  await root.end();
});

describe('a database that is not fit', () => {
  it('is refused when the role that serves is not bound by row-level security', async () => {
    expect(await faultsOf({ DATABASE_URL: database.superUrl })).toEqual(
      expect.arrayContaining([expect.stringMatching(/^DATABASE_URL: .*does not bind/)]),
    );
    for (const role of ['checked_bypasses', 'checked_could_bypass'])
      expect(await faultsOf({ DATABASE_URL: as(role) }), role).toEqual([
        expect.stringMatching(/^DATABASE_URL: .*does not bind/),
      ]);
  });

  it('is refused when the role that serves owns the tables or can become their owner', async () => {
    for (const url of [database.adminUrl, as('checked_could_own')])
      expect(await faultsOf({ DATABASE_URL: url })).toEqual(
        expect.arrayContaining([expect.stringMatching(/^DATABASE_URL: .*own nothing/)]),
      );
  });

  it('is refused when the role that serves has not what the tables are granted to', async () => {
    expect(await faultsOf({ DATABASE_URL: as('checked_stranger') })).toEqual([
      expect.stringMatching(/^DATABASE_URL: .*not pejling_app/),
    ]);
  });

  it('is refused when the owner would see no rows past row-level security', async () => {
    expect(await faultsOf({ DATABASE_ADMIN_URL: database.appUrl })).toEqual([
      expect.stringMatching(/^DATABASE_ADMIN_URL: the role pejling_doors/),
      expect.stringMatching(/^DATABASE_ADMIN_URL: the role pejling_search/),
      expect.stringMatching(/^DATABASE_ADMIN_URL: .*BYPASSRLS/),
    ]);
  });

  it('is refused, all faults at once, when it would lose Danish letters', async () => {
    const [admin, app] = [on(database.superUrl, 'pejling_ascii'), on(database.superUrl, 'pejling_ascii')];
    const faults = (await faultsOf({ DATABASE_ADMIN_URL: admin, DATABASE_URL: app })).join('\n');
    for (const word of ['encoding', 'pg_trgm', 'unaccent', 'does not bind']) expect(faults).toContain(word);
    const client = new pg.Client({ connectionString: admin });
    await client.connect();
    await client.query('create extension pg_trgm');
    await client.end();
    expect((await faultsOf({ DATABASE_ADMIN_URL: admin })).join('\n')).toContain('drops æ and ø');
  });

  it('is refused when the two addresses are of two databases, or one does not answer', async () => {
    expect(await faultsOf({ DATABASE_DIRECT_URL: on(database.appUrl, 'pejling') })).toEqual([
      expect.stringMatching(/^DATABASE_DIRECT_URL: is another database/),
    ]);
    expect(await faultsOf({ DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:1/none' })).toEqual([
      expect.stringMatching(/^DATABASE_URL: cannot be reached/),
    ]);
  });
});

describe('the database of npm start', () => {
  it('is fit', async () => {
    expect(await faultsOf({})).toEqual([]);
    expect(await faultsOf({ DATABASE_DIRECT_URL: database.appUrl })).toEqual([]);
  });
});
