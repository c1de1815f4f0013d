import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../platform/errors.ts';
import { FaultLog } from '../platform/fault-log.ts';
import type { Made, Order } from './orders.ts';

const MAKER = fileURLToPath(new URL(`./maker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
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
  /** In ms: a document takes some twenty, the first of all half a second. */
  longestMs = 15_000;

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
    const made = await this.answered(this.started(), order);
    if ('bytes' in made) {
      if (made.isFull) await this.end();
      return made.bytes;
    }
    this.faults.tell(new Error(made.fault), 'a document could not be made');
    // Whatever state it is in, the next document is made by a new one.
    if (made.isGone) await this.end();
    throw new Refusal('DOCUMENT_FAILED');
  }

  /** What the process says to an order; that it is gone, or as good as gone, when it says nothing. */
  private async answered(maker: ChildProcess, order: Order): Promise<Made & { isGone?: true }> {
    const over = new AbortController();
    const { signal } = over;
    const timer = setTimeout(() => over.abort(), this.longestMs);
    try {
      const answer = once(maker, 'message', { signal }) as Promise<[Made]>;
      const exit = once(maker, 'exit', { signal }).then((): [Made & { isGone: true }] => [
        { fault: 'its process ended', isGone: true },
      ]);
      for (const one of [answer, exit]) one.catch(() => undefined);
      maker.send(order, () => undefined);
      return (await Promise.race([answer, exit]))[0];
    } catch {
      return { fault: 'it was not made in time', isGone: true };
    } finally {
      clearTimeout(timer);
      over.abort();
    }
  }

  private started(): ChildProcess {
    if (this.maker && this.maker.exitCode === null && this.maker.signalCode === null && this.maker.connected)
      return this.maker;
    // Nothing of the server's surroundings but what Windows cannot do without: it needs no address and no secret.
    const maker = fork(MAKER, {
      serialization: 'advanced',
      env: { SystemRoot: process.env['SystemRoot'] },
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
