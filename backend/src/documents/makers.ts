import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import type { Made, Order } from './orders.ts';

const MAKER = fileURLToPath(new URL(`./maker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
/** A page takes some ten milliseconds, the first of all half a second. */
const LONGEST_MS = 15_000;
/** Some two seconds' work. */
export const MOST_WAITING = 40;
/** Of one session: nobody fills the line for the others. */
export const MOST_OF_ONE = 4;

/**
 * Makes documents in a process beside the server, one after the other. Not in a thread: native code that hangs cannot be stopped
 * in one, and what makes it crash would take the server along.
 */
@Injectable()
export class DocumentMakers implements OnApplicationShutdown {
  private maker: ChildProcess | undefined;
  private line: Promise<unknown> = Promise.resolve();
  private readonly waiting = new Map<string, number>();
  private isOver = false;

  constructor(@Inject(FaultLog) private readonly faults: FaultLog) {}

  /**
   * Waits its turn and makes a document.
   * @param whose who asks, so that one alone does not fill the line
   * @throws Refusal BUSY when too many wait; DOCUMENT_FAILED when it cannot be made, or not in time
   */
  async make(whose: string, order: Order): Promise<Uint8Array> {
    const [own, all] = [this.waiting.get(whose) ?? 0, [...this.waiting.values()].reduce((sum, one) => sum + one, 0)];
    if (own >= MOST_OF_ONE || all >= MOST_WAITING) throw new Refusal('BUSY');
    this.waiting.set(whose, own + 1);
    const made = this.line.then(() => this.ask(order));
    this.line = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      const left = this.waiting.get(whose)! - 1;
      if (left > 0) this.waiting.set(whose, left);
      else this.waiting.delete(whose);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    await this.line;
    await this.end();
  }

  /** The process that makes them, while there is one: for whoever watches over it. */
  get pid(): number | undefined {
    return this.maker?.pid;
  }

  private async ask(order: Order): Promise<Uint8Array> {
    if (this.isOver) throw new Refusal('BUSY');
    const maker = this.started();
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), LONGEST_MS);
    try {
      const ended = once(maker, 'exit', { signal: late.signal }).then((): [Made] => [{ fault: 'the process ended' }]);
      const answered = once(maker, 'message', { signal: late.signal }) as Promise<[Made]>;
      for (const one of [ended, answered]) one.catch(() => undefined);
      maker.send(order);
      const [made] = await Promise.race([answered, ended]);
      if ('bytes' in made) return made.bytes;
      throw new Error(`a document could not be made: ${made.fault}`);
    } catch (error) {
      this.faults.tell(late.signal.aborted ? new Error('a document was not made in time') : error, 'a document failed');
      // Whatever state it is in, the next document is made by a new one.
      await this.end();
      throw new Refusal('DOCUMENT_FAILED');
    } finally {
      clearTimeout(timer);
      late.abort();
    }
  }

  private started(): ChildProcess {
    if (this.maker && this.maker.exitCode === null && this.maker.signalCode === null && this.maker.connected)
      return this.maker;
    // Nothing of the server's surroundings: it needs no address and no secret.
    const maker = fork(MAKER, {
      serialization: 'advanced',
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // Without a listener an order to a process that is gone would end the server; its exit is what is waited for.
    maker.on('error', () => undefined);
    this.maker = maker;
    return maker;
  }

  private async end(): Promise<void> {
    const { maker } = this;
    this.maker = undefined;
    if (!maker || maker.exitCode !== null || maker.signalCode !== null || maker.pid === undefined) return;
    const gone = once(maker, 'exit');
    maker.kill('SIGKILL');
    await gone;
  }
}
