import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const WAIT = { timeout: 20_000 };

/** What the page is about: in the live room, the item that the meeting is at. */
export const title = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** The button that takes the meeting further, wherever this size of screen has it. */
export const next = (page: Page): Locator =>
  page
    .getByRole('button', { name: /^Næste|^Til opsamling/ })
    .locator('visible=true')
    .first();

/**
 * Taps on until the meeting is at an item with this title, answering nothing where an outcome is asked for.
 * @throws when the meeting never comes there
 */
export async function goTo(page: Page, wanted: string | RegExp): Promise<void> {
  const isThere = (now: string) => (typeof wanted === 'string' ? now === wanted : wanted.test(now));
  for (let taps = 0; !isThere(await title(page)); taps += 1) {
    if (taps === 30) throw new Error(`the meeting never came to ${wanted}`);
    const before = await title(page);
    await next(page).click();
    const asked = page.getByRole('heading', { name: 'Hvad kom I frem til?' });
    const isFurther = async () => (await asked.isVisible()) || (await title(page)) !== before;
    await expect.poll(isFurther, WAIT).toBe(true);
    if (!(await asked.isVisible())) continue;
    await next(page).click();
    await expect.poll(() => title(page), WAIT).not.toBe(before);
  }
}

/**
 * Taps on until the meeting is at its end.
 * @returns the button that ends it
 */
export async function toTheEnd(page: Page): Promise<Locator> {
  const end = page.getByRole('button', { name: 'Afslut mødet' });
  const isAtEnd = async () => {
    if (await end.isVisible()) return true;
    if (await next(page).isVisible()) await next(page).click();
    return end.isVisible();
  };
  await expect.poll(isAtEnd, { timeout: 60_000, interval: 400 }).toBe(true);
  return end;
}
