import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person, toEnd } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';
import { toTheEnd } from './room.ts';

let server: OwnServer;
let anne: Person;
let mads: Person;
const NUMBER = '010190-1234';

beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('laptop', 'dark', server.url);
  await signIn(anne, 'anne');
  await signIn(mads, 'mads');
  await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
  await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
  await anne.page.getByRole('button', { name: 'Start mødet' }).click();
  await mads.page.goto(new URL(anne.page.url()).pathname);
  await note(anne.page).waitFor();
  await note(mads.page).waitFor();
});
afterAll(async () => {
  await closeBrowser();
  await server.stop();
});

const note = (page: Page) => page.getByRole('textbox', { name: 'Noter', exact: true });
/** The text's blocks, without the names at others' carets. */
const lines = (page: Page) =>
  note(page).evaluate((element) => {
    const text = element.cloneNode(true) as HTMLElement;
    for (const caret of text.querySelectorAll('[aria-hidden="true"]')) caret.remove();
    // A caret in the text has unseen signs at its sides.
    return [...text.children].map((block) => (block.textContent ?? '').replace(/\u2060/g, ''));
  });
const poll = <T>(what: () => Promise<T>) => expect.poll(what, { timeout: 15_000 });
const menu = (page: Page) => page.getByRole('listbox');
const chosen = (page: Page) => menu(page).getByRole('option', { selected: true }).innerText();

/** Puts the caret at the end of the text, in a new line where it is not empty. */
async function newLine(page: Page): Promise<void> {
  await toEnd(note(page));
  await page.keyboard.press('Enter');
}

/** Pastes as a browser does when the clipboard holds HTML. */
const paste = (page: Page, html: string) =>
  note(page).evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);

