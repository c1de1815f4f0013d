import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

let anne: Person;
let mads: Person;
let plan = '';
beforeAll(async () => {
  await openBrowser();
  anne = await person('laptop');
  mads = await person('phone', 'dark');
});
afterAll(closeBrowser);

const soon = { timeout: 15_000 };
const titles = ({ page }: Person): Promise<string[]> =>
  page
    .getByRole('textbox', { name: /^Punkt \d+, overskrift/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
const fromMenu = async ({ page }: Person, title: string, choice: string) => {
  await page.getByRole('button', { name: new RegExp(`^Flyt punkt \\d+: ${title}`) }).click();
  await page.getByRole('menuitem', { name: choice }).click();
};

describe('an item that is too large, or not wanted any more', () => {
  it('is divided on a phone, and the laptop sees its parts', async () => {
    await signIn(anne, 'anne');
    const team = await anne.page.getByRole('link', { name: 'Teamet' }).first().getAttribute('href');
    await anne.page.goto(`${team}/nyt-moede`);
    await anne.page.getByRole('button', { name: 'Læg dagsordenen' }).click();
    await anne.page.waitForURL(/planlaeg/);
    plan = new URL(anne.page.url()).pathname;
    await anne.page.getByRole('button', { name: 'Tilføj punkt' }).click();
    await anne.page.getByLabel('Nyt punkt').fill('Alt om overgange');
    await anne.page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    await signIn(mads, 'mads');
    await mads.page.goto(plan);
    await expect.poll(() => titles(mads), soon).toContain('Alt om overgange');
    await fromMenu(mads, 'Alt om overgange', 'Del op …');
    const dialog = mads.page.getByRole('dialog');
    await dialog.getByLabel('Del 1', { exact: true }).fill('Overgange om morgenen');
    await dialog.getByRole('button', { name: 'Del op i 2 punkter' }).click();
    await expect
      .poll(() => dialog.getByLabel('Del 2', { exact: true }).getAttribute('aria-invalid'), soon)
      .toBe('true');
    await dialog.getByLabel('Del 2', { exact: true }).fill('Overgange efter frikvarter');
    expect(await axeFaults(mads.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Del op i 2 punkter' }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const one of [anne, mads])
      await expect
        .poll(async () => (await titles(one)).slice(-2), soon)
        .toEqual(['Overgange om morgenen', 'Overgange efter frikvarter']);
  });

  it('is let go with a reason, is found under the agenda by everybody, and is taken up again', async () => {
    await fromMenu(anne, 'Overgange om morgenen', 'Slip …');
    const dialog = anne.page.getByRole('dialog');
    await dialog.getByLabel('Hvorfor slipper I det?').fill('Det går godt nu');
    expect(await axeFaults(anne.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Slip punktet' }).click();
    await dialog.waitFor({ state: 'detached' });
    await mads.page.getByRole('button', { name: /^Ikke på dagsordenen/ }).click();
    await mads.page.getByText('Sluppet: Det går godt nu').waitFor();
    // Tall, so that the bar at its foot hides nothing from axe that a thumb would scroll free.
    await mads.page.setViewportSize({ width: 390, height: 3000 });
    expect(await titles(mads)).not.toContain('Overgange om morgenen');
    expect(await axeFaults(mads.page)).toEqual([]);
    await mads.page.getByRole('button', { name: 'Tag op Overgange om morgenen' }).click();
    for (const one of [anne, mads])
      await expect.poll(async () => (await titles(one)).at(-1), soon).toBe('Overgange om morgenen');
    await expect.poll(() => mads.page.getByText('Sluppet: Det går godt nu').count(), soon).toBe(0);
  });
});
