import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../libs/workspace/postgres.mjs';
import { closeBrowser, openBrowser } from './browser.ts';

const MAIN = fileURLToPath(new URL('../../backend/dist/main.js', import.meta.url));

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let server: ChildProcess;
let url: string;

/** A Postgres and a server of its own: the other journeys should not notice. */
beforeAll(async () => {
  // As in use: a Postgres that does not wait for its disk forgets, when it is killed, what it has acknowledged.
  postgres = await startPostgres({ throwaway: true, durable: true });
  server = spawn(process.execPath, [MAIN], {
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
  url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout! }).on('line', (line) => {
      const ready = /^PEJLING READY (\S+)/.exec(line);
      if (ready) resolve(ready[1]!);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  server.kill('SIGTERM');
  await postgres.stop();
});

const PATIENCE = { timeout: 30_000, interval: 200 };

/** The note as it lies in the database. */
async function stored(): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: postgres.adminUrl });
  await client.connect();
  const { rows } = await client.query(`select note from agenda_item where note like 'Før.%'`);
  await client.end();
  return rows;
}

describe('Postgres goes away in the middle of a meeting', () => {
  it('and the screen says so, keeps what is written, and goes on by itself', { timeout: 90_000 }, async () => {
    const context = await (await openBrowser()).newContext({ baseURL: url, locale: 'da-DK' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto('/log-ind');
    await page.getByRole('button', { name: /Anne Kjær/ }).click();
    await page.getByRole('link', { name: 'Teamet' }).first().click();
    await page
      .getByRole('link', { name: /Åbn dagsordenen|Gå til mødet/ })
      .first()
      .click();
    await page.getByRole('button', { name: /Start mødet/ }).click();
    const note = page.getByRole('textbox', { name: 'Noter' });
    await note.fill('Før.');
    await expect.poll(stored, PATIENCE).toEqual([{ note: 'Før.' }]);

    await postgres.kill();
    await postgres.exited;
    await note.pressSequentially(' Imens.');
    await page
      .getByText(/Ingen forbindelse/)
      .first()
      .waitFor();
    expect(await note.innerText()).toBe('Før. Imens.');
    expect((await fetch(`${url}/log-ind`)).status).toBe(200);

    await postgres.startAgain();
    await expect.poll(stored, PATIENCE).toEqual([{ note: 'Før. Imens.' }]);
    await page
      .getByText(/Gemt hos alle/)
      .first()
      .waitFor();
    expect(server.exitCode).toBeNull();
  });
});
