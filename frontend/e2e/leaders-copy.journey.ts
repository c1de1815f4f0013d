import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

let anne: Person;
let birgitte: Person;
let mads: Person;
beforeAll(async () => {
  await openBrowser();
  [anne, birgitte, mads] = [await person('laptop'), await person('phone', 'dark'), await person('phone')];
});
afterAll(closeBrowser);

let title: string;
let text: string;
let shared: string;

describe('the leader’s copy of minutes', () => {
  it('is read by the team, with whom it goes to, before it is shared', async () => {
    const { page } = anne;
    await signIn(anne, 'anne');
    await page.locator('a[href^="/team/"]').first().click();
    // The oldest: the newer ones may be of other journeys.
    await page.getByRole('listitem').filter({ hasText: 'godkendt' }).locator('a[href$="/referat"]').last().click();
    await page.waitForURL(/referat$/);
    await page.getByRole('heading', { name: 'Ikke delt med skoleledelsen' }).waitFor();
    await page.getByRole('button', { name: 'Del med skoleledelsen' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Birgitte Dam, skoleleder').waitFor();
    await dialog.getByText('Navne, I selv har skrevet i teksten, bliver stående.').waitFor();
    text = (await dialog.getByRole('list').last().innerText()).trim();
    expect(text).toContain('teamet');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Ikke delt med skoleledelsen' }).waitFor();
  });

  it('is given with one choice, and the page says since when; the focus is there', async () => {
    const { page } = anne;
    await page.getByRole('button', { name: 'Del med skoleledelsen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Del', exact: true }).click();
    const heading = page.getByRole('heading', { name: /^Delt med skoleledelsen/ });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    shared = (await page.getByRole('link', { name: 'Se, hvad lederen ser' }).getAttribute('href'))!;
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is found by the leader under the team in the school’s overview, word for word as the team saw it', async () => {
    const { page } = birgitte;
    await signIn(birgitte, 'birgitte');
    await page.getByText('5. årgang', { exact: true }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('heading', { name: 'Delte referater' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await sheet.locator(`a[href="${shared}"]`).click();
    await page.waitForURL(/delt-referat/);
    title = await page.getByRole('heading', { level: 1, name: /, uge \d+$/ }).innerText();
    const copy = page.locator('article ol').first();
    // The two are laid out at different widths: the words are the same.
    expect((await copy.innerText()).replaceAll(/\s+/g, ' ').trim()).toBe(text.replaceAll(/\s+/g, ' '));
    expect(await page.locator('article').locator('a[href^="/handling/"], a[href^="/moede/"]').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('stays as it was when the team adds something, until they share the new version', async () => {
    const { page } = anne;
    const added = 'Vi tog bænkene med ind';
    await page.getByRole('button', { name: 'Skriv en tilføjelse' }).click();
    await page.getByLabel('Hvad er kommet til siden?').fill(added);
    await page.getByRole('button', { name: 'Skriv det ind' }).click();
    await page.getByText('Lederen læser udgaven fra dengang').waitFor();
    await birgitte.page.reload();
    await birgitte.page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await birgitte.page.getByText(added).count()).toBe(0);
    await page.getByRole('button', { name: 'Del den nye udgave' }).click();
    await page.getByRole('dialog').getByText(added).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Del', exact: true }).click();
    await page.getByText('I kan trække den tilbage, når I vil.').waitFor();
    // What she has open is the version that ended: it says so by itself.
    await birgitte.page.getByText('Denne udgave er ikke delt længere.').waitFor();
    await birgitte.page.goto((await page.getByRole('link', { name: 'Se, hvad lederen ser' }).getAttribute('href'))!);
    await birgitte.page.getByText(added).waitFor();
    await birgitte.page.getByRole('button', { name: 'Hent', exact: true }).click();
    const coming = birgitte.page.waitForEvent('download');
    await birgitte.page.getByRole('menuitem', { name: /^PDFTil at læse|^PDF Til at læse/ }).click();
    expect((await coming).suggestedFilename()).toMatch(/^Delt referat 5\. årgang uge \d+, \d{4}\.pdf$/);
  });

  it('is gone for the leader as soon as the team takes it back, and a colleague’s open page says so', async () => {
    await signIn(mads, 'mads');
    await mads.page.goto(new URL(anne.page.url()).pathname);
    await mads.page.getByRole('heading', { name: /^Delt med skoleledelsen den/ }).waitFor();
    await anne.page.getByRole('button', { name: 'Træk delingen tilbage' }).click();
    const heading = anne.page.getByRole('heading', { name: 'Ikke delt med skoleledelsen' });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await mads.page.getByRole('heading', { name: 'Ikke delt med skoleledelsen' }).waitFor();
    await birgitte.page.getByText('Denne udgave er ikke delt længere.').waitFor();
    expect(await axeFaults(birgitte.page)).toEqual([]);
    await birgitte.page.reload();
    await birgitte.page.getByRole('heading', { level: 1, name: 'Her er ikke noget' }).waitFor();
    expect(await birgitte.page.getByText(title).count()).toBe(0);
    expect([...anne.faults, ...mads.faults]).toEqual([]);
  });
});
