import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { linesOf, Uses, type Use } from '../access/uses.port.ts';
import { Database } from '../platform/database.ts';

const GATHER_MS = 1_000;
const IN_ONE_INSERT = 1_000;
/** Some twenty megabytes. Screens do not answer while Postgres is away, so that hardly more than a second's ever wait. */
export const MOST_WAITING = 50_000;

/**
 * Gathers what was read and searched for at most a second and writes it in one statement: one insert for each read would make
 * a page dearer by two thirds. When Postgres is away lines wait, and what is there at shutdown is written.
 */
@Injectable()
export class GatheredUses implements OnApplicationShutdown {
  private waiting: Use[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** Uses that found no room since the last time lines could be written. */
  private lost = 0;
  private failing = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Uses) uses: Uses,
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
  ) {
    uses.keptBy((use) => this.take(use));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
    clearTimeout(this.timer);
    if (this.waiting.length > 0)
      this.log.error({ lines: this.waiting.length }, 'audit lines are lost: they could not be written at shutdown');
  }

  /** Writes what waits. Never throws: what could not be written waits for the next second. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private take(use: Use): void {
    if (this.waiting.length >= MOST_WAITING) {
      if (this.lost === 0)
        this.log.error({ waiting: MOST_WAITING }, 'audit lines are being lost: too many wait for Postgres');
      this.lost += 1;
      return;
    }
    this.waiting.push(use);
    this.soon();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => void this.flush(), GATHER_MS).unref();
  }

  private async write(): Promise<void> {
    try {
      while (this.waiting.length > 0) await this.writeSome(this.waiting.slice(0, IN_ONE_INSERT));
      if (this.lost > 0) this.log.error({ lines: this.lost }, 'audit lines were lost while Postgres was away');
      this.lost = 0;
      this.failing = false;
    } catch (error) {
      if (!this.failing)
        this.log.error({ code: (error as { code?: unknown }).code }, 'audit lines wait: they could not be written');
      this.failing = true;
      this.soon();
    }
  }

  private async writeSome(uses: Use[]): Promise<void> {
    const [row] = await this.database.statement<{ written: number }>('door_audit', 'select door_audit($1) as written', [
      linesOf(uses),
    ]);
    this.waiting.splice(0, uses.length);
    if (row!.written < uses.length)
      this.log.error({ lines: uses.length - row!.written }, 'audit lines are lost: their sessions are gone');
  }

  private get log(): FastifyBaseLogger {
    return (this.http.httpAdapter.getInstance() as FastifyInstance).log;
  }
}
