import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { basename } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A server of the bench, ours or one beside us. */
export interface Running {
  child: ChildProcess;
  url: string;
  pid: number;
}

/** With --profile, each server leaves a CPU profile in .nx/profiles/ as it ends. */
const profiled = (script: string): string[] =>
  process.argv.includes('--profile')
    ? ['--cpu-prof', `--cpu-prof-dir=.nx/profiles`, `--cpu-prof-name=${basename(script)}-${Date.now()}.cpuprofile`]
    : [];

/** Every process the bench started and that may still run. */
const started = new Set<ChildProcess>();

/** Starts a server and waits until it says it serves. */
export async function start(script: string, env: Record<string, string>): Promise<Running> {
  const args = [...profiled(script), '--expose-gc', '--import', here('gc-on-signal.mjs'), script];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(child);
  child.once('exit', () => started.delete(child));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const ready = /^PEJLING READY (\S+)/.exec(line);
      if (ready) resolve(ready[1]!);
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url, pid: child.pid! };
}

/** Stops one process and waits until it is gone. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
}

export async function stopAll(): Promise<void> {
  await Promise.all([...started].map((child) => stop(child)));
}

/** A load generator: a process of its own, so that its work is not counted with the server's. */
export class Load {
  private readonly child: ChildProcess;

  constructor(script: string) {
    this.child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    started.add(this.child);
    this.child.once('exit', () => started.delete(this.child));
  }

  /** Gives an order and waits for its answer. @throws Error with what the load generator says went wrong, or after a minute */
  async ask<Answer>(order: object): Promise<Answer> {
    const abort = AbortSignal.timeout(60_000);
    this.child.send(order);
    const [answer] = (await once(this.child, 'message', { signal: abort })) as [Answer & { fault?: string }];
    if (answer.fault) throw new Error(answer.fault);
    return answer;
  }

  stop(): Promise<void> {
    return stop(this.child);
  }
}

/** The other end of `Load.ask`: answers each order in turn, and what fails with its words. */
export function answerOrders<Order>(answer: (order: Order) => Promise<object>): void {
  process.on('message', (order) => {
    answer(order as Order).then(
      (told) => process.send!(told),
      (error: Error) => process.send!({ fault: error.stack }),
    );
  });
  process.on('disconnect', () => process.exit());
}

const TICKS_PER_SECOND = 100;

/** User and system time of a process so far, in milliseconds (Linux). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Resident memory of a server in kB, after two rounds of garbage collection (Linux). */
export async function memoryOf({ child, pid }: Running): Promise<number> {
  for (let n = 0; n < 2; n += 1) {
    child.kill('SIGWINCH');
    await later(500);
  }
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
}
