import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { toTheEnd } from './room.ts';

let anne: Person;
let mads: Person;
const PATIENT = { timeout: 15_000 };

beforeAll(async () => {
  await openBrowser();
  anne = await person();
  mads = await person('phone', 'dark');
  // His phone's clock is wrong all through: two hours and ten minutes fast, and running.
  await mads.page.addInitScript((fast) => {
    const Right = Date;
    class Fast extends Right {
      constructor(...args: unknown[]) {
        if (args.length === 0) super(Right.now() + fast);
        else super(...(args as [number]));
      }
      static override now(): number {
        return Right.now() + fast;
      }
    }
    globalThis.Date = Fast as DateConstructor;
  }, 130 * 60_000);
});
afterAll(() => closeBrowser());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).locator('visible=true').first();
const strip = (page: Page) => page.getByRole('region', { name: 'Mødets tid' });
const stripWords = ({ page }: Person) => strip(page).innerText();
const title = ({ page }: Person) => page.getByRole('heading', { level: 1 }).innerText();
const both = <T>(ask: (one: Person) => Promise<T>) => Promise.all([anne, mads].map(ask));

/** What the page's one polite region said, in its order. */
const listen = ({ page }: Person) =>
  page.evaluate(() => {
    const said: string[] = ((globalThis as unknown as { said: string[] }).said = []);
    const region = document.querySelector('[role="status"][aria-live="polite"]')!;
    new MutationObserver(() => said.push(region.textContent.trim())).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
const said = ({ page }: Person) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

async function choose(page: Page, menu: RegExp, entry: string | RegExp): Promise<void> {
  await button(page, menu).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

describe('a meeting’s time, kept by two', () => {
  it('starts, and says when it ends to both', async () => {
    await Promise.all([signIn(anne, 'anne'), signIn(mads, 'mads')]);
    // A meeting that begins now ends by now: the words are the same at any time of the day.
    await anne.page
      .getByRole('link', { name: /5\. årgang/ })
      .last()
      .click();
    await button(anne.page, 'Start et møde nu').click();
    await button(anne.page, 'Ja, start nu').click();
    await button(anne.page, /Næste/).waitFor();
    await mads.page.goto(new URL(anne.page.url()).pathname);
    await button(mads.page, /Næste/).waitFor();
    expect(await stripWords(anne)).toMatch(/Slutter \d\d\.\d\d/);
    await both(listen);
  });

  it('shows the same time on a phone whose clock is wrong as on a laptop whose clock is right', async () => {
    const time = async ({ page }: Person) => {
      const words = await page.locator('body').innerText();
      return [/slutter (\d\d\.\d\d)/i, /(\d+) min tilbage/, /Gemt hos alle kl\. (\d\d\.\d\d)/].map(
        (pattern) => pattern.exec(words)?.[1] ?? pattern.source,
      );
    };
    expect((await mads.page.evaluate(() => Date.now())) - Date.now()).toBeGreaterThan(120 * 60_000);
    await choose(mads.page, /leder mødet/, 'Overtag mødeledelsen');
    await choose(anne.page, /leder mødet/, 'Overtag mødeledelsen');
    await expect
      .poll(() => time(mads), PATIENT)
      .toEqual([...(await time(mads)).map(() => expect.stringMatching(/^[\d.]+$/))]);
    // A minute may turn between the two looks, and between what each of them saved last.
    const shown = async (one: Person) => (await time(one)).slice(0, 2).join();
    await expect.poll(async () => (await shown(mads)) === (await shown(anne)), PATIENT).toBe(true);
    const saved = async (one: Person) => {
      const [hours, minutes] = (await time(one))[2]!.split('.').map(Number);
      return hours! * 60 + minutes!;
    };
    const apart = Math.abs((await saved(mads)) - (await saved(anne))) % (24 * 60 - 1);
    expect(apart).toBeLessThanOrEqual(1);
  });

  it('pauses for both, keeps the pause over a reload, and goes on by the other’s tap', async () => {
    await button(anne.page, 'Pause').click();
    for (const one of [anne, mads]) await expect.poll(() => stripWords(one), PATIENT).toMatch(/Pause siden kl\./);
    expect(await axeFaults(anne.page)).toEqual([]);
    await anne.page.reload();
    await expect.poll(() => stripWords(anne), PATIENT).toMatch(/Pause siden kl\./);
    await button(mads.page, 'Fortsæt').click();
    for (const one of [anne, mads]) await expect.poll(() => stripWords(one), PATIENT).not.toMatch(/Pause siden/);
    await listen(anne);
  });

  it('is behind for both when an item gets more, and the rest is shortened in one tap and given back in another', async () => {
    for (const end of [/Vi er 3 min bagud/, /Vi er 6 min bagud/]) {
      await button(anne.page, 'Tilføj 3 min').click();
      for (const one of [anne, mads]) await expect.poll(() => stripWords(one), PATIENT).toMatch(end);
    }
    for (const one of [anne, mads]) expect(await axeFaults(one.page)).toEqual([]);
    await button(mads.page, /^Forkort/).click();
    for (const one of [anne, mads]) await expect.poll(() => stripWords(one), PATIENT).not.toMatch(/bagud/);
    await button(mads.page, 'Fortryd').click();
    for (const one of [anne, mads]) await expect.poll(() => stripWords(one), PATIENT).toMatch(/Vi er 6 min bagud/);
  });

  it('is on time again when an item is postponed, which can be taken back, and when the meeting is extended', async () => {
    await button(anne.page, /^Udskyd/).click();
    await anne.page.getByRole('menuitem', { name: /Aftaler/ }).click();
    const postponed = mads.page
      .getByRole('navigation', { name: 'Dagsorden' })
      .getByRole('button', { name: /Aftaler.*Går videre/ });
    await postponed.waitFor();
    await button(anne.page, 'Fortryd').click();
    await postponed.waitFor({ state: 'detached' });
    await button(anne.page, /^Forlæng/).click();
    for (const one of [anne, mads]) await expect.poll(() => stripWords(one), PATIENT).not.toMatch(/bagud/);
  });

  it('is led by another after one tap by keyboard, seen by both and said once to whoever only hears', async () => {
    const led = await stripWords(mads);
    const [taker, other, name] = led.includes('Du leder') ? [anne, mads, 'Anne Kjær'] : [mads, anne, 'Mads Juhl'];
    await button(taker.page, /leder mødet/).focus();
    await taker.page.keyboard.press('Enter');
    await taker.page.getByRole('menuitem', { name: 'Overtag mødeledelsen' }).focus();
    await taker.page.keyboard.press('Enter');
    await expect.poll(() => stripWords(taker), PATIENT).toContain('Du leder mødet');
    await expect.poll(() => stripWords(other), PATIENT).toContain(`${name} leder mødet`);
    const news = `${name} leder nu mødet`;
    await expect.poll(async () => (await said(other)).filter((words) => words === news).length, PATIENT).toBe(1);
  });

  it('takes a round that both see move on, one tap for one person', async () => {
    await choose(anne.page, /Mere om punktet/, 'Tag en runde');
    const turn = ({ page }: Person) => page.getByRole('region', { name: /^Runde/ }).innerText();
    await expect.poll(() => turn(mads), PATIENT).toMatch(/Runde, 1 af 2/);
    await expect.poll(() => turn(anne), PATIENT).toMatch(/Runde, 1 af 2/);
    for (const one of [anne, mads]) expect(await axeFaults(one.page)).toEqual([]);
    // Whoever taps as the other's tap arrives means what stood there: one of two in the same moment.
    await Promise.all([anne, mads].map(({ page }) => button(page, /^Videre til|^Runden er slut/).click()));
    for (const one of [anne, mads]) await expect.poll(() => turn(one), PATIENT).toMatch(/Runde, 2 af 2/);
    await button(mads.page, 'Runden er slut').click();
    for (const { page } of [anne, mads])
      await page.getByRole('region', { name: /^Runde/ }).waitFor({ state: 'detached' });
  });

  it('skips an item for both, and takes it back', async () => {
    const before = await title(anne);
    await choose(anne.page, /Mere om punktet/, 'Spring punktet over');
    await expect.poll(() => both(title), PATIENT).not.toContain(before);
    await button(anne.page, 'Fortryd').click();
    await expect.poll(() => both(title), PATIENT).toEqual([before, before]);
  });

  it('is sorted, read back, approved by those present and frozen, well within two minutes of its last item', async () => {
    const end = await toTheEnd(anne.page);
    const begun = Date.now();
    for (const { page } of [anne, mads]) await page.getByRole('heading', { name: 'Det har I aftalt' }).waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
    await end.click();
    for (const { page } of [anne, mads]) await page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
    await button(anne.page, 'Send til godkendelse').click();
    for (const { page } of [mads, anne]) await page.getByRole('button', { name: 'Godkend', exact: true }).click();
    for (const { page } of [anne, mads]) await page.getByRole('heading', { name: 'Godkendt' }).waitFor();
    expect(Date.now() - begun).toBeLessThan(120_000);
    expect([...anne.faults, ...mads.faults]).toEqual([]);
  });
});
