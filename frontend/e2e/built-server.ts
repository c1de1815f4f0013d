import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DatabaseUrls } from '../../libs/workspace/postgres.mjs';

const MAIN = fileURLToPath(new URL('../../backend/dist/main.js', import.meta.url));

/**
 * Starts the built server with its demonstration on a database, on a port of its own.
 * @returns when it answers, and a way to end it in order
 */
export async function builtServer(
  { appUrl, adminUrl }: DatabaseUrls,
  logLevel: 'warn' | 'silent',
  main = MAIN,
): Promise<{ url: string; end: () => Promise<void> }> {
  const server = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: appUrl,
      DATABASE_ADMIN_URL: adminUrl,
      PEJLING_DEMONSTRATION: '1',
      PORT: '0',
      LOG_LEVEL: logLevel,
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
    end: async () => {
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
