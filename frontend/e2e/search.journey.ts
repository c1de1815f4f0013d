import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, Request } from 'playwright-core';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

let anne: Person;
let page: Page;
beforeAll(async () => {
  await openBrowser();
  anne = await person();
  ({ page } = anne);
  await signIn(anne, 'anne');
  await page.getByRole('button', { name: 'Søg' }).waitFor();
});
afterAll(() => closeBrowser());

const WITHIN = { timeout: 15_000 };

const field = () => page.getByRole('searchbox', { name: 'Søg' });
const option = (name: string | RegExp) => page.getByRole('option', { name });

describe('Søg, by keyboard alone', () => {
  it('is opened with Ctrl+K from any page, and with Esc one is back where one was', async () => {
    const button = page.getByRole('button', { name: 'Søg' });
    await button.focus();
    await page.keyboard.press('Control+k');
    await field().waitFor();
    await option('Min uge').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement), WITHIN).toBe(true);
  });

  it('finds a part of a word, marks it, and opens the action with Enter', async () => {
    await page.keyboard.press('Enter');
    await field().waitFor();
    await page.keyboard.type('start', { delay: 30 });
    await option(/Besøg hinandens lektionsstart/)
      .first()
      .waitFor();
    expect(await page.locator('mark').first().innerText()).toBe('lektionsstart');
    const first = option(/Besøg hinandens lektionsstart/).first();
    await expect
      .poll(
        async () => (await field().getAttribute('aria-activedescendant')) === (await first.getAttribute('id')),
        WITHIN,
      )
      .toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/handling\//);
    await page.getByRole('heading', { level: 1, name: 'Besøg hinandens lektionsstart' }).waitFor();
  });

  it('says what to do where nothing is found', async () => {
    await page.keyboard.press('Control+k');
    await field().fill('zyxwvu');
    await page.getByText('Ingen fund for »zyxwvu«. Prøv et kortere ord.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
  });

  it('asks the server one thing at a time, however fast somebody types', async () => {
    let underWay = 0;
    let most = 0;
    let asked = 0;
    const isSearch = (request: Request) => request.postData()?.includes('"Search"') ?? false;
    const begins = (request: Request) => {
      if (!isSearch(request)) return;
      asked += 1;
      underWay += 1;
      most = Math.max(most, underWay);
    };
    const ends = (request: Request) => {
      if (isSearch(request)) underWay -= 1;
    };
    page.on('request', begins);
    page.on('requestfinished', ends);
    await page.keyboard.press('Control+k');
    await field().waitFor();
    await page.keyboard.type('pejlemærkerne', { delay: 5 });
    await option('Se alle fund for »pejlemærkerne«').waitFor();
    await expect.poll(() => underWay, WITHIN).toBe(0);
    page.off('request', begins);
    page.off('requestfinished', ends);
    expect(most).toBe(1);
    expect(asked).toBeLessThanOrEqual('pejlemærkerne'.length);
    expect(asked).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
  });

  it('does what it is told: goes to a new meeting, and turns the light down', async () => {
    await page.keyboard.press('Control+k');
    await field().fill('nyt mø');
    await option('Nyt møde').waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.keyboard.press('Enter').then(() => page.url()), WITHIN).toMatch(/nyt-moede$/);
    await page.keyboard.press('Control+k');
    await field().fill('mørkt');
    await option('Mørkt tema').click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme']), WITHIN).toBe('dark');
    await page.keyboard.press('Control+k');
    await field().fill('lyst');
    await option('Lyst tema').click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme']), WITHIN).toBe('light');
  });
});

