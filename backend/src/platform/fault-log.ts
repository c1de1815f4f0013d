import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { isDatabaseAway } from './errors.ts';

/** Faults of ours where no request is there to log them: in a job, on a socket. */
@Injectable()
export class FaultLog {
  constructor(@Inject(HttpAdapterHost) private readonly http: HttpAdapterHost) {}

  /**
   * Notes a fault. That Postgres is away is said by whoever waits for it, not here.
   * @param what where it happened, in words that name nobody
   */
  tell(error: unknown, what: string): void {
    if (isDatabaseAway(error)) return;
    const fault = error instanceof Error ? error : new Error(String(error));
    const { log } = this.http.httpAdapter.getInstance() as FastifyInstance;
    log.error({ err: { message: withoutValues(fault), stack: fault.stack } }, what);
  }
}

/** Postgres names the offending value in DETAIL, not in its message; the message may go to the log. */
export const withoutValues = (error: Error): string => error.message.replace(/"[^"]{60,}"/g, '"…"');
