import type { Page } from 'playwright-core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person, toEnd } from './browser.ts';
import { networkTo, type Network } from './network.ts';
import { ownServer, type OwnServer } from './own-server.ts';

const LONG = { timeout: 30_000 };

let server: OwnServer;
let network: Network;
let database: pg.Client;
let anne: Person;
let mads: Person;
let meeting = '';
beforeAll(async () => {
  server = await ownServer();
  network = await networkTo(server.url);
  database = new pg.Client({ connectionString: server.superUrl });
  await database.connect();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('laptop', 'light', network.url);
});
afterAll(async () => {
  await closeBrowser();
  await database?.end();
  await network?.stop();
  await server?.stop();
});

const note = (page: Page) => page.getByRole('textbox', { name: /Noter/ }).first();

/** Goes on at the end of the note, as somebody does who writes. */
async function write(page: Page, words: string): Promise<void> {
  await toEnd(note(page));
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

/** What is written in the note; the names at others' carets are not. */
const written = ({ page }: Person): Promise<string> =>
  note(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('[aria-hidden]')) caret.remove();
    return [...copy.children].map((block) => block.textContent).join('\n');
  });

/** How often the words stand in what Anne sees. */
const atAnnes = async (words: string): Promise<number> => (await written(anne)).split(words).length - 1;

const endSessionsOf = (displayName: string) =>
  database.query(
    'update session set ended_at = now() where person_id in (select id from person where display_name = $1) and ended_at is null',
    [displayName],
  );

/** Mads's tab as it is opened by hand, whatever the network. */
async function openAgain(to: string): Promise<void> {
  mads.page = await mads.context.newPage();
  mads.page.setDefaultTimeout(15_000);
  await mads.page.goto(to);
}

/** Puts Mads's own pointer at the sign-out in the menu of a page that has one. */
async function askToSignOut(): Promise<void> {
  await mads.page
    .getByRole('button', { name: /Mads Juhl/ })
    .first()
    .click();
  await mads.page.getByRole('menuitem', { name: 'Log ud' }).click();
}

describe('one of two who write in a meeting loses the connection', () => {
  it('is told so, writes on, and has the words on the device', async () => {
    await signIn(anne, 'anne');
    await signIn(mads, 'mads');
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    meeting = new URL(anne.page.url()).pathname;
    await anne.page.getByRole('button', { name: 'Start mødet' }).click();
    await mads.page.goto(meeting);
    await note(anne.page).waitFor();
    await note(mads.page).waitFor();
    await write(mads.page, 'Med forbindelse.');
    await expect.poll(() => atAnnes('Med forbindelse.'), LONG).toBe(1);
    await mads.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await expect.poll(() => mads.page.evaluate(() => navigator.serviceWorker.controller !== null), LONG).toBe(true);
    network.cut();
    await mads.page.getByText('Ingen forbindelse lige nu').waitFor();
    const words = 'Uden forbindelse, første gang.';
    await write(mads.page, words);
    await mads.page.getByText('Teksten er gemt på denne enhed', { exact: false }).waitFor();
    // Nobody closes a tab within the milliseconds that the last key takes to be sealed; a journey would.
    await expect.poll(async () => (await kept(mads.page)).length, LONG).toBeGreaterThanOrEqual(words.length);
    expect(await atAnnes('Uden forbindelse')).toBe(0);
  });

  it('closes the tab, opens it again without a connection, and reads that the text waits on the device', async () => {
    await mads.page.close();
    await openAgain(meeting);
    await mads.page.getByRole('heading', { name: 'Ingen forbindelse lige nu' }).waitFor();
    await mads.page.getByText('På denne enhed ligger der tekst').waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
  });

  it('comes back, and the other sees each word exactly once', async () => {
    network.mend();
    await note(mads.page).waitFor(LONG);
    await expect.poll(() => atAnnes('Uden forbindelse, første gang.'), LONG).toBe(1);
    await expect.poll(async () => (await written(mads)) === (await written(anne)), LONG).toBe(true);
    expect(await atAnnes('Med forbindelse.')).toBe(1);
  });

  it('keeps the shell on the device and no answer of the server', async () => {
    const paths = await mads.page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
      return found;
    });
    expect(paths).toContain('/index.html');
    const shell = /^\/(index\.html|first\.css|icon\.svg|manifest\.webmanifest|assets\/[^/]+\.(js|css|woff2))$/;
    expect(paths.filter((path) => !shell.test(path))).toEqual([]);
  });

  it('leaves nothing of the words on the device once they are stored, and never had them readable', async () => {
    await expect.poll(async () => (await kept(mads.page)).length, LONG).toBe(0);
    network.cut();
    await write(mads.page, 'Kan ikke læses på disken.');
    await expect.poll(async () => (await kept(mads.page)).length, LONG).toBeGreaterThan(0);
    expect((await kept(mads.page)).join()).not.toContain('læses');
    network.mend();
    await expect.poll(() => atAnnes('Kan ikke læses på disken.'), LONG).toBe(1);
  });
});

