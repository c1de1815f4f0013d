import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../libs/workspace/postgres.mjs';

const MAIN = fileURLToPath(new URL('../../backend/dist/main.js', import.meta.url));

export interface OwnServer {
  url: string;
  /** Straight at its database, past every rule: for what a journey cannot do as a person. */
  superUrl: string;
  stop: () => Promise<void>;
}

/** The built server with a demonstration of its own, for a journey whose meeting the other journeys should not notice. */
export async function ownServer(): Promise<OwnServer> {
  const postgres = await startPostgres({ throwaway: true });
  const server = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: postgres.appUrl,
      DATABASE_ADMIN_URL: postgres.adminUrl,
      PEJLING_DEMONSTRATION: '1',
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const ready = /^PEJLING READY (\S+)/.exec(line);
      if (ready) resolve(ready[1]!);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });
  return {
    url,
    superUrl: postgres.superUrl,
    stop: async () => {
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
      await postgres.stop();
    },
  };
}
