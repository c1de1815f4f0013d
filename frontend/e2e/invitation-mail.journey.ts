import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';

const WAIT = { timeout: 30_000, interval: 500 };

let server: OwnServer;
let anne: Person;
let mads: Person;
let nobody: Person;
beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('phone', 'dark', server.url);
  nobody = await person('phone', 'light', server.url);
});
afterAll(async () => {
  await closeBrowser();
  await server?.stop();
});

const mail = ({ page }: Person) =>
  page
    .getByRole('listitem')
    .filter({ hasText: /^Indkaldelse: / })
    .first();

/** The meeting in the calendar file that is fetched there, as another program reads it. */
async function eventFrom(page: Page, there: Locator): Promise<ICAL.Event> {
  const coming = page.waitForEvent('download');
  await there.getByRole('button', { name: 'Hent kalenderfil' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^plf-m.+de\.ics$/);
  const file = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')) as unknown[]);
  return new ICAL.Event(file.getFirstSubcomponent('vevent')!);
}

describe('an indkaldelse', () => {
  let plan = '';
  let link = '';

  it('goes out when the team is convened, and the dialog says so', async () => {
    await signIn(anne, 'anne');
    await anne.page.goto('/');
    const team = await anne.page.getByRole('link', { name: 'Teamet' }).first().getAttribute('href');
    await anne.page.goto(`${team}/nyt-moede`);
    await anne.page.getByRole('button', { name: 'Læg dagsordenen' }).click();
    await anne.page.waitForURL(/planlaeg$/);
    plan = new URL(anne.page.url()).pathname;
    await anne.page.getByRole('button', { name: 'Indkald teamet' }).click();
    const dialog = anne.page.getByRole('dialog');
    await dialog.getByText('Hver får en mail med dagsorden').waitFor();
    await dialog.getByText('I demonstrationen bliver ingen mail sendt').waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    expect(`/moede/${(await eventFrom(anne.page, dialog)).uid.split('@')[0]}/planlaeg`).toBe(plan);
    await dialog.getByRole('button', { name: 'Indkald teamet' }).click();
    await anne.page.getByText('De indkaldte ser dagsordenen').waitFor();
  });

  it('lies in a colleague’s own mailbox, with a calendar file that another program reads', async () => {
    await signIn(mads, 'mads');
    await expect
      .poll(async () => {
        await mads.page.goto('/postkasse');
        await mads.page.getByRole('heading', { level: 1, name: 'Postkasse' }).waitFor();
        await mads.page
          .getByRole('heading', { level: 2 })
          .or(mads.page.getByText('Her er ingen mails'))
          .first()
          .waitFor();
        return mail(mads).count();
      }, WAIT)
      .toBe(1);
    await mail(mads).getByText('Dagsorden').waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
    const event = await eventFrom(mads.page, mail(mads));
    expect(`/moede/${event.uid.split('@')[0]}/planlaeg`).toBe(plan);
    link = (await mail(mads)
      .getByRole('link', { name: /\/svar\// })
      .getAttribute('href'))!;
  });

  it('is answered by its link without signing in, by the button alone, and can be answered anew', async () => {
    const { page } = nobody;
    await page.goto(link);
    await page.getByText('Du svarer som Mads').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.reload();
    await page.getByText('Du svarer som Mads').waitFor();
    expect(await page.getByText('Dit svar er noteret').count()).toBe(0);
    await page.getByRole('button', { name: 'Jeg kommer ikke' }).click();
    await page.getByText('Dit svar er noteret: Du kommer ikke.').waitFor();
    await page.getByRole('button', { name: 'Jeg kommer', exact: true }).click();
    await page.getByText('Dit svar er noteret: Du kommer.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('and the answer is on the plan that stands open at a colleague’s', async () => {
    const replies = anne.page.getByRole('heading', { name: 'Hvem kommer?' });
    await replies.waitFor();
    const list = anne.page.locator('dl').filter({ hasText: 'Kommer' });
    await expect.poll(() => list.innerText(), WAIT).toMatch(/^Kommer\s+Mads /m);
    await anne.page.reload();
    await replies.waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('is answered on the meeting’s own page as well, at once on the colleague’s plan', async () => {
    const { page } = mads;
    await page.goto(plan.replace('/planlaeg', ''));
    const no = page.getByRole('radio', { name: 'Jeg kommer ikke' });
    await expect.poll(() => page.getByRole('radio', { name: 'Jeg kommer', exact: true }).isChecked(), WAIT).toBe(true);
    await no.click();
    await expect.poll(() => no.isChecked(), WAIT).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    const list = anne.page.locator('dl').filter({ hasText: 'Kommer' });
    await expect.poll(() => list.innerText(), WAIT).toMatch(/^Kommer ikke\s+Mads /m);
  });

  it('by a link that is none says so, and shows nothing', async () => {
    const { page, faults } = nobody;
    await page.goto(`/svar/${'A'.repeat(43)}`);
    await page.getByRole('heading', { level: 1, name: 'Linket virker ikke' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('one’s own calendar', () => {
  it('has an address that is made, fetched and closed', async () => {
    const { page } = mads;
    // Tall, so that the bar at its foot hides nothing from axe that a thumb would scroll free.
    await page.setViewportSize({ width: 390, height: 3000 });
    await page.goto('/kalender');
    await page.getByRole('button', { name: 'Lav en adresse' }).click();
    const address = await page.locator('code').innerText();
    expect(await axeFaults(page)).toEqual([]);
    const fetched = await fetch(address);
    expect(fetched.status).toBe(200);
    const file = new ICAL.Component(ICAL.parse(await fetched.text()) as unknown[]);
    expect(file.getAllSubcomponents('vevent').length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Luk adressen' }).click();
    await page.getByText('Du har ingen adresse nu.').waitFor();
    expect((await fetch(address)).status).toBe(404);
    expect([...anne.faults, ...mads.faults, ...nobody.faults]).toEqual([]);
  });
});