describe('notes written together', () => {
  it('what is typed in one browser stands in the other', async () => {
    await toEnd(note(anne.page));
    await anne.page.keyboard.type('Fælles lektionsstart');
    await poll(() => lines(mads.page)).toContain('Fælles lektionsstart');
  });

  it('the menu at / is used by the keyboard alone, and closes without a word where it is not wanted', async () => {
    const { page } = anne;
    await newLine(page);
    await page.keyboard.type('og/eller');
    expect(await menu(page).count()).toBe(0);
    await newLine(page);
    await page.keyboard.type('/');
    await menu(page).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await chosen(page)).toBe('Overskrift');
    await page.keyboard.press('ArrowUp');
    const last = await chosen(page);
    expect(last).not.toBe('Overskrift');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe('Punktliste');
    const active = await note(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toBe('Punktliste');
    await page.keyboard.press('Escape');
    await poll(() => menu(page).count()).toBe(0);
    expect(await note(page).getAttribute('aria-activedescendant')).toBeNull();
    expect(await lines(page)).toContain('/');
    await page.keyboard.type('tjek');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Tavleplan');
    await note(page).locator('ul[data-type="taskList"] li', { hasText: 'Tavleplan' }).waitFor();
    await note(mads.page).locator('ul[data-type="taskList"] li', { hasText: 'Tavleplan' }).waitFor();
    expect(await menu(mads.page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  });

  it('a colleague is named by @, and goes as one sign', async () => {
    const { page } = anne;
    await page.keyboard.type('Det tager @ma');
    await menu(page).getByRole('option', { name: 'Mads Juhl' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('sig af');
    await poll(() => lines(mads.page)).toContain('Det tager @Mads Juhl sig af');
    await note(mads.page).locator('[data-mention]', { hasText: '@Mads Juhl' }).waitFor();
  });

  it('the item gets its pejlemærke by the menu at /, and loses it again by the button, on every screen', async () => {
    const { page } = anne;
    const mark = 'Elevernes stemme og medansvar';
    const shown = () => mads.page.getByRole('article').getByText(mark).isVisible();
    expect(await shown()).toBe(false);
    await newLine(page);
    await page.keyboard.type('/pej');
    await menu(page).getByRole('option', { name: 'Pejlemærke' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Hvilket pejlemærke handler punktet om?' });
    await dialog.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: /Elevernes stemme/ }).press('Space');
    await poll(shown).toBe(true);
    await dialog.getByRole('button', { name: 'Færdig' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await lines(page)).not.toContain('/pej');
    await page.getByRole('toolbar').getByRole('button', { name: 'Pejlemærke' }).click();
    await dialog.getByRole('checkbox', { name: /Elevernes stemme/ }).press('Space');
    await poll(shown).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('undo takes back one’s own words and leaves the colleague’s', async () => {
    await newLine(mads.page);
    await mads.page.keyboard.type('Mads skrev det her');
    await poll(() => lines(anne.page)).toContain('Mads skrev det her');
    await newLine(anne.page);
    await anne.page.keyboard.type('Anne fortryder det her');
    await poll(() => lines(mads.page)).toContain('Anne fortryder det her');
    for (let turn = 0; turn < 5 && (await lines(anne.page)).includes('Anne fortryder det her'); turn += 1)
      await anne.page.keyboard.press('Control+z');
    await poll(() => lines(mads.page)).not.toContain('Anne fortryder det her');
    expect(await lines(anne.page)).toContain('Mads skrev det her');
  });

  it('what is pasted from Word and Google Docs keeps its words and lists; nothing in it runs', async () => {
    const { page } = anne;
    await newLine(page);
    await paste(
      page,
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
       <p class="MsoNormal" style="mso-margin-top-alt:auto"><b><span style="font-size:28pt">Fra Word</span></b><o:p></o:p></p>
       <img src="x" onerror="window.ran = 1"><script>window.ran = 1</script>
       <p><a href="javascript:window.ran=1">Klik ikke</a> <svg onload="window.ran = 1"></svg></p>
       <span data-mention="x" data-name="<img src=x onerror=window.ran=1>">Falsk</span></body></html>`,
    );
    await newLine(page);
    await paste(
      page,
      `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><ul><li dir="ltr" style="list-style-type:disc">
       <p dir="ltr"><span style="font-weight:400;background:yellow">Fra Docs</span></p></li></ul></b>`,
    );
    for (const one of [note(page), note(mads.page)]) {
      await one.locator('strong', { hasText: 'Fra Word' }).waitFor();
      await one.locator('li', { hasText: 'Fra Docs' }).waitFor();
      expect(await one.locator('li strong', { hasText: 'Fra Docs' }).count()).toBe(0);
      const html = await one.innerHTML();
      expect(html).not.toMatch(/<script|<svg|<style|onerror|onload|javascript:|docs-internal|Mso|font-size|yellow/);
      expect(await one.locator('img:not(.ProseMirror-separator)').count()).toBe(0);
      expect(await one.innerText()).toContain('Klik ikke');
    }
    for (const one of [anne, mads])
      expect(await one.page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
  });

  it('an earlier version is read and put back in, after what stands there, and can be undone', async () => {
    const { page } = mads;
    // Out of the list that was pasted last.
    await newLine(anne.page);
    await anne.page.keyboard.press('Enter');
    await anne.page.keyboard.type('Annes sidste linje');
    await poll(() => lines(page)).toContain('Annes sidste linje');
    const dialog = page.getByRole('dialog', { name: 'Tidligere udgaver' });
    const version = dialog.getByText('Fælles lektionsstart').first();
    const none = dialog.getByText('Her er ingen endnu', { exact: false }).first();
    // A version is kept a moment after somebody last wrote: whoever looks before that looks again.
    const isThere = async () => {
      await page.getByRole('button', { name: 'Tidligere udgaver' }).first().click();
      await version.or(none).first().waitFor();
      if (await version.isVisible()) return true;
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return false;
    };
    await expect.poll(isThere, { timeout: 30_000, interval: 500 }).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    const before = await note(page).innerText();
    await dialog.getByRole('button', { name: 'Sæt denne udgave ind igen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByText(/^Udgaven fra .* står nu nederst i noten/)
      .first()
      .waitFor();
    await poll(async () => (await lines(anne.page)).filter((line) => line === 'Fælles lektionsstart').length).toBe(2);
    expect((await note(page).innerText()).startsWith(before.trimEnd().slice(0, 200))).toBe(true);
    expect(await lines(anne.page)).toContain('Annes sidste linje');
    await page.getByRole('button', { name: 'Fortryd mit eget' }).first().click();
    await poll(async () => (await lines(anne.page)).filter((line) => line === 'Fælles lektionsstart').length).toBe(1);
    expect(await lines(anne.page)).toContain('Annes sidste linje');
  });

  it('what belongs under no item is written in the meeting’s own notes', async () => {
    for (const { page } of [anne, mads]) await page.getByRole('button', { name: 'Mødets noter' }).click();
    const own = (page: Page) => page.getByRole('textbox', { name: 'Mødets noter' });
    await own(mads.page).waitFor();
    await own(anne.page).click();
    await anne.page.keyboard.type('Kaffen er på lærerværelset');
    await poll(() => own(mads.page).innerText()).toContain('Kaffen er på lærerværelset');
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('a CPR number is marked and said in words, stops the minutes, and lets them go when it is deleted', async () => {
    const { page } = anne;
    const warning = (one: Page) => one.getByRole('main').getByText('Her står et tal, der ligner et CPR-nummer');
    await newLine(page);
    await page.keyboard.type(`Ring til ${NUMBER}`);
    await warning(page).waitFor();
    await warning(mads.page).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const title = await page.getByRole('heading', { level: 1 }).innerText();

    await (await toTheEnd(page)).click();
    await page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
    await page.getByText('Kaffen er på lærerværelset').waitFor();
    const propose = page.getByRole('button', { name: 'Send til godkendelse' });
    await propose.click();
    await page.getByRole('alert').getByText(`under »${title}«`).waitFor();
    expect(await page.getByRole('alert').innerText()).not.toContain(NUMBER);

    await page.getByRole('link', { name: 'Til noter og beslutninger' }).click();
    await page.getByRole('button', { name: 'Ret i noterne' }).click();
    const after = page.getByRole('textbox', { name: title });
    await after.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await after.press('Control+End');
    for (const _sign of NUMBER) await page.keyboard.press('Backspace');
    await poll(() => warning(page).count()).toBe(0);
    await page.goto(`${new URL(page.url()).pathname}/referat`);
    await propose.click();
    await page.getByText('Til godkendelse:').waitFor();
    expect(await page.locator('main').innerText()).not.toContain(NUMBER);
    for (const one of [anne, mads]) expect(one.faults).toEqual([]);
  });
});