describe('the page with all that is found', () => {
  it('is come to from the field, keeps its words and its choice in the address, and shows more when asked', async () => {
    await page.keyboard.press('Control+k');
    await field().fill('handling');
    await option('Se alle fund for »handling«').click();
    await page.waitForURL(/\/soeg\?q=handling$/);
    const hits = page.getByRole('main').getByRole('listitem');
    await expect.poll(() => hits.count(), WITHIN).toBe(20);
    await page.getByRole('button', { name: 'Vis flere' }).click();
    await expect.poll(() => hits.count(), WITHIN).toBeGreaterThan(20);
    await page.getByRole('button', { name: /Slags/ }).click();
    await page.getByRole('option', { name: 'Dagsordenspunkter' }).click();
    await page.waitForURL(/slags=ITEM/);
    await expect
      .poll(
        async () =>
          (await hits.allInnerTexts()).every((text) => /Dagsordenspunkt ·/.test(text)) && (await hits.count()) > 0,
        WITHIN,
      )
      .toBe(true);
    await page.reload();
    await expect.poll(() => hits.count(), WITHIN).toBeGreaterThan(0);
    await hits.first().getByRole('link').click();
    await page.waitForURL(/\/moede\//);
  });

  it('keeps to the school year that is chosen', async () => {
    await page.goto('/soeg?q=handling');
    const hits = page.getByRole('main').getByRole('listitem');
    await hits.first().waitFor();
    await page.getByRole('button', { name: /Skoleår/ }).click();
    // The next one, which nobody has written in yet.
    await page.getByRole('option').nth(1).click();
    await page.waitForURL(/aar=/);
    await page.getByText('Ingen fund for »handling«.', { exact: false }).waitFor();
  });

  it('finds a file by its name and opens the meeting at it, with the keyboard there', async () => {
    await page.goto('/soeg?q=klasseobservationerne&slags=MATERIAL');
    const hits = page.getByRole('main').getByRole('listitem');
    await hits
      .getByRole('link', { name: /klasseobservationer\.csv/ })
      .first()
      .click();
    await page.waitForURL(/\/moede\/.*#materiale-/);
    const link = page.getByRole('link', { name: /^Hent .*klasseobservationer\.csv/ });
    await expect.poll(() => link.evaluate((one) => one === document.activeElement), WITHIN).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('can be used wide in light and narrow in dark', async () => {
    await page.goto('/soeg?q=elever');
    for (const [width, height, theme] of [
      [1920, 1080, 'light'],
      [320, 5000, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
      await page.getByRole('heading', { level: 1, name: 'Søg' }).waitFor();
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      ).toBe(true);
    }
    expect(anne.faults).toEqual([]);
  });
});

describe('on a phone', () => {
  it('it stands first under Mere, fills the screen, and closes with its own button', async () => {
    const mads = await person('phone', 'dark');
    await signIn(mads, 'mads');
    // The page beneath is there: axe reads it with the dialog.
    await mads.page.getByRole('heading', { level: 1 }).waitFor();
    await mads.page.getByRole('button', { name: 'Mere' }).click();
    await mads.page.getByRole('menuitem', { name: 'Søg' }).click();
    await mads.page.getByRole('searchbox', { name: 'Søg' }).fill('lektionsstart');
    await mads.page
      .getByRole('option', { name: /lektionsstart/ })
      .first()
      .waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
    await mads.page.getByRole('dialog').getByText('Luk', { exact: true }).click();
    await mads.page.getByRole('searchbox').waitFor({ state: 'detached' });
    expect(mads.faults).toEqual([]);
  });
});

describe('the municipality’s consultant', () => {
  it('finds nothing of what teams wrote, is told where is searched, and can still go where they may', async () => {
    const kirsten = await person();
    await signIn(kirsten, 'kirsten');
    await kirsten.page.getByRole('button', { name: 'Søg' }).waitFor();
    await kirsten.page.keyboard.press('Control+k');
    await kirsten.page.getByRole('searchbox', { name: 'Søg' }).fill('lektionsstart');
    await kirsten.page.getByText('Ingen fund for »lektionsstart«').waitFor();
    await kirsten.page.getByText('Der søges i det, du selv kan åbne').waitFor();
    await kirsten.page.getByRole('searchbox', { name: 'Søg' }).fill('kommu');
    await kirsten.page.getByRole('option', { name: 'Kommunen' }).waitFor();
    expect(kirsten.faults).toEqual([]);
  });
});
