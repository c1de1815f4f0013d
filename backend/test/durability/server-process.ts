import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DatabaseUrls } from '../../../libs/workspace/postgres.mjs';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The built server as a process of its own, so that it can be killed. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  url = '';
  /** All it has written, a line each. */
  readonly said: string[] = [];

  constructor(
    private readonly database: DatabaseUrls,
    private readonly port = 0,
    private readonly settings: Record<string, string> = {},
  ) {}

  /** Resolves when it serves; on the port it had before, once it has had one. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: this.database.appUrl,
        DATABASE_ADMIN_URL: this.database.adminUrl,
        DATABASE_POOL: '6',
        LOG_LEVEL: 'silent',
        GRAPHQL_DOCUMENTS: 'any',
        PORT: this.url ? new URL(this.url).port : String(this.port),
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let faults = '';
    child.stderr!.on('data', (chunk: Buffer) => (faults += chunk.toString()));
    this.url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout! }).on('line', (line) => {
        this.said.push(line);
        const ready = /^PEJLING READY (\S+)/.exec(line);
        if (ready) resolve(ready[1]!);
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${faults}`)));
    });
  }

  /** As a power cut would: nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
