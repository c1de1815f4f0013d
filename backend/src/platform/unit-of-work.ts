import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '#domain/ids.ts';
import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { ChangeLog, type RecordedChange } from './change-log.ts';
import { connectionOf, type Connection } from './connection.ts';
import { Database } from './database.ts';
import { Doorbell } from './doorbell.ts';
import { Refusal } from './errors.ts';

/** Whose work it is: set for row-level security in the transaction itself. */
export interface Actor {
  municipalityId: string;
  personId: string;
}

/** Whoever has this session, found as the transaction opens: one round trip less than finding them first. */
export interface Session {
  /** sha-256 of the session's token; empty when there is none. */
  sessionHash: Buffer;
}

/** Who a piece of work is asked for: whoever has a session, or, for what the clock does, a person known beforehand. */
export type Asker = Session | Actor;

/** What a service is handed that begins before it is known who asks: SQL knows (`app_person()`), or finds nothing. */
export interface EarlyWork extends Pick<Connection, 'query' | 'together'> {
  changes: ChangeLog;
  /** The abilities that were asked and held; the one the operation names must be among them. */
  asked: Set<string>;
  /** The database's time when the work began, in milliseconds since 1970. */
  now: number;
}

/** What a service is handed. Outside a unit of work there is no manager to write with. */
export interface Work extends EarlyWork {
  manager: EntityManager;
  actor: Actor;
}

export interface Done<T> {
  result: T;
  changes: RecordedChange[];
}

/** Opens the transaction, does the work, tells whose it was. */
type Start<T> = (connection: Connection, handed: EarlyWork, runner: QueryRunner) => Promise<[Actor, T]>;

const RETRIED = new Set(['40P01', '40001']);
const MOST_TRIES = 3;

/** A write that recorded no change, or that nobody asked leave for, is a fault in the code: it does not commit. */
export class WorkRefused extends Error {}

