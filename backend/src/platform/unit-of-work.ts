import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '#domain/ids.ts';
import type { EntityManager, QueryRunner } from 'typeorm';
import { ChangeLog, type RecordedChange } from './change-log.ts';
import { Database } from './database.ts';
import { Doorbell } from './doorbell.ts';

/** Whose work it is: set for row-level security in the transaction itself. */
export interface Actor {
  municipalityId: string;
  personId: string;
}

/** What a service is handed. Outside a unit of work there is no manager to write with. */
export interface Work {
  manager: EntityManager;
  actor: Actor;
  changes: ChangeLog;
  /** The abilities that were asked and held; the one the operation names must be among them. */
  asked: Set<string>;
  /** The database's time when the work began, in milliseconds since 1970. */
  now: number;
  /** One statement on the transaction's connection, rows typed by the caller. */
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
}

export interface Done<T> {
  result: T;
  changes: RecordedChange[];
}

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
   * @throws WorkRefused when nothing was recorded or the ability was never asked
   */
  async run<T>(actor: Actor, ability: string, work: (work: Work) => Promise<T>): Promise<Done<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(actor, ability, work);
      } catch (error) {
        if (attempt >= MOST_TRIES || !RETRIED.has(codeOf(error))) throw error;
      }
    }
  }

  private async once<T>(actor: Actor, ability: string, work: (work: Work) => Promise<T>): Promise<Done<T>> {
    const runner = this.database.source.createQueryRunner();
    try {
      await runner.connect();
      const now = await begin(runner, actor);
      const changes = new ChangeLog();
      const asked = new Set<string>();
      const query = <Row>(sql: string, values?: unknown[]) => runner.query(sql, values) as Promise<Row[]>;
      const result = await work({ manager: runner.manager, actor, changes, asked, now, query });
      if (!asked.has(ability)) throw new WorkRefused(`nobody asked for ${ability}`);
      if (changes.isEmpty) throw new WorkRefused(`${ability} recorded no change`);
      const rows = (await runner.query('select record_changes($1) as recorded', [changes.toJson()])) as {
        recorded: RecordedChange[];
      }[];
      const recorded = rows[0]!.recorded;
      await runner.query('COMMIT');
      ours(runner, false);
      this.doorbell.ring(actor.municipalityId, recorded);
      return { result, changes: recorded };
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Reads in the person's context, in a transaction of its own that is always rolled back.
   * For reading that is no screen: whole pages go through their one statement.
   */
  async read<T>(actor: Actor, work: (query: Work['query']) => Promise<T>): Promise<T> {
    const runner = this.database.source.createQueryRunner();
    try {
      await runner.connect();
      await begin(runner, actor);
      return await work(<Row>(sql: string, values?: unknown[]) => runner.query(sql, values) as Promise<Row[]>);
    } finally {
      await rollBack(runner);
      await runner.release();
    }
  }

  /**
   * A write without history: sessions, last read, and nothing else (listed in platform/README.md).
   */
  async withoutHistory<T>(actor: Actor, work: (query: Work['query']) => Promise<T>): Promise<T> {
    const runner = this.database.source.createQueryRunner();
    try {
      await runner.connect();
      await begin(runner, actor);
      const result = await work(<Row>(sql: string, values?: unknown[]) => runner.query(sql, values) as Promise<Row[]>);
      await runner.query('COMMIT');
      ours(runner, false);
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Opens the transaction and the context in one round trip; ids are checked, so they may stand in the text. */
async function begin(runner: QueryRunner, actor: Actor): Promise<number> {
  if (!isUuid(actor.municipalityId) || !isUuid(actor.personId)) throw new WorkRefused('an actor without ids');
  await runner.query(
    `BEGIN; select set_config('app.municipality', '${actor.municipalityId}', true), set_config('app.person', '${actor.personId}', true)`,
  );
  ours(runner, true);
  return Date.now();
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
