import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser, person, signIn, toEnd, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';

const TIMES = Number(process.env['PEJLING_CLOSINGS'] ?? 2);
const LONG = { timeout: 30_000 };

let server: OwnServer;
let anne: Person;
let mads: Person;
let meeting = '';
beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('laptop', 'light', server.url);
  await signIn(anne, 'anne');
  await signIn(mads, 'mads');
  await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
  await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
  meeting = new URL(anne.page.url()).pathname;
  await anne.page.getByRole('button', { name: 'Start mødet' }).click();
  await note(anne.page).waitFor();
});
afterAll(async () => {
  await closeBrowser();
  await server?.stop();
});

const note = (page: Page) => page.getByRole('textbox', { name: 'Noter', exact: true });

describe('a tab that is closed as the last key is let go', () => {
  it.each([
    ['by hand', true],
    ['by the browser', false],
  ])(`%s: ${TIMES} times, and every word is there`, async (_how, runBeforeUnload) => {
    const pages = await Promise.all(Array.from({ length: TIMES }, () => mads.context.newPage()));
    for (const page of pages) await page.goto(meeting);
    const words: string[] = [];
    for (const [n, page] of pages.entries()) {
      await page.bringToFront();
      await note(page).waitFor(LONG);
      await toEnd(note(page));
      const word = `${runBeforeUnload ? 'haand' : 'browser'}${n}slut`;
      words.push(word);
      await page.keyboard.type(` ${word}`);
      const gone = new Promise((resolve) => page.once('close', resolve));
      await page.close({ runBeforeUnload });
      await gone;
    }
    const missing = async () => {
      const text = await note(anne.page).innerText();
      return words.filter((word) => !text.includes(word));
    };
    await mads.page.goto(meeting);
    await note(mads.page).waitFor(LONG);
    await expect.poll(missing, { timeout: 8_000 }).toEqual([]);
  });
});