@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Doorbell) private readonly doorbell: Doorbell,
  ) {}

  /**
   * Runs a mutation as one transaction. `work` may run up to three times (deadlock, serialisation), so it keeps
   * nothing outside what it returns.
   * @param ability the ability the operation named at its door; it must have been asked inside
   * @throws WorkRefused when nothing was recorded or the ability was never asked; Refusal SIGNED_OUT for a session that is over
   */
  run<T>(who: Asker, ability: string, work: (work: Work) => Promise<T>): Promise<Done<T>> {
    return this.tried(who, ability, async (connection, handed, { manager }) => {
      const actor = await begin(connection, who);
      return [actor, await work({ ...handed, manager, actor })];
    });
  }

  /**
   * As `run`, for what a room waits for: the statements that `work` issues before it first waits go with the one that opens the
   * transaction, one round trip less. For a session that is over they find nothing, and SIGNED_OUT is what is said.
   */
  runAtOnce<T>(who: Asker, ability: string, work: (work: EarlyWork) => Promise<T>): Promise<Done<T>> {
    return this.tried(who, ability, (connection, handed) =>
      connection.together(() => [begin(connection, who), work(handed)]),
    );
  }

  private async tried<T>(who: Asker, ability: string, start: Start<T>): Promise<Done<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(who, ability, start);
      } catch (error) {
        if (attempt >= MOST_TRIES || !RETRIED.has(codeOf(error))) throw error;
      }
    }
  }

  private once<T>(who: Asker, ability: string, start: Start<T>): Promise<Done<T>> {
    return this.inTransaction(who, async (connection, runner) => {
      const changes = new ChangeLog();
      const asked = new Set<string>();
      const { query, together } = connection;
      const [actor, result] = await start(connection, { changes, asked, now: Date.now(), query, together }, runner);
      if (!asked.has(ability)) throw new WorkRefused(`nobody asked for ${ability}`);
      if (changes.isEmpty) throw new WorkRefused(`${ability} recorded no change`);
      // COMMIT goes with the changes; where those fail, Postgres makes a ROLLBACK of it.
      const [[written], ended] = await together(() => [
        query<{ versions: number[] }>('select write_changes($1) as versions', [changes.toJson()]),
        connection.plain('COMMIT'),
      ]);
      committed(runner, ended.command);
      const recorded = changes.numbered(written!.versions);
      this.doorbell.ring(actor.municipalityId, recorded);
      return { result, changes: recorded };
    });
  }

  /**
   * Reads in the person's context, in a transaction of its own that is always rolled back.
   * For reading that is no screen: whole pages go through their one statement.
   */
  read<T>(who: Asker, work: (query: Work['query']) => Promise<T>): Promise<T> {
    return this.inTransaction(who, async (connection) => {
      await begin(connection, who);
      return work(connection.query);
    });
  }

  /** Reads with one statement in somebody's context: the context, the statement and its end go in one round trip. */
  async readOnce<Row>(actor: Actor, sql: string, values: unknown[]): Promise<Row[]> {
    const context = contextOf(actor);
    const client = await this.database.pool.connect();
    try {
      const { query, plain, together } = connectionOf(client);
      // Where the statement fails, its end is sent all the same.
      const [, rows] = await together(() => [plain(context), query<Row>(sql, values), plain('ROLLBACK')]);
      return rows;
    } finally {
      client.release();
    }
  }

  /**
   * A transaction for what has no history: sessions, leases, mails on their way, the bytes of a file. Nothing is asked or recorded in it,
   * so what it writes must be seen by nobody until a unit of work shows it.
   */
  withoutHistory<T>(who: Asker, work: (query: Work['query']) => Promise<T>): Promise<T> {
    return this.inTransaction(who, async (connection, runner) => {
      await begin(connection, who);
      const result = await work(connection.query);
      committed(runner, (await connection.plain('COMMIT')).command);
      return result;
    });
  }

  /** Whatever `work` did not commit is rolled back. */
  private async inTransaction<T>(
    who: Asker,
    work: (connection: Connection, runner: QueryRunner) => Promise<T>,
  ): Promise<T> {
    if ('sessionHash' in who && who.sessionHash.length === 0) throw new Refusal('SIGNED_OUT');
    const runner = this.database.source.createQueryRunner();
    try {
      const connection = connectionOf((await runner.connect()) as PoolClient);
      ours(runner, true);
      return await work(connection, runner);
    } finally {
      await rollBack(runner);
      await runner.release();
    }
  }
}

/** Opens the transaction and the context in one round trip; what stands in the text is checked to be ids, or made of hex. */
async function begin(connection: Connection, who: Asker): Promise<Actor> {
  if ('sessionHash' in who) {
    const { rows } = await connection.plain(
      `BEGIN; select open_context('\\x${who.sessionHash.toString('hex')}') as person; select app_municipality() as municipality`,
    );
    const personId = rows[1]![0]!['person'] as string | null;
    if (!personId) throw new Refusal('SIGNED_OUT');
    return { personId, municipalityId: rows[2]![0]!['municipality'] as string };
  }
  await connection.plain(contextOf(who));
  return who;
}

function contextOf({ municipalityId, personId }: Actor): string {
  if (!isUuid(municipalityId) || !isUuid(personId)) throw new WorkRefused('an actor without ids');
  return `BEGIN; select set_config('app.municipality', '${municipalityId}', true), set_config('app.person', '${personId}', true)`;
}

/** @throws WorkRefused when Postgres answered COMMIT with ROLLBACK, which it does in silence for a transaction that failed */
function committed(runner: QueryRunner, command: string): void {
  ours(runner, false);
  if (command !== 'COMMIT') throw new WorkRefused(`COMMIT was answered with ${command}`);
}

/** TypeORM must not open a transaction of its own inside ours, so it is told when one is open. */
function ours(runner: QueryRunner, open: boolean): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = open;
}

async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  ours(runner, false);
  await runner.query('ROLLBACK').catch(() => undefined);
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
