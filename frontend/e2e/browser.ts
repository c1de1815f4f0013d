import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { browserFlags, requireBrowser } from '../../libs/workspace/browser.mjs';

export const DEMONSTRATION_PASSWORD = 'pejling-demo';

let browser: Browser | undefined;

/** One browser a file; `closeBrowser` in afterAll. */
export async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: await requireBrowser(),
    args: browserFlags,
    // Without a language of its own it gives no file a name with å in it.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return browser;
}

/** Every page that somebody has open. */
export const openPages = (): Page[] => (browser?.contexts() ?? []).flatMap((context) => context.pages());

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export interface Person {
  context: BrowserContext;
  page: Page;
  /** What went wrong in the page's console or beyond its own server; must stay empty. */
  faults: string[];
}

const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
};

/** Somebody with a browser of their own, on a phone, a laptop or a screen on the wall, who has come to the sign-in page. */
export async function person(
  size: keyof typeof SIZES = 'laptop',
  colorScheme: 'light' | 'dark' = 'light',
  url: string = inject('url'),
): Promise<Person> {
  const context = await (
    await openBrowser()
  ).newContext({
    viewport: SIZES[size],
    colorScheme,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    baseURL: url,
    hasTouch: size === 'phone',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) faults.push(`a request left the server: ${request.url()}`);
  });
  return { context, page, faults };
}

/** Signs in by name and password, as the form is used. */
export async function signIn({ page }: Person, signInName: string): Promise<void> {
  await page.goto('/log-ind');
  await page.getByLabel('Brugernavn', { exact: false }).fill(signInName);
  await page.getByLabel('Adgangskode', { exact: false }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole('button', { name: 'Log ind', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/log-ind');
}

/** What axe finds against WCAG 2.2 AA, in a few words each; must be empty. A dialog on its way in or out, and colours on their way from one theme to the other, are let arrive first. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const isShown = (one: Element | null): boolean =>
      one === null || (getComputedStyle(one).opacity === '1' && isShown(one.parentElement));
    return [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].every(isShown);
  });
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const faults: string[] = [];
  for (const { id, nodes } of violations)
    for (const { target, html, any } of nodes) {
      const address = target.join(' ');
      if (id === 'target-size' && !(await isTooSmall(page, address))) continue;
      faults.push(`${id}: ${address} ${html.slice(0, 200)} ${any.map(({ message }) => message).join('; ')}`);
    }
  return faults;
}

/** Whether a target is too small where it can be seen whole: one that happens to lie half beneath a bar that stays is scrolled free first. */
async function isTooSmall(page: Page, address: string): Promise<boolean> {
  await page.evaluate((one) => document.querySelector(one)?.scrollIntoView({ block: 'center' }), address);
  const { violations } = await new AxeBuilder({ page }).include(address).withRules(['target-size']).analyze();
  return violations.length > 0;
}

/**
 * Keeps what the pages of somebody say to whoever listens, from the next page that is loaded: one announcement takes the place of the one before.
 * @returns what was said on the page that is open, a line each
 */
export async function listening({ context, page }: Person): Promise<() => Promise<string>> {
  await context.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[role="status"]');
        if (region?.textContent) said.push(region.textContent);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said.join('\n'));
}

/** Puts the caret at the end of a note, and sees that it stays: the editor sets its own a moment after it gets focus. */
export async function toEnd(note: Locator): Promise<void> {
  await note.focus();
  let held = 0;
  const isHeld = async () => {
    const isAtEnd = await note.evaluate((element) => {
      const selection = getSelection();
      if (!selection?.focusNode || !element.contains(selection.focusNode)) return false;
      const rest = document.createRange();
      rest.selectNodeContents(element);
      rest.setStart(selection.focusNode, selection.focusOffset);
      const after = rest.cloneContents();
      for (const caret of after.querySelectorAll('[aria-hidden="true"]')) caret.remove();
      return (after.textContent ?? '').replace(/\u2060/g, '') === '';
    });
    held = isAtEnd ? held + 1 : 0;
    if (!isAtEnd) await note.press('Control+End');
    return held > 2;
  };
  await expect.poll(isHeld, { timeout: 15_000, interval: 40 }).toBe(true);
}
