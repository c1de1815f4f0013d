import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, type Person } from './browser.ts';

let anybody: Person;
beforeAll(async () => {
  await openBrowser();
  anybody = await person('phone', 'dark');
});
afterAll(() => closeBrowser());

describe('a page whose own code never comes', () => {
  it('says so after a while, in both languages, and opens by its one link when the network is well again', async () => {
    const { page } = anybody;
    await page.route(/\/assets\/.*\.js$/, (route) => route.fulfill({ status: 404 }));
    await page.goto('/log-ind');
    const words = page.getByText('Pejling er ikke åbnet endnu', { exact: false });
    // Where the code comes as it should, nobody is to see this flash by.
    expect(await words.isVisible()).toBe(false);
    await words.waitFor({ state: 'visible' });
    expect(await page.getByText('Pejling has not opened yet', { exact: false }).isVisible()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.unroute(/\/assets\/.*\.js$/);
    await page.getByRole('link', { name: 'Prøv igen' }).click();
    await page.getByLabel('Brugernavn', { exact: false }).waitFor();
    expect(await words.count()).toBe(0);
  });
});
