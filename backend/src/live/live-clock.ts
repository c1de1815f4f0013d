import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database.ts';

/** Times in the data are the database's, so the clock that screens are told is the database's too. */
@Injectable()
export class LiveClock {
  private offset = 0;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** ms since 1970, by the database. */
  now(): number {
    return Date.now() + this.offset;
  }

  async measure(): Promise<void> {
    const sent = Date.now();
    try {
      const { rows } = await this.database.pool.query<{ now: string }>(
        'select extract(epoch from clock_timestamp()) * 1000 as now',
      );
      this.offset = Math.round(Number(rows[0]!.now) - (sent + Date.now()) / 2);
    } catch {
      // Postgres is away: the last offset stands until it is back.
    }
  }
}
