import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database.ts';
import { isDatabaseAway } from './errors.ts';
import { FaultLog } from './fault-log.ts';
import { UnitOfWork, type Actor, type Work } from './unit-of-work.ts';

const LOOK_EVERY_MS = 60_000;

/**
 * The jobs of one pool that look at the same beat take turns. Each holds a connection for its lock and needs another for its work:
 * as many at once as the pool has connections would wait for each other, and everybody with them.
 */
const TURNS = new WeakMap<Database, Promise<unknown>>();

/** "Pejling" in the history, where nobody in particular did it. */
export const THE_CLOCK = '00000000-0000-7000-8000-00000000c10c';

/** Somebody was faster, or something stops it: nothing is written, and it is no fault. */
export class NotNow extends Error {}

/**
 * Something that happens by the clock, in every municipality: looked at once a minute unless it says otherwise, and by an advisory lock of its own by
 * one replica. Each names the ability it writes under, which no person may hold; the boot check asks for it.
 */
@Injectable()
export abstract class ClockJob implements OnApplicationBootstrap, OnApplicationShutdown {
  /** As it stands in pg_locks' comment and in the log. */
  abstract readonly title: string;
  abstract readonly ability: string;
  /** How often it looks, in ms. */
  protected readonly everyMs: number = LOOK_EVERY_MS;
  @Inject(FaultLog) protected readonly faults!: FaultLog;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) protected readonly unitOfWork: UnitOfWork,
  ) {}

  /** What is to be done in one municipality. @returns the ids of what was done */
  protected abstract doIn(clock: Actor, now: number): Promise<string[]>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      // A database that is away is found again in a minute; nothing is lost by it.
      this.running = this.inTurn(() => this.round(Date.now())).catch((error: unknown) =>
        this.faults.tell(error, `the job "${this.title}" could not run`),
      );
    }, this.everyMs);
    this.timer.unref();
  }

  /** Whoever looks more often than once a minute waits for none but itself. */
  private inTurn<T>(round: () => Promise<T>): Promise<T> {
    const isOfTheMinute = this.everyMs === LOOK_EVERY_MS;
    const before = isOfTheMinute ? (TURNS.get(this.database) ?? Promise.resolve()) : this.running;
    const mine = before.then(round, round);
    if (isOfTheMinute) TURNS.set(this.database, mine);
    return mine;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /**
   * One round over every municipality; nothing at all when another replica is at it. What fails in one municipality goes to
   * the log, and stops no other's.
   * @param now ms since 1970
   * @returns the ids of what was done
   */
  async round(now: number): Promise<string[]> {
    const client = await this.database.pool.connect();
    // It stands idle while the work is done on others: nobody else hears that it is lost, and unheard that ends the process.
    let isLost = false;
    const lost = () => void (isLost = true);
    client.on('error', lost);
    const lock = [`pejling: ${this.title}`];
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', lock);
      if (!rows[0]?.mine) return [];
      try {
        const municipalities = await client.query<{ id: string }>('select door_municipalities() as id');
        const done: string[] = [];
        for (const { id } of municipalities.rows)
          done.push(...(await this.doneIn({ municipalityId: id, personId: THE_CLOCK }, now)));
        return done;
      } finally {
        await client.query('select pg_advisory_unlock(hashtext($1))', lock);
      }
    } finally {
      client.off('error', lost);
      client.release(isLost);
    }
  }

  private async doneIn(clock: Actor, now: number): Promise<string[]> {
    try {
      return await this.doIn(clock, now);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      this.faults.tell(error, `the job "${this.title}" failed in a municipality`);
      return [];
    }
  }

  /** One write under the job's own ability. @returns what `work` returns; undefined when it threw NotNow, and nothing was written */
  protected async write<T>(clock: Actor, work: (work: Work) => Promise<T>): Promise<T | undefined> {
    try {
      const done = await this.unitOfWork.run(clock, this.ability, (unit) => {
        unit.asked.add(this.ability);
        return work(unit);
      });
      return done.result;
    } catch (error) {
      if (error instanceof NotNow) return undefined;
      throw error;
    }
  }
}
