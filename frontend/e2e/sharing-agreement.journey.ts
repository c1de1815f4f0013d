import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';
import { toTheEnd } from './room.ts';

let server: OwnServer;
let anne: Person;
let birgitte: Person;
beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  [anne, birgitte] = [await person('laptop', 'dark', server.url), await person('phone', 'light', server.url)];
});
afterAll(async () => {
  await closeBrowser();
  await server.stop();
});

const button = (name: string | RegExp) => anne.page.getByRole('button', { name, exact: typeof name === 'string' });
const choice = () => anne.page.getByRole('switch', { name: 'Del med skoleledelsen, når referatet er godkendt' });

/** A meeting from its start to its end, where the way to the minutes is. */
async function hold(): Promise<void> {
  const { page } = anne;
  await page.goto('/');
  await page
    .getByRole('link', { name: /5\. årgang/ })
    .last()
    .click();
  await button('Start et møde nu').click();
  await button('Ja, start nu').click();
  await button(/Næste/).waitFor();
  await (await toTheEnd(page)).click();
  await page.getByRole('link', { name: 'Læs og godkend referatet' }).waitFor();
}

async function approve(): Promise<void> {
  await anne.page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
  await button('Send til godkendelse').click();
  await button('Godkend referatet for alle').click();
  await anne.page.getByRole('heading', { name: 'Godkendt' }).waitFor();
}

describe('a school’s agreement on sharing minutes', () => {
  it('is made by the leader where the overview says what they see', async () => {
    const { page } = birgitte;
    await Promise.all([signIn(birgitte, 'birgitte'), signIn(anne, 'anne')]);
    await page.getByRole('heading', { name: 'Skolens aftale om referater' }).waitFor();
    const agreement = page.getByRole('switch', { name: 'Referater deles med ledelsen, når de er godkendt' });
    expect(await agreement.isChecked()).toBe(false);
    await agreement.focus();
    await page.keyboard.press('Space');
    await page.getByText(/^Det gælder møder, der er begyndt efter/).waitFor();
    await expect.poll(() => agreement.isChecked()).toBe(true);
    // axe walks the whole of the overview in everybody.journey.
    expect(await agreement.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is known to the team, and says at the end of their meeting what comes of it; they read the copy before', async () => {
    const { page } = anne;
    await hold();
    await page.getByText(/^Det følger skolens aftale: Birgitte Dam får en kopi/).waitFor();
    expect(await choice().isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
    await button('Se, hvad lederen ser').click();
    await page.getByRole('dialog').getByText('Navne, I selv har skrevet i teksten, bliver stående.').waitFor();
    await page.getByRole('dialog').getByRole('list').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goBack();
    await approve();
    await page.getByText(/^Delt efter skolens aftale/).waitFor();
    expect(await choice().count()).toBe(0);
  });

  it('gives way to the team, who keep the next one to themselves', async () => {
    const { page } = anne;
    await hold();
    await choice().focus();
    await page.keyboard.press('Space');
    await page.locator('p', { hasText: 'I har valgt, at dette referat bliver i teamet.' }).waitFor();
    await approve();
    await page.getByRole('heading', { name: 'Ikke delt med skoleledelsen' }).waitFor();
    await birgitte.page.reload();
    await birgitte.page.getByText('5. årgang', { exact: true }).first().click();
    const sheet = birgitte.page.getByRole('dialog');
    await sheet.getByRole('heading', { name: 'Delte referater' }).waitFor();
    expect(await sheet.locator('a[href^="/delt-referat/"]').count()).toBe(1);
    expect([...anne.faults, ...birgitte.faults]).toEqual([]);
  });
});
