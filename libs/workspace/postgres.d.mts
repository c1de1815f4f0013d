/** The addresses of one database: as superuser (tests only), as its owner, and as the role that serves. */
export interface DatabaseUrls {
  superUrl: string;
  /** DATABASE_ADMIN_URL: role pejling_owner, BYPASSRLS, migrates and backs up. */
  adminUrl: string;
  /** DATABASE_URL: role pejling_app, owns nothing, bound by row-level security. */
  appUrl: string;
}

export interface RunningPostgres extends DatabaseUrls {
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Resolves when the process that runs now has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Adds facts to the lock file, such as the address, for whoever tries to start on the same data. */
  tell(facts: Record<string, unknown>): void;
  /** Stops it cleanly (open transactions are rolled back); a throwaway's files are removed. */
  stop(): Promise<void>;
  /** Kills it: SIGKILL, or SIGQUIT for Postgres' "immediate" stop. Files stay. */
  kill(signal?: 'SIGKILL' | 'SIGQUIT'): Promise<void>;
  /** Starts it again after kill() on the same data, port and passwords. */
  startAgain(): Promise<void>;
}

export interface StartOptions {
  /** Where the data lives (absolute). May be left out for a throwaway. */
  dataDir?: string;
  /** In a temporary folder, removed by stop(). */
  throwaway?: boolean;
  /** Survives a power cut. Default: true, and false for a throwaway; give true with throwaway in tests that kill Postgres. */
  durable?: boolean;
  /** As in postgresql.conf, over our own. */
  settings?: Record<string, string>;
  port?: number;
  /** Told, in Danish, what takes time or is out of the ordinary. */
  say?: (line: string) => void;
}

/** Starts the embedded Postgres with roles, database and extensions ready. Throws DataInUse when a living process holds the data. */
export function startPostgres(options: StartOptions): Promise<RunningPostgres>;

export interface TestDatabase extends DatabaseUrls {
  name: string;
  drop(): Promise<void>;
}

/**
 * Makes a database for one test file on a running server, replacing one of the same name: empty with roles and extensions, or a copy of `template`
 * (to which nobody may be connected).
 */
export function createTestDatabase(server: DatabaseUrls, name: string, template?: string): Promise<TestDatabase>;

/** The Postgres of this test run (PEJLING_TEST_*_URL, set by `npm test`), or a throwaway of one's own when a file is run alone. */
export function testPostgres(): Promise<DatabaseUrls & { stop(): Promise<void> }>;

export class DataInUse extends Error {
  holder: { pid: number; born: string; address?: string };
}
