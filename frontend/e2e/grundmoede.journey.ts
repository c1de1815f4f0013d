import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, listening, openBrowser, person, signIn, type Person } from './browser.ts';
import { networkTo, type Network } from './network.ts';
import { ownServer, type OwnServer } from './own-server.ts';
import { goTo, next, title, toTheEnd } from './room.ts';

const AWAY_MS = 30_000;
const BEFORE = { anne: 'Anne så det i frikvarteret.', trine: 'Trine så det i hallen.', mads: 'Mads så det ved døren.' };
const AWAY = 'Mads skriver videre uden net.';
const MEANWHILE = 'Trine skrev, mens Mads var væk.';
const AGREED = 'To voksne går med ind efter 12-frikvarteret';
const DECIDED = 'Vi holder døren åben de første fem minutter';

let server: OwnServer;
let network: Network;
let anne: Person;
let trine: Person;
let mads: Person;
let heardByTrine: () => Promise<string>;
beforeAll(async () => {
  server = await ownServer();
  network = await networkTo(server.url);
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  trine = await person('laptop', 'dark', server.url);
  heardByTrine = await listening(trine);
  mads = await person('phone', 'light', network.url);
});
afterAll(async () => {
  await closeBrowser();
  await network?.stop();
  await server?.stop();
});

const everybody = () => [anne, trine, mads];
const note = ({ page }: Person) => page.getByRole('textbox', { name: 'Noter' });
const soon = { timeout: 20_000 };

/** The note's own words, without the names at the others' carets. */
const wordsOf = (one: Person): Promise<string> =>
  note(one).evaluate((shown) => {
    const copy = shown.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('[class*="caret"]')) caret.remove();
    return copy.innerText;
  });

/**
 * A new line at the note's end, where the caret is seen to be first: a colleague's caret that moves between two keys of a machine
 * draws the note anew, with the caret where the editor last saw it.
 */
async function toLastLine(one: Person): Promise<void> {
  await note(one).click();
  const isAtEnd = async () => {
    await one.page.keyboard.press('Control+End');
    return note(one).evaluate((shown) => {
      const { focusNode, focusOffset } = window.getSelection()!;
      if (!focusNode || !shown.contains(focusNode)) return false;
      const rest = document.createRange();
      rest.selectNodeContents(shown);
      rest.setStart(focusNode, focusOffset);
      const after = rest.cloneContents();
      for (const caret of after.querySelectorAll('[class*="caret"]')) caret.remove();
      return (after.textContent ?? '').trim() === '';
    });
  };
  await expect.poll(isAtEnd, soon).toBe(true);
  await one.page.keyboard.press('Enter');
}

const times = (text: string, words: string) => text.split(words).length - 1;

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

