import pg from 'pg';
import type { Settings } from './config.ts';
import type { Database } from './database.ts';
import type { Wire } from './wire.ts';

const CHANNEL = 'pejling';
const RECONNECT_MS = 1_000;

/** LISTEN and NOTIFY. It listens on a connection of its own, which must not go through a pooler (`DATABASE_DIRECT_URL`). */
export class PostgresWire implements Wire {
  private ear: pg.Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private closed = false;
  private hear: (text: string) => void = () => undefined;
  private opened: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly settings: Pick<Settings, 'DATABASE_URL' | 'DATABASE_DIRECT_URL'>,
  ) {}

  async open(hear: (text: string) => void, opened: () => void): Promise<void> {
    this.hear = hear;
    this.opened = opened;
    await this.listen();
  }

  async send(text: string): Promise<void> {
    await this.database.pool.query('select pg_notify($1, $2)', [CHANNEL, text]);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    await this.ear?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    if (this.closed) return;
    const ear = new pg.Client({
      connectionString: this.settings.DATABASE_DIRECT_URL ?? this.settings.DATABASE_URL,
      application_name: 'pejling-doorbell',
      keepAlive: true,
    });
    ear.on('error', () => undefined);
    ear.on('end', () => this.listenAgain());
    ear.on('notification', ({ payload }) => this.hear(payload ?? ''));
    this.ear = ear;
    try {
      await ear.connect();
      await ear.query(`listen ${CHANNEL}`);
      this.opened();
    } catch {
      await ear.end().catch(() => undefined);
      this.listenAgain();
    }
  }

  private listenAgain(): void {
    if (this.closed || this.again) return;
    this.again = setTimeout(() => {
      this.again = undefined;
      void this.listen();
    }, RECONNECT_MS);
  }
}
