import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Settings } from './config.ts';

// bigint versions stay far below 2^53; a number spares every reader a conversion.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date is a day in a calendar, not an instant: it stays text (yyyy-mm-dd).
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/**
 * One of the pool's. That it breaks fails whatever was asked on it, and is told there: said once more by the connection itself,
 * with nobody listening, it would end the process.
 */
class PooledClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The application's connections, as `pejling_app`: never the owner, never past row-level security. */
export class Database {
  readonly source: DataSource;

  constructor(settings: Settings, entities: EntityTarget<ObjectLiteral>[]) {
    this.source = new DataSource({
      type: 'postgres',
      url: settings.DATABASE_URL,
      entities: entities as never,
      synchronize: false,
      migrationsRun: false,
      logging: false,
      poolSize: settings.DATABASE_POOL,
      applicationName: 'pejling',
      // Pipelined: statements that do not wait for each other share a round trip (platform/connection.ts).
      extra: {
        Client: PooledClient,
        pipeline: true,
        connectionTimeoutMillis: 5_000,
        idleTimeoutMillis: 30_000,
        keepAlive: true,
      },
      poolErrorHandler: () => undefined,
    });
  }

  async open(): Promise<void> {
    await this.source.initialize();
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** The same pool TypeORM writes through; screens read with it in one round trip. */
  get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  /**
   * Runs one prepared statement that opens its own context (a screen's function).
   * @param name prepared once on each connection under this name
   */
  async statement<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name, text, values });
    return result.rows;
  }
}
