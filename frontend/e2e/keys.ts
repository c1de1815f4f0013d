import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const MOST_TABS = 120;

/** Somebody's hands on the keyboard, and nothing else. */
export class Keys {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Tabs until the wanted control has focus, and requires that one can see that it has. */
  async to(wanted: Locator): Promise<void> {
    await wanted.first().waitFor({ state: 'attached' });
    for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
      if (await hasFocus(wanted)) {
        expect(await showsFocus(wanted), `one can see that ${wanted} has focus`).toBe(true);
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${MOST_TABS} tabs never came to ${wanted}`);
  }

  async press(key: string, wanted?: Locator): Promise<void> {
    if (wanted) await this.to(wanted);
    await this.page.keyboard.press(key);
  }

  /** Writes over what stands in a field. */
  async write(text: string, wanted: Locator): Promise<void> {
    await this.to(wanted);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** After a step: something on the page has focus, not the page as such. */
  async keepPlace(): Promise<void> {
    const place = () => this.page.evaluate(() => document.activeElement?.localName ?? 'body');
    await expect.poll(place, { timeout: 5_000 }).not.toBe('body');
  }
}

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluateAll((all) => all.some((one) => one === document.activeElement));

/** An outline or a shadow on what has focus, or on the part of its row that stands for it. */
const showsFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluateAll((all) => {
    const active = all.find((one) => one === document.activeElement)!;
    const parts = [active, active.parentElement!, ...(active.closest('label')?.querySelectorAll('*') ?? [])];
    return parts.some((part) => {
      const look = getComputedStyle(part);
      return (look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) > 1) || look.boxShadow !== 'none';
    });
  });
