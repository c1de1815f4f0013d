import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { isDatabaseAway } from './errors.ts';

/** What no request is there to log: faults of ours in a job or on a socket, and what whoever runs the server has to mend. */
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
    this.log.error({ err: { message: withoutValues(fault), stack: fault.stack } }, what);
  }

  /**
   * Says what whoever runs the server has to know of and can mend.
   * @param facts without secrets, and naming nobody
   */
  warn(facts: Record<string, string>, what: string): void {
    this.log.warn(facts, what);
  }

  private get log(): FastifyBaseLogger {
    return (this.http.httpAdapter.getInstance() as FastifyInstance).log;
  }
}

/** Postgres names the offending value in DETAIL, not in its message; the message may go to the log. */
export const withoutValues = (error: Error): string => error.message.replace(/"[^"]{60,}"/g, '"…"');
