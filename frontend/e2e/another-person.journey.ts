import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';

const LONG = { timeout: 30_000 };

let server: OwnServer;
let anne: Person;
beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
});
afterAll(async () => {
  await closeBrowser();
  await server?.stop();
});

const start = (page: Page) => page.getByRole('button', { name: 'Start mødet' });

describe('a page left open on a computer that is shared', () => {
  it('does nothing in the name of whoever signs in in another tab, and becomes theirs', async () => {
    await signIn(anne, 'anne');
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    const meeting = new URL(anne.page.url()).pathname;
    await start(anne.page).waitFor();

    const tab = await anne.context.newPage();
    await signIn({ ...anne, page: tab }, 'mads');
    await start(anne.page).click();
    await anne.page.waitForURL((url) => url.pathname === '/', LONG);
    await anne.page
      .getByRole('button', { name: /Mads Juhl/ })
      .first()
      .waitFor(LONG);
    // Nobody has started it: whoever comes now may.
    await tab.goto(meeting);
    await start(tab).waitFor(LONG);
    expect(anne.faults).toEqual([]);
  });
});
