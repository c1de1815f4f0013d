import type pg from 'pg';

/** What a transaction's connection lets us do: one statement, or several in one flight. */
export interface Connection {
  /** One statement, rows typed by the caller. */
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /**
   * Sends every statement that `issue` asks before it first waits in one write, without waiting for the answers between them.
   * @returns what each comes to. @throws what the first in the list throws, whichever was heard of first: that somebody may
   *   not is said before what Postgres found wrong with what they may not
   */
  together<T extends readonly unknown[]>(issue: () => [...T]): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>;
  /** Statements without values, several in one text. @returns the last one's command, as Postgres names it, and every one's rows */
  plain(sql: string): Promise<{ command: string; rows: Record<string, unknown>[][] }>;
}

/**
 * A client of our pool, underneath TypeORM's runner where it is one's: our connections are pipelined, so that statements which
 * do not wait for each other share a round trip, and the socket is written once for all of them.
 */
export function connectionOf(client: pg.PoolClient): Connection {
  return {
    query: async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values as unknown[])).rows as Row[],
    together: async (issue) => {
      const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
      stream.cork();
      let issued: ReturnType<typeof issue>;
      try {
        issued = issue();
      } finally {
        stream.uncork();
      }
      const settled = await Promise.allSettled(issued);
      for (const one of settled) if (one.status === 'rejected') throw one.reason;
      return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never;
    },
    plain: async (sql) => {
      const answer = (await client.query(sql)) as unknown as pg.QueryResult | pg.QueryResult[];
      const results = Array.isArray(answer) ? answer : [answer];
      return {
        command: results.at(-1)!.command,
        rows: results.map((result) => result.rows as Record<string, unknown>[]),
      };
    },
  };
}
