import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolYearBeside, schoolYearOf, shownSchoolYear } from '#domain/school-year.ts';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';

let server: OwnServer;
let asta: Person;
let anne: Person;

// The demonstration's calendar goes to the end of next year: the one after is empty.
const YEAR = schoolYearBeside(schoolYearOf(new Date().toISOString().slice(0, 10)), 2);

beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  asta = await person('laptop', 'light', server.url);
  anne = await person('phone', 'dark', server.url);
});
afterAll(async () => {
  await closeBrowser();
  await server.stop();
});

const rows = (page: Page) => page.getByRole('table').getByRole('rowheader');

/** A date, typed part by part as people do. */
async function type(page: Page, label: string, day: string, month: string, year: string): Promise<void> {
  const field = page.getByRole('group', { name: label });
  for (const [part, value] of [
    ['dag', day],
    ['måned', month],
    ['år', year],
  ] as const) {
    await field.getByRole('spinbutton', { name: new RegExp(`^${part}`) }).click();
    await page.keyboard.type(value);
  }
}

describe('the municipality’s closed days', () => {
  it('are found by the administrator, a school year at a time, and by no team', async () => {
    await Promise.all([signIn(asta, 'asta'), signIn(anne, 'anne')]);
    const { page } = asta;
    await page.getByRole('link', { name: 'Ferie og lukkedage' }).first().click();
    await rows(page).getByText('Efterårsferie').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    for (const year of [schoolYearBeside(YEAR, -1), YEAR])
      await page.getByRole('button', { name: shownSchoolYear(year) }).click();
    await page.getByText(/^Kommunen har ingen egne ferier/).waitFor();
    expect(await anne.page.getByRole('link', { name: 'Ferie og lukkedage' }).count()).toBe(0);
    await anne.page.goto('/kommune/ferie');
    await anne.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await anne.page.getByText(/ingen egne ferier/).count()).toBe(0);
  });

  it('begin from the usual holidays, seen before they are written, and an open year has them at once', async () => {
    const { page } = asta;
    await anne.page.goto('/');
    await anne.page.getByRole('link', { name: 'Teamet' }).first().click();
    await anne.page.waitForURL(/\/team\//);
    const team = /\/team\/[0-9a-f-]+/.exec(anne.page.url())![0];
    await anne.page.goto(`${team}/aarshjul?aar=${YEAR}`);
    await anne.page
      .getByText(/^Grundlovsdag/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Sæt de sædvanlige danske ferier ind' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Efterårsferie').waitFor();
    expect(await rows(page).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByText('Grundlovsdag').click();
    await dialog.getByRole('button', { name: 'Sæt 8 ferier ind' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => rows(page).count()).toBe(8);
    await expect.poll(() => anne.page.getByText(/^Grundlovsdag/).count(), { timeout: 15_000 }).toBe(0);
  });

  it('are added with what is wrong said at the field, for one school too', async () => {
    const { page } = asta;
    const [first] = YEAR.split('-') as [string, string];
    await page.getByRole('button', { name: 'Tilføj ferie eller lukkedag' }).click();
    const dialog = page.getByRole('dialog');
    await type(page, 'Første dag', '12', '11', first);
    await type(page, 'Sidste dag', '11', '11', first);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Her mangler en tekst.').waitFor();
    await dialog.getByText(/^Den sidste dag ligger før den første/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Navn' }).fill('Pædagogisk dag');
    await type(page, 'Sidste dag', '13', '11', first);
    await dialog.getByRole('button', { name: /Gælder for/ }).click();
    await page.getByRole('option').nth(1).click();
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.waitFor({ state: 'detached' });
    await rows(page).getByText('Pædagogisk dag').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tilføj ferie eller lukkedag');
  });

  it('are changed, and deleted with a way back', async () => {
    const { page } = asta;
    await page.getByRole('button', { name: 'Ret Pædagogisk dag' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Navn' }).fill('Vinterferie');
    await dialog.getByRole('button', { name: /Gælder for/ }).click();
    await page.getByRole('option', { name: 'Hele kommunen' }).click();
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await type(page, 'Sidste dag', '20', '02', YEAR.slice(5));
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText(/^Det er mere end 100 dage|^Den står der allerede/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Slet Pædagogisk dag' }).click();
    await page.getByText('»Pædagogisk dag« er slettet.').waitFor();
    await expect.poll(() => rows(page).count()).toBe(8);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('»Pædagogisk dag« står der igen.').waitFor();
    await expect.poll(() => rows(page).count()).toBe(9);
    await anne.page.goto('/');
    expect(asta.faults).toEqual([]);
  });
});