describe('a whole PLF-grundmøde, on two laptops and a phone that loses its connection', () => {
  let path = '';

  it('begins for all three at once', async () => {
    for (const [one, name] of [
      [anne, 'anne'],
      [trine, 'trine'],
      [mads, 'mads'],
    ] as const)
      await signIn(one, name);
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    path = new URL(anne.page.url()).pathname;
    await anne.page.getByRole('button', { name: 'Start mødet' }).click();
    await trine.page.goto(path);
    // Who is there already is read on the page; whoever comes after that is told.
    await expect.poll(() => trine.page.getByText('2 er med').count(), soon).toBe(1);
    await mads.page.goto(path);
    for (const { page } of everybody()) await next(page).waitFor();
    const first = await title(anne.page);
    for (const { page } of everybody()) await expect.poll(() => title(page), soon).toBe(first);
    // The shell is on the phone from now on.
    await mads.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  });

  it('shows a hand raised on the phone to all, first at the top, with the turn of the next, and both taken down again', async () => {
    const hand = (page: Page, words: string) =>
      page.getByRole('button', { name: words }).locator('visible=true').first();
    const first = (page: Page) => page.getByRole('list', { name: 'Til stede' }).getByRole('listitem').first();
    await hand(mads.page, 'Ræk hånden op').tap();
    for (const { page } of [anne, trine])
      await expect.poll(() => first(page).innerText(), soon).toContain('hånden oppe');
    await expect.poll(() => mads.page.getByText('1 hånd oppe').isVisible(), soon).toBe(true);
    await expect.poll(heardByTrine, soon).toContain('Mads Juhl rækker hånden op');
    await hand(trine.page, 'Ræk hånden op').press('Enter');
    await expect.poll(() => anne.page.getByText('hånd nr. 2').count(), soon).toBe(1);
    expect(await axeFaults(anne.page)).toEqual([]);
    await hand(trine.page, 'Tag hånden ned').press('Enter');
    await hand(mads.page, 'Tag hånden ned').tap();
    await expect.poll(() => anne.page.getByText('hånden oppe').count(), soon).toBe(0);
  });

  it('tells whoever listens to the page who came, gathered, and which item the meeting is at', async () => {
    await expect.poll(heardByTrine, soon).toContain('Mads Juhl er kommet');
    await next(anne.page).click();
    await expect.poll(heardByTrine, soon).toContain('Punkt 2: Opfølgning på aftalte handlinger');
  });

  it('has one note that all three write, each word once and in the same place for all', async () => {
    await goTo(anne.page, 'Fælles undersøgelse');
    for (const { page } of everybody()) await expect.poll(() => title(page), soon).toBe('Fælles undersøgelse');
    for (const [one, words] of [
      [anne, BEFORE.anne],
      [trine, BEFORE.trine],
      [mads, BEFORE.mads],
    ] as const) {
      await toLastLine(one);
      await one.page.keyboard.type(words);
    }
    for (const words of Object.values(BEFORE))
      for (const one of everybody())
        await expect.poll(async () => times(await note(one).innerText(), words), soon).toBe(1);
    const texts = await Promise.all(everybody().map(wordsOf));
    expect(new Set(texts).size).toBe(1);
    expect(await axeFaults(mads.page)).toEqual([]);
  });

  it('goes on when the phone’s connection is cut, and the phone says where its words are', async () => {
    network.cut();
    await mads.page.getByText('Ingen forbindelse').first().waitFor();
    await toLastLine(mads);
    await mads.page.keyboard.type(AWAY);
    await mads.page.getByText('Kun gemt på denne enhed').locator('visible=true').first().waitFor();
    await expect.poll(() => unsent(mads.page), soon).toBeGreaterThanOrEqual(AWAY.length);
    await toLastLine(trine);
    await trine.page.keyboard.type(MEANWHILE);
    await expect.poll(async () => times(await note(anne).innerText(), MEANWHILE), soon).toBe(1);
    expect(await note(anne).innerText()).not.toContain(AWAY);
  });

  it('opens a closed tab on the phone without a connection, and says what is safe', { timeout: 90_000 }, async () => {
    const cutAt = Date.now();
    await mads.page.close();
    mads.page = await mads.context.newPage();
    mads.page.setDefaultTimeout(20_000);
    await mads.page.goto(path);
    await mads.page.getByRole('heading', { name: 'Ingen forbindelse lige nu' }).waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
    // Meanwhile the others decide, agree, and go on.
    await goTo(anne.page, 'Næste prøvehandling');
    await anne.page.getByRole('textbox', { name: 'Ny beslutning' }).fill(DECIDED);
    await anne.page.getByRole('button', { name: 'Skriv beslutningen ind' }).click();
    // Trine was writing, so the meeting did not take her along: she follows when she is ready.
    await trine.page.getByRole('button', { name: 'Følg mødet' }).click();
    await trine.page.getByText(DECIDED).first().waitFor();
    await trine.page.getByRole('button', { name: 'Fang en prøvehandling' }).click();
    await trine.page.getByLabel('Hvad prøver vi?').fill(AGREED);
    await trine.page.getByLabel('Hvilket tegn kigger vi efter?').fill('Flere kommer i gang uden at spørge');
    await trine.page.getByRole('checkbox', { name: 'Mads Juhl' }).check({ force: true });
    await trine.page.getByRole('button', { name: 'Aftal det' }).click();
    await anne.page.getByText(AGREED).first().waitFor();
    await expect.poll(() => Date.now() - cutAt, { timeout: 60_000, interval: 500 }).toBeGreaterThanOrEqual(AWAY_MS);
  });

  it('comes back by itself, at the item where the room is, and sends every word once', async () => {
    network.mend();
    await next(mads.page).waitFor();
    await expect.poll(() => title(mads.page), soon).toBe('Næste prøvehandling');
    await mads.page.getByText(DECIDED).first().waitFor();
    await mads.page.getByText(AGREED).first().waitFor();
    await expect.poll(() => unsent(mads.page), soon).toBe(0);
    await anne.page
      .getByRole('button', { name: /Fælles undersøgelse/ })
      .first()
      .click();
    for (const words of [...Object.values(BEFORE), AWAY, MEANWHILE]) {
      await expect.poll(() => note(anne).innerText(), soon).toContain(words);
      expect(times(await note(anne).innerText(), words)).toBe(1);
    }
    await anne.page.getByRole('button', { name: 'Følg mødet' }).click();
  });

  it('ends, and its minutes hold what everybody wrote, approved by all who were there', async () => {
    const end = await toTheEnd(anne.page);
    await anne.page.getByText(DECIDED).first().waitFor();
    await end.click();
    for (const { page } of everybody()) {
      await page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
      await page.waitForURL(/referat$/);
      for (const words of [...Object.values(BEFORE), AWAY, MEANWHILE, DECIDED, AGREED])
        await page.getByText(words).first().waitFor();
    }
    await anne.page.getByRole('button', { name: 'Send til godkendelse' }).click();
    for (const { page } of everybody()) await page.getByRole('button', { name: 'Godkend', exact: true }).click();
    for (const { page } of everybody()) await page.getByRole('heading', { name: 'Godkendt' }).waitFor();
    const text = await mads.page.locator('main').innerText();
    for (const words of [...Object.values(BEFORE), AWAY, MEANWHILE]) expect(times(text, words)).toBe(1);
    for (const { page } of [anne, mads]) expect(await axeFaults(page)).toEqual([]);
    expect([...anne.faults, ...trine.faults]).toEqual([]);
  });
});
