import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';
import { toTheEnd } from './room.ts';

let server: OwnServer;
let anne: Person;
let mads: Person;
let meeting = '';

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

const notes = (page: Page) => page.getByRole('textbox', { name: 'Noter', exact: true });
const ownNotes = (page: Page) => page.getByRole('textbox', { name: 'Mødets noter' });

/** As copied from Word and a hostile page: styles, scripts, addresses that run. */
const PASTED = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal style="mso-margin-top-alt:auto"><b><span style="font-size:14.0pt">Fra Word</span></b><o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><th>Uge</th><th>Vi prøver</th></tr><tr><td>14</td><td>Ro ved døren</td></tr></table>
<img src=x onerror="window.ramt = 1"><svg onload="window.ramt = 1"></svg><script>window.ramt = 1</script>
<iframe srcdoc="<script>parent.ramt = 1</script>"></iframe>
<p><a href="javascript:window.ramt=1" onclick="window.ramt=1">Klik her</a> og <a href="https://emu.dk/plf">EMU om PLF</a></p><!--EndFragment--></body></html>`;

async function paste(page: Page, html: string): Promise<void> {
  await notes(page).evaluate((field, pasted) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/html', pasted);
    clipboard.setData('text/plain', 'Fra Word');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  }, html);
}

/** What is in an element that could run or lead astray. */
const hostileIn = (page: Page) =>
  page
    .locator('main')
    .first()
    .evaluate((main) =>
      [...main.querySelectorAll('*')]
        // The editor's own, beside a caret at a line's end: a picture of nothing.
        .filter((one) => !one.matches('img.ProseMirror-separator:not([src], [srcset])'))
        .filter(
          (one) =>
            ['SCRIPT', 'IFRAME', 'STYLE', 'IMG'].includes(one.tagName) ||
            [...one.attributes].some(
              ({ name, value }) => /^on/i.test(name) || (name === 'href' && !/^(https?:|mailto:|\/|#)/i.test(value)),
            ),
        )
        .map((one) => one.outerHTML),
    );

const isHit = (page: Page) => page.evaluate(() => 'ramt' in window);

describe('a note from the room to its minutes', () => {
  it('is written with a heading and a checklist, and takes what is pasted without what could run', async () => {
    await signIn(anne, 'anne');
    await signIn(mads, 'mads');
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    meeting = new URL(anne.page.url()).pathname;
    await anne.page.getByRole('button', { name: 'Start mødet' }).click();
    await notes(anne.page).waitFor();
    await notes(anne.page).click();
    await anne.page.keyboard.type('Det så vi');
    await anne.page.getByRole('button', { name: 'Overskrift' }).click();
    await anne.page.keyboard.press('End');
    await anne.page.keyboard.press('Enter');
    await paste(anne.page, PASTED);
    await notes(anne.page).getByText('EMU om PLF').waitFor();
    // In the last line itself: a click in the middle of the note lands in the table.
    await notes(anne.page).getByText('Klik her og').click();
    await anne.page.keyboard.press('End');
    await anne.page.keyboard.press('Enter');
    await anne.page.getByRole('button', { name: 'Tjekliste' }).click();
    await anne.page.keyboard.type('Sig det til 5.b');
    expect(await hostileIn(anne.page)).toEqual([]);
    await mads.page.goto(meeting);
    // Anne's caret stands at its end, with her name.
    await notes(mads.page).getByRole('paragraph').filter({ hasText: 'Sig det til 5.b' }).waitFor();
    expect(await hostileIn(mads.page)).toEqual([]);
  });

  it('has the meeting’s own note folded below the sheet, written by two at once', async () => {
    for (const { page } of [anne, mads]) await page.getByRole('button', { name: 'Mødets noter' }).click();
    await ownNotes(anne.page).fill('Næste gang begynder vi 14.15');
    await ownNotes(mads.page).getByText('Næste gang begynder vi 14.15').waitFor();
    for (const { page } of [anne, mads]) {
      // From the top: what the bar at the foot covers for the moment is no small target.
      await page.evaluate(() => scrollTo(0, 0));
      expect(await axeFaults(page), page.url()).toEqual([]);
    }
  });

  it('stands in the minutes as it was written, and nothing in it runs', async () => {
    await (await toTheEnd(anne.page)).click();
    await anne.page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
    await anne.page.waitForURL(/referat/);
    const { page } = anne;
    await page.getByRole('heading', { level: 3, name: 'Det så vi' }).waitFor();
    await page.getByRole('columnheader', { name: 'Vi prøver' }).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Sig det til 5.b' })
      .getByRole('img', { name: 'Ikke gjort' })
      .waitFor();
    await page.getByRole('heading', { level: 2, name: 'Mødets noter' }).waitFor();
    await page.getByText('Næste gang begynder vi 14.15').waitFor();
    expect(await page.getByRole('link', { name: 'EMU om PLF' }).getAttribute('href')).toBe('https://emu.dk/plf');
    expect(await page.getByRole('link', { name: 'Klik her' }).count()).toBe(0);
    expect(await hostileIn(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('reads the same once it is approved', async () => {
    const { page } = anne;
    const before = await page.getByRole('heading', { level: 3, name: 'Det så vi' }).locator('..').innerHTML();
    await page.getByRole('button', { name: 'Send til godkendelse' }).click();
    await page.getByRole('button', { name: 'Godkend referatet for alle' }).click();
    await page.getByRole('heading', { name: 'Godkendt' }).waitFor();
    expect(await page.getByRole('heading', { level: 3, name: 'Det så vi' }).locator('..').innerHTML()).toBe(before);
    for (const one of [anne, mads]) expect(await isHit(one.page)).toBe(false);
    // What is pasted is read with its styles in it, and the content policy says that it refused them.
    const faults = [...anne.faults, ...mads.faults].filter((fault) => !fault.includes("'style-src 'self''"));
    expect(faults).toEqual([]);
  });
});
