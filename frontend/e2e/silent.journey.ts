import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { Keys } from './keys.ts';
import { ownServer, type OwnServer } from './own-server.ts';
import { goTo, toTheEnd } from './room.ts';

let anne: Person;
let mads: Person;
let trine: Person;
const everybody = () => [anne, mads, trine];
const WORDS = {
  anne: 'De dage, hvor en voksen stod i døren, begyndte timen roligere.',
  mads: 'Når jeg siger goddag til hver enkelt, er der ro, før døren er lukket.',
  trine: 'Kommer jeg lige fra gårdvagten, når jeg det ikke.',
  lone: 'Vi mangler en fast plads til boldene.',
};

let server: OwnServer;
beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('phone', 'dark', server.url);
  trine = await person('laptop', 'light', server.url);
});
afterAll(async () => {
  await closeBrowser();
  await server?.stop();
});

const field = ({ page }: Person) => page.getByRole('textbox', { name: 'Mit indlæg 1' });
const ready = ({ page }: Person) => page.getByRole('button', { name: 'Jeg er klar' });

describe('silent writing, on two laptops and a phone', () => {
  it('opens for everybody with one tap, and hides agenda and notes', async () => {
    for (const [one, name] of [
      [anne, 'anne'],
      [mads, 'mads'],
      [trine, 'trine'],
    ] as const)
      await signIn(one, name);
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    await anne.page.getByRole('button', { name: 'Start mødet' }).click();
    for (const { page } of [mads, trine]) await page.goto(new URL(anne.page.url()).pathname);
    await goTo(anne.page, 'Tavs refleksion');
    await anne.page.getByLabel('Det skriver vi om').fill('Hvad gør vi selv, når skiftet lykkes?');
    expect(await axeFaults(anne.page)).toEqual([]);
    await anne.page.getByRole('button', { name: /^Start tavs refleksion/ }).click();
    for (const { page } of everybody()) {
      await page.getByRole('heading', { level: 1, name: 'Hvad gør vi selv, når skiftet lykkes?' }).waitFor();
      await page.getByText('Kun du kan se det endnu').waitFor();
      expect(await page.getByRole('textbox', { name: /Noter/ }).count()).toBe(0);
      expect(await page.getByRole('heading', { name: 'Dagsorden' }).count()).toBe(0);
    }
    for (const { page } of [anne, mads]) expect(await axeFaults(page)).toEqual([]);
  });

  it('keeps the phone’s text through a reload, also words that were typed that very moment', async () => {
    const half = WORDS.mads.slice(0, 40);
    const saved = mads.page.waitForResponse((told) => told.request().postData()?.includes('SaveSilentPost') ?? false);
    await field(mads).fill(half);
    await saved;
    await field(mads).fill(WORDS.mads);
    await mads.page.reload();
    await expect.poll(() => field(mads).inputValue(), { timeout: 15_000 }).toBe(WORDS.mads);
  });

  it('shows each only their own, and how many are ready, never who', async () => {
    await field(anne).fill(WORDS.anne);
    await field(trine).fill(WORDS.trine);
    await anne.page.getByRole('button', { name: 'Skriv for en kollega' }).click();
    await anne.page.getByRole('menuitem', { name: 'Lone Nygaard' }).click();
    await anne.page.getByRole('textbox', { name: 'Indlæg for Lone Nygaard' }).fill(WORDS.lone);
    await ready(mads).click();
    for (const { page } of everybody())
      await expect.poll(() => page.getByText(/\d af \d er klar$/).innerText(), { timeout: 15_000 }).toMatch(/^1 af/);
    const pages = await Promise.all(everybody().map(({ page }) => page.locator('body').innerText()));
    for (const [index, mine] of (['anne', 'mads', 'trine'] as const).entries())
      for (const [name, words] of Object.entries(WORDS))
        if (name !== mine && !(mine === 'anne' && name === 'lone')) expect(pages[index]).not.toContain(words);
    for (const [index, one] of everybody().entries()) {
      const mine = [[WORDS.anne, WORDS.lone], [WORDS.mads], [WORDS.trine]][index];
      const written = await one.page
        .getByRole('textbox')
        .evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value));
      expect(written).toEqual(mine);
    }
  });

  it('shows all to all at once, in one order, without names', async () => {
    await ready(anne).click();
    await ready(trine).click();
    await anne.page.getByRole('button', { name: 'Vis alle indlæg' }).click();
    const orders = [];
    for (const { page } of everybody()) {
      await page.getByRole('heading', { name: '4 indlæg' }).waitFor();
      const rows = await page.getByRole('grid', { name: 'Indlæg uden gruppe' }).getByRole('row').allInnerTexts();
      orders.push(rows.map((row) => Object.values(WORDS).find((words) => row.includes(words))));
      for (const row of rows) for (const name of ['Anne', 'Mads', 'Trine', 'Lone']) expect(row).not.toContain(name);
    }
    expect(orders[0]!.toSorted()).toEqual(Object.values(WORDS).toSorted());
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).toEqual(orders[0]);
    for (const { page } of [anne, mads]) expect(await axeFaults(page)).toEqual([]);
  });

  it('is grouped by menu and by keyboard, and a post becomes a decision and an action', async () => {
    const move = (page: Page) => page.getByRole('button', { name: /^Flyt til gruppe/ }).first();
    await move(mads.page).click();
    await mads.page.getByRole('menuitem', { name: 'En ny gruppe' }).click();
    const group = anne.page.getByRole('region', { name: 'Gruppe 1' });
    await expect.poll(() => group.getByRole('row').count(), { timeout: 15_000 }).toBe(1);
    // By keyboard: Enter on the handle, and Enter at the group, the only place it can go to.
    const loose = anne.page.getByRole('grid', { name: 'Indlæg uden gruppe' });
    const keys = new Keys(anne.page);
    await keys.to(loose.getByRole('row').first());
    await keys.press('Enter', loose.getByRole('button', { name: /^Flyt “/ }).first());
    const focused = () => anne.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused, { timeout: 15_000 }).toBe('Slip på');
    await anne.page.keyboard.press('Enter');
    await expect.poll(() => group.getByRole('row').count(), { timeout: 15_000 }).toBe(2);
    const name = group.getByRole('textbox', { name: 'Gruppens navn' });
    await name.fill('Ved døren');
    await name.press('Enter');
    await mads.page.getByRole('region', { name: 'Ved døren' }).waitFor();
    await anne.page
      .getByRole('button', { name: /^Sæt mærke/ })
      .first()
      .click();
    await expect
      .poll(() => mads.page.getByRole('button', { name: /^Fjern mærket/ }).count(), { timeout: 15_000 })
      .toBe(1);

    await anne.page
      .getByRole('button', { name: /^Gør til/ })
      .first()
      .click();
    await anne.page.getByRole('menuitem', { name: 'En beslutning' }).click();
    await anne.page.getByText('Står som beslutning').waitFor();
    await anne.page
      .getByRole('button', { name: /^Gør til/ })
      .last()
      .click();
    await anne.page.getByRole('menuitem', { name: 'En handling' }).click();
    const tried = anne.page.getByLabel('Hvad prøver vi?');
    await expect.poll(() => tried.inputValue()).not.toBe('');
    expect(Object.values(WORDS)).toContain(await tried.inputValue());
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('ends with a pulse that is shown as a distribution only', async () => {
    await goTo(anne.page, 'Check-ud');
    const step = ({ page }: Person, n: number) =>
      page.getByRole('radiogroup', { name: /^Var mødet tiden værd/ }).getByRole('radio', { name: String(n) });
    // A step is shown as chosen when it is saved, not before.
    const answer = async (one: Person, n: number) => {
      await step(one, n).click();
      await expect.poll(() => step(one, n).isChecked(), { timeout: 15_000 }).toBe(true);
    };
    await answer(anne, 4);
    await answer(mads, 5);
    const show = anne.page.getByRole('button', { name: 'Vis fordelingen' });
    await show.click();
    await anne.page.getByText(/^For få svar/).waitFor();
    await answer(trine, 5);
    await show.click();
    for (const { page } of everybody()) {
      await page.getByText('5: 2').waitFor();
      await page.getByText('4: en').waitFor();
    }
    for (const { page } of [anne, mads]) expect(await axeFaults(page)).toEqual([]);
    expect(everybody().flatMap((one) => one.faults)).toEqual([]);
  });

  it('leaves what was shown on the meeting’s page, in its groups, when it is over', async () => {
    await (await toTheEnd(anne.page)).click();
    for (const { page } of everybody()) {
      await page.getByRole('heading', { name: 'Det skrev I i stilhed' }).waitFor();
      for (const words of Object.values(WORDS)) await page.getByText(words).first().waitFor();
      await page.getByText('Ved døren').first().waitFor();
    }
    for (const { page } of [anne, mads]) expect(await axeFaults(page)).toEqual([]);
  });
});
