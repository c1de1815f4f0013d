import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';

let server: OwnServer;
let anne: Person;
let mads: Person;
let team = '';

beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('phone', 'dark', server.url);
});
afterAll(async () => {
  await closeBrowser();
  await server.stop();
});

const preview = (page: Page) => page.getByRole('region', { name: 'Jeres møder' });
const chosen = (page: Page) => preview(page).getByRole('checkbox', { checked: true }).count();
const make = (page: Page) => page.getByRole('button', { name: /^Opret \d+ møder$/ });
const toMake = async (page: Page) => Number(/\d+/.exec(await make(page).innerText())![0]);
const inYear = (page: Page) => page.getByRole('link', { name: /, uge \d+$/ });

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).click();
  await page.getByRole('option', { name: option }).click();
}

/** A date, typed part by part as people do. */
async function type(page: Page, label: string, day: string, month: string, year: string): Promise<void> {
  const field = page.getByRole('group', { name: label });
  for (const [part, value] of [
    ['dag', day],
    ['måned', month],
    ['år', year],
  ] as const) {
    await field.getByRole('spinbutton', { name: new RegExp(part) }).click();
    await page.keyboard.type(value);
  }
}

describe('a school year of meetings', () => {
  it('is proposed from the team’s own habit, with the holidays left out and said', async () => {
    await Promise.all([signIn(anne, 'anne'), signIn(mads, 'mads')]);
    const { page } = anne;
    await page.getByRole('link', { name: 'Møder', exact: true }).first().click();
    team = /\/team\/[0-9a-f-]+/.exec(page.url())?.[0] ?? '';
    await page.getByRole('link', { name: 'Planlæg en møderække' }).click();
    await make(page).waitFor();
    team ||= /\/team\/[0-9a-f-]+/.exec(page.url())![0];
    await preview(page).getByText('Påskeferie').first().waitFor();
    expect(await chosen(page)).toBe(await toMake(page));
    expect(await axeFaults(page)).toEqual([]);
  });

  it('says what is impossible, where it is, and makes nothing of it', async () => {
    const { page } = anne;
    for (const day of ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag']) {
      const box = page.getByRole('group', { name: 'Ugedage' }).getByRole('checkbox', { name: day });
      if (await box.isChecked()) await box.locator('xpath=ancestor-or-self::label').click();
    }
    await page.getByText('Vælg mindst én ugedag.').waitFor();
    expect(await page.getByRole('button', { name: 'Opret møder' }).isDisabled()).toBe(true);
    await page.getByRole('group', { name: 'Ugedage' }).getByText('onsdag').click();
    await make(page).waitFor();
  });

  it('follows the rhythm: a date at the end, even weeks, and what is taken out by hand', async () => {
    const { page } = anne;
    const year = new Date().getUTCFullYear() + 1;
    await type(page, 'Til og med', '28', '02', String(year));
    await pick(page, 'Hvor tit', 'I lige uger');
    await expect.poll(async () => (await preview(page).innerText()).includes('Marts')).toBe(false);
    const weeks = [...(await preview(page).innerText()).matchAll(/uge (\d+)/g)].map(([, week]) => Number(week));
    expect(weeks.length).toBeGreaterThan(2);
    expect(weeks.every((week) => week % 2 === 0)).toBe(true);
    const before = await toMake(page);
    await preview(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox', { checked: true }) })
      .last()
      .locator('label')
      .click();
    await expect.poll(() => toMake(page)).toBe(before - 1);
  });

  it('becomes meetings in the year, as a wheel and as a list, and a colleague’s page shows them', async () => {
    const { page } = anne;
    await mads.page.goto(`${team}/aarshjul`);
    await mads.page.getByRole('heading', { name: /^Skoleåret/ }).waitFor();
    const before = await inYear(mads.page).count();
    const made = await toMake(page);
    await make(page).click();
    await page.waitForURL(/aarshjul/);
    await page.getByRole('img', { name: /^Årshjul/ }).waitFor();
    await expect.poll(() => inYear(page).count()).toBeGreaterThanOrEqual(made);
    await expect.poll(() => inYear(mads.page).count(), { timeout: 15_000 }).toBeGreaterThan(before);
    for (const one of [page, mads.page]) {
      // At the end: what the bar at the foot covers for the moment is no small target.
      await one.evaluate(() => scrollTo(0, document.body.scrollHeight));
      expect(await axeFaults(one)).toEqual([]);
    }
  });

  it('keeps its agenda in each meeting, and one moves with those after it', async () => {
    const { page } = anne;
    await inYear(page).last().click();
    await page.waitForURL(/planlaeg/);
    await page.getByRole('heading', { name: 'Dagsorden' }).first().waitFor();
    expect(await page.getByText('Opfølgning på aftalte handlinger').count()).toBeGreaterThan(0);
    await page.goto(`${team}/aarshjul`);
    const onWednesday = inYear(page).filter({ hasText: 'onsdag' });
    await onWednesday.first().waitFor();
    const count = await onWednesday.count();
    await onWednesday.first().click();
    await page.waitForURL(/planlaeg/);
    await page.getByText('Ret tid og sted').first().click();
    const dialog = page.getByRole('dialog', { name: 'Tid og sted' });
    await dialog.getByRole('group', { name: 'Klokken' }).getByRole('spinbutton').first().click();
    await page.keyboard.type('1315');
    await dialog.getByText(/^Dette og /).click();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^(Brug tid og sted|Ret, og sig det)/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await mads.page.goto(`${team}/aarshjul`);
    await expect.poll(() => mads.page.getByText(/kl\. 13\.15/).count(), { timeout: 15_000 }).toBe(count);
  });

  it('is called off for the rest of the year with a reason, and says how many; a colleague’s page follows', async () => {
    const { page } = anne;
    await page.goto(`${team}/aarshjul`);
    const button = page.getByRole('button', { name: /^Aflys resten af møderækken/ });
    await button.first().waitFor();
    const before = await inYear(mads.page).count();
    await button.first().click();
    const dialog = page.getByRole('alertdialog');
    const off = dialog.getByRole('button', { name: /^Aflys \d+ møder$/ });
    const count = Number(/\d+/.exec(await off.innerText())![0]);
    await off.click();
    await dialog.getByText('Her mangler en tekst.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Hvorfor?' }).fill('Teamet bliver delt i to');
    await off.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(`${count} møder er aflyst.`).waitFor();
    await expect.poll(() => inYear(mads.page).count(), { timeout: 15_000 }).toBe(before - count);
    expect([...anne.faults, ...mads.faults]).toEqual([]);
  });
});
