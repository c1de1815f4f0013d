import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, DEMONSTRATION_PASSWORD, openBrowser, person, type Person } from './browser.ts';
import { Keys } from './keys.ts';

let one: Person;
let page: Page;
let keys: Keys;
const NOTE = 'Vi talte om overgangen fra frikvarter til time.';
const DECISION = 'Vi begynder hver time ved døren';
const AGREED = 'En voksen står i døren, når det ringer';
const SIGN = 'Alle er i gang inden for fem minutter';

beforeAll(async () => {
  await openBrowser();
  one = await person();
  page = one.page;
  keys = new Keys(page);
  await page.goto('/log-ind');
});
afterAll(() => closeBrowser());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).locator('visible=true');
const title = () => page.getByRole('heading', { level: 1 }).innerText();
const asked = () => page.getByRole('heading', { name: 'Hvad kom I frem til?' });
const next = () => button(/^(Næste punkt|Næste, ingen aftale|Til opsamling)$/);

/** The titles of the agenda being planned, in their order. */
const agenda = () =>
  page
    .getByRole('textbox', { name: /^Punkt \d+, overskrift$/ })
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));

/** Næste by the keyboard: to the next item, or to what it asks first. */
async function goOn(): Promise<void> {
  const before = await title();
  const asks = await asked().isVisible();
  await keys.press('Enter', next());
  // Where it was asked already, the next step is a new title: the question still stands a moment.
  const further = async () => (!asks && (await asked().isVisible())) || (await title()) !== before;
  await expect.poll(further, { timeout: 15_000 }).toBe(true);
  await keys.keepPlace();
}

describe('one meeting by keyboard alone, with a place on the page after every step', () => {
  it('is come to: signed in, and opened from Min uge', async () => {
    await keys.write('jonas', page.getByRole('textbox', { name: 'Brugernavn' }));
    await keys.write(DEMONSTRATION_PASSWORD, page.getByLabel('Adgangskode'));
    await keys.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await keys.press('Enter', page.getByRole('link', { name: 'Åbn dagsordenen' }));
    await button('Start mødet').waitFor();
    await keys.keepPlace();
  });

  it('is planned: an item is moved, and given its minutes', async () => {
    await keys.press('Enter', page.getByRole('link', { name: 'Ret dagsordenen' }));
    await page.waitForURL(/planlaeg$/);
    await page.getByRole('grid', { name: 'Dagsorden' }).waitFor();
    await keys.keepPlace();
    const [first, second, ...rest] = await agenda();
    await keys.to(page.getByRole('row', { name: first!, exact: true }));
    await keys.press('Enter', button(`Træk ${first}`));
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect.poll(agenda, { timeout: 15_000 }).toEqual([second, first, ...rest]);
    await keys.keepPlace();
    const minutes = page.getByRole('textbox', { name: 'Punkt 2, minutter' });
    const before = Number(await minutes.inputValue());
    const saved = page.waitForResponse((told) => told.request().postData()?.includes('plannedMin') ?? false);
    await keys.press('ArrowUp', minutes);
    await keys.press('Tab');
    await keys.keepPlace();
    await saved;
    await page.reload();
    await expect.poll(agenda, { timeout: 15_000 }).toEqual([second, first, ...rest]);
    expect(Number(await minutes.inputValue())).toBe(before + 1);
  });

  it('starts', async () => {
    await page.goto(new URL(page.url()).pathname.replace('/planlaeg', ''));
    await keys.press('Enter', button('Start mødet'));
    await next().waitFor();
    await keys.keepPlace();
  });

  it('goes on, and asks for an outcome that is given', async () => {
    for (let steps = 0; steps < 8 && !(await asked().isVisible()); steps += 1) await goOn();
    const before = await title();
    await keys.press('Enter', button('Går videre'));
    await expect.poll(title, { timeout: 15_000 }).not.toBe(before);
    await keys.keepPlace();
  });

  it('is written down: a note and a decision', async () => {
    await keys.write(NOTE, page.getByRole('textbox', { name: 'Noter' }));
    await keys.write(DECISION, page.getByRole('textbox', { name: 'Ny beslutning' }));
    await keys.press('Enter', button('Skriv beslutningen ind'));
    await page.getByRole('listitem').filter({ hasText: DECISION }).waitFor();
    await keys.keepPlace();
  });

  it('catches a prøvehandling with who, when, marker and sign', async () => {
    await keys.press('Enter', button('Fang en prøvehandling'));
    await keys.write(AGREED, page.getByRole('textbox', { name: 'Hvad prøver vi?' }));
    await keys.write(SIGN, page.getByRole('textbox', { name: 'Hvilket tegn kigger vi efter?' }));
    await keys.press('Space', page.getByRole('checkbox', { name: 'Jonas Thygesen' }));
    for (const choice of ['Hvornår', 'Pejlemærke']) {
      const field = button(new RegExp(`. ${choice}$`));
      const before = await field.innerText();
      await keys.press('Enter', field);
      await page.getByRole('listbox').waitFor();
      await keys.press('ArrowDown');
      await keys.press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
      await keys.keepPlace();
      expect(await field.innerText()).not.toBe(before);
    }
    await keys.press('Enter', button('Aftal det'));
    await page.getByRole('listitem').filter({ hasText: AGREED }).waitFor();
    await keys.keepPlace();
  });

  it('gets three minutes more', async () => {
    const given = page.getByText(/^\d+ af \d+ min$/);
    const before = await given.innerText();
    await keys.press('Enter', button('Tilføj 3 min'));
    await expect.poll(() => given.innerText(), { timeout: 15_000 }).not.toBe(before);
    await keys.keepPlace();
  });

  it('has a colleague marked as present, and taken back by the same key', async () => {
    const colleague = page.getByRole('region', { name: 'Til stede' }).getByRole('switch', { checked: false });
    const away = await colleague.count();
    await keys.press('Space', colleague.first());
    await expect.poll(() => colleague.count(), { timeout: 15_000 }).toBe(away - 1);
    await keys.keepPlace();
    await keys.press('Space');
    await expect.poll(() => colleague.count(), { timeout: 15_000 }).toBe(away);
    await keys.keepPlace();
  });

  it('ends, and leads on to its minutes', async () => {
    const end = button('Afslut mødet');
    for (let steps = 0; steps < 40 && !(await end.isVisible()); steps += 1) await goOn();
    await keys.press('Enter', end);
    const minutes = page.getByRole('link', { name: 'Læs og godkend referatet' });
    await minutes.waitFor();
    await keys.keepPlace();
    await keys.press('Enter', minutes);
    await page.waitForURL(/referat$/);
    for (const words of [NOTE, DECISION, AGREED]) await page.getByText(words).first().waitFor();
    await keys.keepPlace();
  });

  it('has its minutes proposed and approved', async () => {
    await keys.press('Enter', button('Send til godkendelse'));
    await button('Godkend referatet for alle').waitFor();
    await keys.keepPlace();
    await keys.press('Enter', button('Godkend referatet for alle'));
    await page.getByRole('heading', { name: 'Godkendt' }).waitFor();
    await keys.keepPlace();
    expect(one.faults).toEqual([]);
  });
});
