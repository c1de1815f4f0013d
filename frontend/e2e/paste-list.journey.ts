import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeFaults, closeBrowser, listening, openBrowser, person, signIn, type Person } from './browser.ts';

let anne: Person;
let mads: Person;
let said: () => Promise<string>;
beforeAll(async () => {
  await openBrowser();
  anne = await person();
  mads = await person('phone', 'dark');
  said = await listening(anne);
  await Promise.all([signIn(anne, 'anne'), signIn(mads, 'mads')]);
});
afterAll(() => closeBrowser());

/** Pastes as the browser does it: what was copied comes as text, as a page, or both. */
const paste = (page: Page, copied: Record<string, string>) =>
  page.getByLabel('Din liste').evaluate((field, kinds) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(kinds)) clipboardData.setData(kind, text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, copied);

const fromWord = (words: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

describe('a list that lies in Excel', () => {
  it('is shown row by row before anything is made, with what was not understood beside its row', async () => {
    await anne.page.getByRole('link', { name: 'Handlinger', exact: true }).click();
    await anne.page.getByRole('button', { name: 'Indsæt en liste' }).click();
    const dialog = anne.page.getByRole('dialog', { name: 'Indsæt en liste' });
    await dialog.getByRole('button', { name: 'Vis listen' }).click();
    await dialog.getByText('Her er ingen rækker endnu.', { exact: false }).waitFor();
    await dialog
      .getByLabel('Din liste')
      .fill(
        'Handling\tAnsvarlig\tFrist\tStatus\n"Lån tavler\nhos 8.b"\tAnne Kjær\tuge 50\tI gang\nSpørg biblioteket\tGerhard\tsnart\t\nRing om 010190-1234\t\t\t\n',
      );
    expect(await axeFaults(anne.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Vis listen' }).click();
    await dialog.getByText('3 rækker er læst.', { exact: false }).waitFor();
    await dialog.getByText('Ikke taget med: »Status«.', { exact: false }).waitFor();
    await dialog.getByText('»Gerhard« fandt vi ikke blandt jer. »snart« kunne ikke læses som en dato.').waitFor();
    await dialog.getByText('Det ligner et CPR-nummer.', { exact: false }).waitFor();
    expect(await dialog.getByLabel('Handling 1').inputValue()).toBe('Lån tavler hos 8.b');
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('is made by one press, however often it is pressed, and a colleague sees it at once', async () => {
    await mads.page.goto(new URL(anne.page.url()).pathname);
    await mads.page.getByRole('heading', { level: 1, name: 'Handlinger' }).waitFor();
    const dialog = anne.page.getByRole('dialog', { name: 'Indsæt en liste' });
    await dialog.getByLabel('Handling 2').fill('Spørg biblioteket om et rum');
    await dialog.getByRole('button', { name: 'Opret 2 handlinger' }).dblclick();
    await dialog.waitFor({ state: 'detached' });
    for (const { page } of [anne, mads]) {
      const agreed = page.getByRole('grid', { name: 'Aftalt' });
      for (const title of ['Lån tavler hos 8.b', 'Spørg biblioteket om et rum']) {
        await agreed.getByRole('row', { name: title }).waitFor();
        expect(await agreed.getByRole('row', { name: title }).count()).toBe(1);
      }
    }
    expect(await said()).toContain('2 handlinger er på tavlen');
    await expect.poll(() => anne.page.evaluate(() => document.activeElement?.textContent)).toBe('Indsæt en liste');
  });
});

describe('a list that lies in Word', () => {
  it('comes without its bullets, and what is not ticked is not made', async () => {
    await anne.page.getByRole('button', { name: 'Indsæt en liste' }).click();
    const dialog = anne.page.getByRole('dialog', { name: 'Indsæt en liste' });
    await paste(anne.page, {
      'text/plain': '·\tHent\n·\tBring\n',
      'text/html': `<html><head><style>p{margin:0}</style></head><body>${fromWord('Hent <b>kridt</b>')}${fromWord('Bring stole')}</body></html>`,
    });
    await expect.poll(() => dialog.getByLabel('Din liste').inputValue()).toBe('Hent kridt\nBring stole');
    await dialog.getByRole('button', { name: 'Vis listen' }).click();
    await dialog.getByRole('checkbox', { name: 'Tag række 2 med' }).press('Space');
    await dialog.getByRole('button', { name: 'Opret 1 handling', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const agreed = anne.page.getByRole('grid', { name: 'Aftalt' });
    await agreed.getByRole('row', { name: 'Hent kridt' }).waitFor();
    expect(await agreed.getByRole('row', { name: 'Bring stole' }).count()).toBe(0);
  });

  it('comes onto the agenda of a meeting that is planned, with its minutes', async () => {
    await anne.page.getByRole('link', { name: 'Møder', exact: true }).click();
    await anne.page.locator('a[href$="/planlaeg"]').first().click();
    await anne.page.getByRole('button', { name: 'Indsæt en liste' }).click();
    const dialog = anne.page.getByRole('dialog', { name: 'Indsæt en liste' });
    await paste(anne.page, {
      'text/plain': 'Data\nKort runde\n',
      'text/html': '<ol><li><p>Data fra læsetesten (25 min)</p></li><li><p>Kort runde</p></li></ol>',
    });
    await dialog.getByRole('button', { name: 'Vis listen' }).click();
    expect(await dialog.getByLabel('Punkt 1').inputValue()).toBe('Data fra læsetesten');
    expect(await axeFaults(anne.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tilføj 2 punkter' }).dblclick();
    await dialog.waitFor({ state: 'detached' });
    const agenda = anne.page.getByRole('region', { name: 'Dagsorden' });
    for (const title of ['Data fra læsetesten', 'Kort runde'])
      await expect.poll(() => agenda.getByRole('row', { name: title, exact: true }).count()).toBe(1);
    expect(await said()).toContain('2 punkter er på dagsordenen');
    expect(anne.faults).toEqual([]);
    expect(mads.faults).toEqual([]);
  });
});
