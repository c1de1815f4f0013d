import pg from 'pg';

const OLDEST_POSTGRES = 180_000;

/** Where the database is reached: as its owner, as the role that serves, and past a pooler for LISTEN. */
export interface DatabaseAddresses {
  DATABASE_ADMIN_URL: string;
  DATABASE_URL: string;
  DATABASE_DIRECT_URL?: string | undefined;
}

/** Names everything that keeps this database from being served, so that nobody has to start five times to find five faults. */
export class DatabaseRefused extends Error {
  constructor(readonly faults: string[]) {
    super(`Pejling cannot use this database:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** What the owner's connection tells of the database: it keeps Danish letters, and the roles we build on are there. */
const OWNER_SEES = `
  select 'DATABASE_ADMIN_URL' as name, fault from (values
    (current_setting('server_version_num')::int < ${OLDEST_POSTGRES}, 'Postgres is ' || current_setting('server_version') || '; 18 or newer is needed'),
    (getdatabaseencoding() <> 'UTF8', 'the encoding is ' || getdatabaseencoding() || ', not UTF8'),
    (not exists (select from pg_collation where collname = 'da-x-icu'), 'the collation da-x-icu is missing (this Postgres is built without ICU)'),
    (not exists (select from pg_extension where extname = 'pg_trgm'), 'the extension pg_trgm is missing'),
    (not exists (select from pg_extension where extname = 'unaccent'), 'the extension unaccent is missing'),
    (not exists (select from pg_roles where rolname = 'pejling_app'), 'the role pejling_app is missing'),
    (not exists (select from pg_roles where rolname = 'pejling_doors' and pg_has_role(oid, 'USAGE')), 'the role pejling_doors is missing, or not granted to this role'),
    (not exists (select from pg_roles where rolname = 'pejling_search' and pg_has_role(oid, 'USAGE')), 'the role pejling_search is missing, or not granted to this role'),
    ((select not (rolbypassrls or rolsuper) from pg_roles where rolname = current_user), 'the role ' || current_user || ' needs BYPASSRLS: without it migrations and backups see no rows')
  ) as f (is_fault, fault) where is_fault`;

/** The role that serves is bound by row-level security only if it owns nothing and can become nobody who is not bound. */
const SERVER_SEES = `
  select 'DATABASE_URL' as name, fault from (values
    (exists (select from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(oid, 'MEMBER')),
      'the role ' || current_user || ' is, or can become, one that row-level security does not bind (superuser or BYPASSRLS)'),
    (exists (select from pg_class where relnamespace = to_regnamespace('public') and relkind in ('r', 'p') and pg_has_role(relowner, 'MEMBER')),
      'the role ' || current_user || ' owns tables, or can become their owner: it must own nothing'),
    (exists (select from pg_roles where rolname = 'pejling_app') and not pg_has_role(to_regrole('pejling_app')::oid, 'USAGE'),
      'the role ' || current_user || ' is not pejling_app and is not granted it')
  ) as f (is_fault, fault) where is_fault`;

/** With LC_CTYPE=C a trigram of ærø loses its æ and ø, and no search finds the word. */
const TRIGRAMS = `select cardinality(show_trgm('ærø')) as kept where exists (select from pg_extension where extname = 'pg_trgm')`;

const WHERE = `select current_database() || ' ' || pg_postmaster_start_time() as place`;

/**
 * Checks, before anything is migrated or served, that the database keeps what it is given and that the second lock holds.
 * @throws DatabaseRefused with every fault, each by the setting it comes from
 */
export async function checkDatabase(addresses: DatabaseAddresses): Promise<void> {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  const look = async (name: keyof DatabaseAddresses, work: (client: pg.Client) => Promise<void>) => {
    if (!addresses[name]) return;
    const client = new pg.Client({
      connectionString: addresses[name],
      application_name: 'pejling-check',
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      seen.set(name, (await client.query<{ place: string }>(WHERE)).rows[0]!.place);
      await work(client);
    } catch (error) {
      faults.push(`${name}: cannot be reached (${(error as Error).message})`);
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const ask = (sql: string) => async (client: pg.Client) => {
    const { rows } = await client.query<{ name: string; fault: string }>(sql);
    faults.push(...rows.map(({ name, fault }) => `${name}: ${fault}`));
  };
  await look('DATABASE_ADMIN_URL', async (client) => {
    await ask(OWNER_SEES)(client);
    const { rows } = await client.query<{ kept: number }>(TRIGRAMS);
    if (rows[0] && rows[0].kept !== 4)
      faults.push('DATABASE_ADMIN_URL: pg_trgm drops æ and ø here (LC_CTYPE is C; use C.UTF-8)');
  });
  await look('DATABASE_URL', ask(SERVER_SEES));
  await look('DATABASE_DIRECT_URL', ask(SERVER_SEES.replace("'DATABASE_URL'", "'DATABASE_DIRECT_URL'")));
  for (const [name, place] of seen)
    if (place !== [...seen.values()][0]) faults.push(`${name}: is another database than DATABASE_ADMIN_URL's`);
  if (faults.length > 0) throw new DatabaseRefused(faults);
}
