import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { networkTo, type Network } from './network.ts';
import { nextBuild } from './next-build.ts';
import { ownServer, type OwnServer } from './own-server.ts';

const LONG = { timeout: 30_000 };

let first: OwnServer;
let network: Network;
let next: { url: string; end: () => Promise<void> } | undefined;
const build = nextBuild();
let anne: Person;
let mads: Person;
beforeAll(async () => {
  first = await ownServer();
  network = await networkTo(first.url);
  await openBrowser();
  anne = await person('laptop', 'light', network.url);
  mads = await person('phone', 'light', network.url);
  // As on a device whose browser keeps no worker.
  await mads.context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
});
afterAll(async () => {
  await closeBrowser();
  await next?.end();
  await network?.stop();
  await first?.stop();
  build.remove();
});

const isNext = async (page: Page) => (await page.locator('meta[name="build"]').count()) === 1;
const parts = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found.filter((path) => path.startsWith('/assets/'));
  });

describe('a new build while pages of the old one are open', () => {
  it('leaves an old page whole that the browser keeps the shell of, and shows the new one to whoever comes', async () => {
    await signIn(anne, 'anne');
    await signIn(mads, 'mads');
    await mads.page.getByRole('heading', { level: 1 }).waitFor(LONG);
    await expect.poll(() => anne.page.evaluate(() => navigator.serviceWorker.controller !== null), LONG).toBe(true);
    next = await first.beside(build.main);
    network.leadTo(next.url);
    await anne.page.getByRole('link', { name: 'Handlinger' }).first().click();
    await anne.page.getByRole('heading', { level: 1, name: /Handlinger/ }).waitFor(LONG);
    expect(await isNext(anne.page)).toBe(false);
    const visit = await anne.context.newPage();
    await visit.goto('/');
    await visit.getByRole('heading', { level: 1 }).waitFor(LONG);
    expect(await isNext(visit)).toBe(true);
    expect(await isNext(anne.page)).toBe(false);
    await anne.page.close();
    anne.page = visit;
  });

  it('says so on an old page that lacks a part, and one tap fetches the new one', async () => {
    const { page } = mads;
    await page.getByRole('link', { name: 'Handlinger' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Siden skal hentes igen' }).waitFor(LONG);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hent siden igen' }).click();
    await page.getByRole('heading', { level: 1, name: /Handlinger/ }).waitFor(LONG);
    expect(await isNext(page)).toBe(true);
  });

  it('is all that the browser keeps when the last old page is closed', async () => {
    const { context } = anne;
    await expect
      .poll(
        () => anne.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null),
        LONG,
      )
      .toBe(true);
    await anne.page.close();
    const page = await context.newPage();
    await page.goto('/');
    await expect
      .poll(async () => (await parts(page)).filter((path) => !/2\.(js|css)$/.test(path) && !/woff2$/.test(path)), LONG)
      .toEqual([]);
    expect((await parts(page)).length).toBeGreaterThan(20);
  });
});
