import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { Keys } from './keys.ts';

let jonas: Person;
let kirsten: Person;

beforeAll(async () => {
  await openBrowser();
  jonas = await person('laptop', 'light');
  kirsten = await person('laptop', 'dark');
});
afterAll(closeBrowser);

describe('a team’s own template', () => {
  it('is begun from one that comes with Pejling, and nothing is made before it is saved', async () => {
    await Promise.all([signIn(jonas, 'jonas'), signIn(kirsten, 'kirsten')]);
    const { page } = jonas;
    await page.getByRole('link', { name: 'Møder', exact: true }).first().click();
    await page.getByRole('link', { name: 'Skabeloner til jeres møder' }).click();
    await page.getByText(/^Holder I ofte det samme slags møde/).waitFor();
    await page.getByRole('link', { name: 'Lav jeres egen af Kort opfølgning' }).click();
    await page.getByRole('textbox', { name: 'Navn' }).fill('Fredagsopfølgning');

    // Not left without a question.
    await page.getByRole('link', { name: 'Skabeloner, 5. årgang' }).click();
    const asked = page.getByRole('alertdialog', { name: 'Gå uden at gemme?' });
    await asked.getByRole('button', { name: 'Bliv her' }).click();
    await asked.waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Navn' }).inputValue()).toBe('Fredagsopfølgning');
  });

  it('is written by keyboard: a step more, moved up, and what is wrong is said at the field', async () => {
    const { page } = jonas;
    const keys = new Keys(page);
    await keys.press('Enter', page.getByRole('button', { name: 'Tilføj trin' }));
    const title = page.getByRole('textbox', { name: 'Trin 5, overskrift' });
    await keys.press('Enter', page.getByRole('button', { name: 'Gem', exact: true }));
    await page.getByText('Her mangler en tekst.').waitFor();
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Ros til hinanden');
    await keys.press('Enter', page.getByRole('button', { name: 'Flyt trin 5: Ros til hinanden' }));
    await page.getByRole('menuitem', { name: 'En plads op' }).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Trin 4, overskrift' }).inputValue())
      .toBe('Ros til hinanden');
    // One stands in the row that was moved.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Trin 4');
    await page.getByRole('radio', { name: '90' }).click();
    await page.getByRole('img', { name: /^5 trin på i alt 90 minutter/ }).waitFor();
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByRole('heading', { name: 'Teamets egne' }).waitFor();
    await page.getByRole('link', { name: 'Ret Fredagsopfølgning' }).waitFor();
  });

  it('is changed into a next version, shared with the municipality, and read there without a name', async () => {
    const { page } = jonas;
    await page.getByRole('link', { name: 'Ret Fredagsopfølgning' }).click();
    await page.getByText('Gemt som udgave 1').waitFor();
    await page.getByRole('textbox', { name: 'Medbring' }).fill('Kage');
    await page.getByText('Ikke gemt endnu').waitFor();
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByText('Gemt som udgave 2').waitFor();
    await page.getByRole('button', { name: 'Del med Fjordby Kommune' }).click();
    await page.getByText(/^Fjordby Kommune har den, som den er nu/).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await kirsten.page.goto('/kommune/skabeloner');
    const line = kirsten.page.getByRole('listitem').filter({ hasText: 'Fredagsopfølgning' });
    await line.getByText(/Fra 5\. årgang, Aabrinkens Skole/).waitFor();
    expect(await line.getByText('Jonas').count()).toBe(0);
    expect(kirsten.faults).toEqual([]);
  });

  it('is chosen first when a meeting is planned, and laid', async () => {
    const { page } = jonas;
    await page.getByRole('link', { name: 'Skabeloner, 5. årgang' }).click();
    await page.getByRole('link', { name: 'Planlæg et møde med Fredagsopfølgning' }).click();
    const own = page.getByRole('group', { name: 'Teamets egne' });
    await own.getByRole('radio', { name: /^Fredagsopfølgning/ }).waitFor();
    expect(await own.getByRole('radio', { name: /^Fredagsopfølgning/ }).isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Læg dagsordenen' }).click();
    await page.waitForURL(/\/planlaeg$/);
    await page.getByText('Ros til hinanden').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Medbring' }).inputValue()).toBe('Kage');
    expect(jonas.faults).toEqual([]);
  });
});
