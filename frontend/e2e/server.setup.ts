import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { createTestDatabase, testPostgres } from '../../libs/workspace/postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    url: string;
  }
}

const MAIN = fileURLToPath(new URL('../../backend/dist/main.js', import.meta.url));

/** The built server as `npm start` runs it, demonstration and all, on a database of its own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await testPostgres();
  const database = await createTestDatabase(postgres, `journeys_${process.pid}`);
  const server = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      PEJLING_DEMONSTRATION: '1',
      PORT: '0',
      LOG_LEVEL: 'warn',
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
  project.provide('url', url);
  return async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await database.drop();
    await postgres.stop();
  };
}
