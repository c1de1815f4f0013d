import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

// An entry is named by its words and what stands beneath them.
const PDF = /^PDF Til at læse/;
const WORD = /^Word/;
const ARCHIVE = /^PDF til journalen/;

let anne: Person;
beforeAll(async () => {
  await openBrowser();
  anne = await person('laptop');
});
afterAll(closeBrowser);

/** Chooses what to download, and waits for the file. */
async function downloaded(name: RegExp): Promise<{ file: string; bytes: Buffer }> {
  const { page } = anne;
  await page.getByRole('button', { name: 'Hent', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name }).click();
  const download = await coming;
  return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('minutes taken home as a file', () => {
  it('are chosen at the foot of their page, by keyboard too', async () => {
    const { page } = anne;
    await signIn(anne, 'anne');
    await page.locator('a[href^="/team/"]').first().click();
    await page.locator('a[href$="/referat"]').first().click();
    await page.waitForURL(/referat$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Hent', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: PDF }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('are a PDF for reading, one for the archive, and a file for Word, by names that say whose they are', async () => {
    const pdf = await downloaded(PDF);
    expect(pdf.file).toMatch(/^Referat 5\. årgang \d{4}-\d{2}-\d{2}( udkast)?\.pdf$/);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const kept = await downloaded(ARCHIVE);
    expect(kept.file).toMatch(/ arkiv\.pdf$/);
    expect(kept.bytes.toString('latin1')).toContain('<pdfaid:part>2<');
    const word = await downloaded(WORD);
    expect(word.file).toMatch(/\.docx$/);
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(anne.faults).toEqual([]);
  });

  it('that are not given are said so on the page, and nothing is saved', async () => {
    const { page } = anne;
    const [session] = (await anne.context.cookies()).filter((cookie) => cookie.name === '__Host-pejling');
    await anne.context.clearCookies({ name: '__Host-pejling' });
    await page.getByRole('button', { name: 'Hent', exact: true }).click();
    await page.getByRole('menuitem', { name: WORD }).click();
    await page.getByRole('alert').getByText('Du er logget ud.').waitFor();
    await anne.context.addCookies([session!]);
    await downloaded(PDF);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
