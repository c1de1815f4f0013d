import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person, toEnd } from './browser.ts';
import { networkTo, type Network } from './network.ts';
import { ownServer, type OwnServer } from './own-server.ts';

const LONG = { timeout: 30_000 };

let server: OwnServer;
let network: Network;
let anne: Person;
let mads: Person;
/** Mads has the meeting open twice in his browser. */
let first: Page;
let second: Page;
let meeting = '';
beforeAll(async () => {
  server = await ownServer();
  network = await networkTo(server.url);
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('laptop', 'dark', network.url);
  first = mads.page;
});
afterAll(async () => {
  await closeBrowser();
  await network?.stop();
  await server?.stop();
});

const note = (page: Page) => page.getByRole('textbox', { name: 'Noter', exact: true });

/** The lines of the note; the names at others' carets are not among them. */
const lines = (page: Page): Promise<string[]> =>
  note(page).evaluate((element) => {
    const text = element.cloneNode(true) as HTMLElement;
    for (const caret of text.querySelectorAll('[aria-hidden="true"]')) caret.remove();
    return [...text.children].map((block) => (block.textContent ?? '').replace(/\u2060/g, ''));
  });
const timesAt = async (page: Page, words: string) => (await lines(page)).filter((line) => line === words).length;

/** A line of one's own at the end of the note, with the caret in it. */
async function newLine(page: Page): Promise<void> {
  await toEnd(note(page));
  await page.keyboard.press('Enter');
}

/** Writes a line in each tab, key by key at the same time, and waits until each has both. */
async function writeInBoth(inFirst: string, inSecond: string): Promise<void> {
  await newLine(first);
  await first.keyboard.type(inFirst.slice(0, 1));
  await expect.poll(() => lines(second), LONG).toContain(inFirst.slice(0, 1));
  await newLine(second);
  await second.keyboard.type(inSecond.slice(0, 1));
  await expect.poll(() => lines(first), LONG).toContain(inSecond.slice(0, 1));
  await Promise.all([
    first.keyboard.type(inFirst.slice(1), { delay: 15 }),
    second.keyboard.type(inSecond.slice(1), { delay: 15 }),
  ]);
}

/** How many pieces of text this device holds that are not sent. */
const unsent = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('pejling-outbox');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

describe('a meeting that is open in two tabs of one browser', () => {
  it('has one person in it', async () => {
    await signIn(anne, 'anne');
    await signIn(mads, 'mads');
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    meeting = new URL(anne.page.url()).pathname;
    await anne.page.getByRole('button', { name: 'Start mødet' }).click();
    await first.goto(meeting);
    second = await mads.context.newPage();
    second.setDefaultTimeout(15_000);
    await second.goto(meeting);
    for (const page of [anne.page, first, second]) {
      await note(page).waitFor();
      await page.getByRole('list', { name: 'Til stede' }).getByText('Mads Juhl').waitFor();
      expect(await page.getByRole('list', { name: 'Til stede' }).getByText('Mads Juhl').count()).toBe(1);
      await page.getByRole('heading', { name: /^Til stede, 2 af/ }).waitFor();
    }
    expect(await axeFaults(second)).toEqual([]);
  });

  it('has one text, whichever tab it is written in, and at the same time', async () => {
    const [one, other] = ['Det skriver jeg i den første fane.', 'Og det her i den anden.'];
    await writeInBoth(one, other);
    for (const page of [first, second, anne.page])
      for (const words of [one, other]) await expect.poll(() => timesAt(page, words), LONG).toBe(1);
    const texts = await Promise.all([first, second, anne.page].map(lines));
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });

  it('takes back in a tab what was written in that tab', async () => {
    await newLine(second);
    await second.keyboard.type('Det fortryder jeg.');
    await expect.poll(() => timesAt(anne.page, 'Det fortryder jeg.'), LONG).toBe(1);
    await second.keyboard.press('Control+z');
    await expect.poll(() => timesAt(anne.page, 'Det fortryder jeg.'), LONG).toBe(0);
    for (const page of [first, second, anne.page])
      expect(await timesAt(page, 'Det skriver jeg i den første fane.')).toBe(1);
  });

  it('keeps both tabs’ words without a connection, one of them closed, and has each once when it is back', async () => {
    const [one, other] = ['Første fane uden net.', 'Anden fane uden net.'];
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => unsent(first), LONG).toBe(0);
    network.cut();
    for (const page of [first, second]) await page.getByText('Ingen forbindelse lige nu').first().waitFor(LONG);
    for (const [page, words] of [
      [first, one],
      [second, other],
    ] as const) {
      await newLine(page);
      await page.keyboard.type(words);
      await page.getByText('Teksten er gemt på denne enhed', { exact: false }).first().waitFor();
    }
    await expect.poll(() => unsent(first), LONG).toBeGreaterThanOrEqual(one.length + other.length);
    await second.close();
    network.mend();
    for (const words of [one, other]) await expect.poll(() => timesAt(anne.page, words), LONG).toBe(1);
    await expect.poll(async () => (await lines(first)).join('\n'), LONG).toBe((await lines(anne.page)).join('\n'));
    await expect.poll(() => unsent(first), LONG).toBe(0);
  });

  it('has what a tab wrote that was loaded again without a connection', async () => {
    const words = 'Skrevet før genindlæsningen.';
    second = await mads.context.newPage();
    second.setDefaultTimeout(15_000);
    await second.goto(meeting);
    await note(second).waitFor(LONG);
    network.cut();
    await second.getByText('Ingen forbindelse lige nu').first().waitFor(LONG);
    await newLine(second);
    await second.keyboard.type(words);
    await expect.poll(() => unsent(first), LONG).toBeGreaterThanOrEqual(words.length);
    await second.reload();
    await second.getByText('På denne enhed ligger der tekst').waitFor(LONG);
    network.mend();
    await note(second).waitFor(LONG);
    for (const page of [anne.page, first, second]) await expect.poll(() => timesAt(page, words), LONG).toBe(1);
    await expect.poll(() => unsent(first), LONG).toBe(0);
    expect(anne.faults).toEqual([]);
  });
});
