import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

let anne: Person;
let mads: Person;
let meeting = '';
beforeAll(async () => {
  await openBrowser();
  anne = await person('laptop');
  mads = await person('phone', 'dark');
  await Promise.all([signIn(anne, 'anne'), signIn(mads, 'mads')]);
});
afterAll(closeBrowser);

/** A picture as a phone takes it, drawn by the browser itself. */
async function picture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 480 });
    canvas.getContext('2d')!.fillRect(40, 40, 200, 200);
    return canvas.toDataURL('image/jpeg').split(',')[1]!;
  });
  return Buffer.from(base64, 'base64');
}

const choose = (place: Locator, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  place.locator('input[type="file"]').setInputFiles(files);

describe('a picture and a link for an item', () => {
  it('are put there on the laptop, and what cannot be is said and leaves the others alone', async () => {
    const { page } = anne;
    const team = await page.getByRole('link', { name: 'Teamet' }).first().getAttribute('href');
    await page.goto(`${team}/nyt-moede`);
    await page.getByRole('button', { name: 'Læg dagsordenen' }).click();
    await page.waitForURL(/planlaeg/);
    meeting = new URL(page.url()).pathname.replace('/planlaeg', '');
    await page.getByRole('button', { name: /^Flyt punkt 1: / }).click();
    await page.getByRole('menuitem', { name: 'Materiale, vejledning og pejlemærker' }).click();
    const sheet = page.getByRole('dialog');
    await choose(
      sheet,
      { name: 'Tavlen i 5.b.jpg', mimeType: 'image/jpeg', buffer: await picture(page) },
      { name: 'program.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    );
    await sheet.getByRole('button', { name: 'Fjern Tavlen i 5.b.jpg' }).waitFor();
    await sheet.getByText('Den slags fil kan ikke lægges ved.', { exact: false }).waitFor();
    await sheet.getByRole('button', { name: 'Tilføj link' }).click();
    await sheet.getByLabel('Linkets adresse').fill('http://emu.dk');
    await sheet.getByRole('button', { name: 'Tilføj linket' }).click();
    await sheet.getByText('Adressen skal begynde med https://', { exact: false }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await sheet.getByLabel('Linkets adresse').fill('https://emu.dk/plf');
    await sheet.getByLabel('Hvad er det?').fill('EMU om læringsfællesskaber');
    await sheet.getByLabel('Hvad er det?').press('Enter');
    await sheet.getByRole('link', { name: 'EMU om læringsfællesskaber' }).waitFor();
    await sheet.getByRole('button', { name: 'Luk beskeden om program.exe' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Punkt 1: 2 filer og links' }).waitFor();
  });

  it('are seen by a colleague on a phone the moment they come, and the picture is taken home', async () => {
    await mads.page.goto(meeting);
    const all = mads.page.getByRole('region', { name: 'Materiale', exact: true });
    const link = all.getByRole('link', { name: 'EMU om læringsfællesskaber' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    const coming = mads.page.waitForEvent('download');
    await all.getByRole('link', { name: 'Hent Tavlen i 5.b.jpg' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('Tavlen i 5.b.jpg');
    expect((await readFile(await download.path())).subarray(0, 3).toString('hex')).toBe('ffd8ff');
    // Dropped on the plan by Anne, it stands on the phone without anybody asking.
    const side = anne.page.getByRole('region', { name: 'Materiale til hele mødet' });
    await side.evaluate((place) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['Uge;Vi prøver\n48;Ro ved døren\n'], 'plan.csv', { type: 'text/csv' }));
      for (const kind of ['dragover', 'drop'])
        place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    });
    await all.getByRole('link', { name: 'Hent plan.csv' }).waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
  });

  it('are gone for both when one of them takes them off, and not before it is meant', async () => {
    const all = mads.page.getByRole('region', { name: 'Materiale', exact: true });
    const side = anne.page.getByRole('region', { name: 'Materiale til hele mødet' });
    await all.getByRole('button', { name: 'Fjern plan.csv' }).press('Enter');
    await all.getByRole('button', { name: 'Behold' }).press('Enter');
    await all.getByRole('button', { name: 'Fjern plan.csv' }).press('Enter');
    await all.getByRole('button', { name: 'Fjern', exact: true }).press('Enter');
    await all.getByText('plan.csv').waitFor({ state: 'detached' });
    await side.getByText('plan.csv').waitFor({ state: 'detached' });
    expect([anne.faults, mads.faults]).toEqual([[], []]);
  });
});