describe('a session that ends while somebody writes', () => {
  const lastsShortly = () =>
    database.query(
      `update session set expires_at = now() + interval '100 seconds'
       where person_id in (select id from person where display_name = 'Mads Juhl') and ended_at is null`,
    );

  it('says so two minutes before, and goes on by one tap', async () => {
    await lastsShortly();
    await mads.page.reload();
    await note(mads.page).waitFor(LONG);
    const stay = mads.page.getByRole('button', { name: 'Bliv logget ind' });
    await stay.waitFor(LONG);
    await mads.page.getByText(/^Det sker kl\. \d\d\.\d\d\. Det, du har skrevet, bliver stående\.$/).waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
    await stay.focus();
    await mads.page.keyboard.press('Enter');
    await stay.waitFor({ state: 'hidden', ...LONG });
    const { rows } = await database.query<{ hours: number }>(
      `select extract(epoch from max(expires_at) - now())::integer / 3600 as hours from session
       where person_id in (select id from person where display_name = 'Mads Juhl') and ended_at is null`,
    );
    expect(rows[0]!.hours).toBeGreaterThan(22);
  });

  it('that has ended when the page asks how long it lasts leaves nobody at the door, away from their words', async () => {
    await lastsShortly();
    await mads.page.reload();
    await mads.page.getByRole('button', { name: 'Bliv logget ind' }).waitFor(LONG);
    await note(mads.page).waitFor(LONG);
    await endSessionsOf('Mads Juhl');
    await mads.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await mads.page.getByRole('alertdialog', { name: 'Log ind igen' }).waitFor(LONG);
    expect(new URL(mads.page.url()).pathname).toBe(meeting);
    await mads.page.getByRole('button', { name: 'Fortsæt som Mads Juhl' }).click();
    await mads.page.getByRole('alertdialog').waitFor({ state: 'hidden', ...LONG });
  });

  it('is renewed on the spot by the same person, and the words are stored', async () => {
    await endSessionsOf('Mads Juhl');
    await mads.page.getByRole('alertdialog', { name: 'Log ind igen' }).waitFor(LONG);
    expect(await axeFaults(mads.page)).toEqual([]);
    await mads.page.getByRole('button', { name: 'Luk, og læs videre' }).click();
    await write(mads.page, 'Skrevet, mens jeg var logget ud.');
    await mads.page.getByRole('button', { name: 'Log ind igen' }).click();
    await mads.page.getByRole('button', { name: 'Fortsæt som Mads Juhl' }).click();
    await expect.poll(() => atAnnes('Skrevet, mens jeg var logget ud.'), LONG).toBe(1);
    expect(new URL(mads.page.url()).pathname).toBe(meeting);
    expect(await mads.page.getByRole('alertdialog').count()).toBe(0);
  });

  it('is another’s when another signs in there: the page is loaded afresh without the first one’s words', async () => {
    await endSessionsOf('Mads Juhl');
    const over = mads.page.getByRole('alertdialog', { name: 'Log ind igen' });
    await over.waitFor(LONG);
    await mads.page.getByRole('button', { name: 'Luk, og læs videre' }).click();
    await write(mads.page, 'Kun Mads må sende dette.');
    await mads.page.getByRole('button', { name: 'Log ind igen' }).click();
    await over.getByLabel('Brugernavn').fill('trine');
    await over.getByLabel('Adgangskode').fill('pejling-demo');
    await over.getByRole('button', { name: 'Log ind', exact: true }).click();
    await mads.page.waitForURL((url) => url.pathname === '/', LONG);
    await mads.page
      .getByRole('button', { name: /Trine Skov/ })
      .first()
      .waitFor(LONG);
    await mads.page.goto(meeting);
    await note(mads.page).waitFor(LONG);
    await expect.poll(() => written(mads), LONG).toContain('Skrevet, mens jeg var logget ud.');
    expect(await written(mads)).not.toContain('Kun Mads');
    expect(await atAnnes('Kun Mads må sende dette.')).toBe(0);
    expect((await kept(mads.page)).length).toBeGreaterThan(0);
  });

  it('has the first one’s words sent when the first one signs in on the device again', async () => {
    await mads.context.clearCookies();
    await signIn(mads, 'mads');
    await expect.poll(() => atAnnes('Kun Mads må sende dette.'), LONG).toBe(1);
    await expect.poll(async () => (await kept(mads.page)).length, LONG).toBe(0);
  });
});

describe('signing out', () => {
  it('asks when something is unsent, deletes nothing without a connection, and sends it when one stays', async () => {
    await mads.page.goto(meeting);
    await note(mads.page).waitFor(LONG);
    network.cut();
    await write(mads.page, 'Ikke sendt ved log ud.');
    await mads.page.locator('a[href^="/team/"]').first().click();
    await askToSignOut();
    const asked = mads.page.getByRole('alertdialog', { name: 'Du har tekst, der ikke er sendt' });
    await asked.waitFor(LONG);
    expect(await axeFaults(mads.page)).toEqual([]);
    await asked.getByRole('button', { name: 'Log ud og slet' }).click();
    const away = mads.page.getByRole('alertdialog', { name: 'Du er ikke logget ud' });
    await away.getByRole('button', { name: 'Bliv' }).click();
    expect((await kept(mads.page)).length).toBeGreaterThan(0);
    network.mend();
    await expect.poll(() => atAnnes('Ikke sendt ved log ud.'), LONG).toBe(1);
  });

  it('does not ask when everything is sent, and leaves the device empty', async () => {
    await expect.poll(async () => (await kept(mads.page)).length, LONG).toBe(0);
    await askToSignOut();
    await mads.page.waitForURL(/\/log-ind/, LONG);
    expect((await kept(mads.page)).length).toBe(0);
    expect(anne.faults).toEqual([]);
  });
});

/** What the device's outbox holds, each as the signs one would find on the disk. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('pejling-outbox');
        opening.onerror = () => reject(new Error('no outbox'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('entries').objectStore('entries').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            const rows = reading.result as { bytes: ArrayBuffer }[];
            resolve(rows.map(({ bytes, ...row }) => JSON.stringify(row) + new TextDecoder().decode(bytes)));
          };
        };
      }),
  );
}
