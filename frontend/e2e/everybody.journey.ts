import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

/** A screen, whose it is, and the heading by which it is there. */
const SCREENS: [who: 'anne' | 'birgitte' | 'kirsten', path: string, heading: RegExp][] = [
  ['anne', '/', /Uge \d+/],
  ['anne', 'team', /årgang/],
  ['anne', 'team/moeder', /Møder/],
  ['anne', 'team/nyt-moede', /møde/i],
  ['anne', 'team/handlinger', /Handlinger/],
  ['anne', '/pejlemaerker', /Pejlemærker/],
  ['anne', '/hjaelp', /Hjælp/],
  ['anne', '/hvem-ser-hvad', /Hvem ser hvad/],
  ['anne', 'team/skabeloner', /Skabeloner/],
  ['anne', 'team/skabeloner/ny', /Ny skabelon/],
  ['anne', '/privatliv', /Privatliv/],
  ['anne', '/tilgaengelighed', /Tilgængelighed/],
  ['anne', '/kalender', /Min kalender/],
  ['anne', '/postkasse', /Postkasse/],
  ['anne', '/findes-ikke', /./],
  ['birgitte', 'first', /Hvor arbejder teamene/],
  ['birgitte', '/pejlemaerker', /Pejlemærker/],
  ['kirsten', 'first', /./],
  ['kirsten', '/kommune/skabeloner', /Skabeloner/],
];

const people = new Map<string, Person>();
beforeAll(async () => {
  await openBrowser();
  for (const who of ['anne', 'birgitte', 'kirsten']) {
    const one = await person();
    await signIn(one, who);
    people.set(who, one);
  }
});
afterAll(() => closeBrowser());

/** The address of a screen: the team's own, or where the person arrives. */
async function addressOf({ page }: Person, path: string): Promise<string> {
  if (path.startsWith('/')) return path;
  await page.goto('/');
  if (path === 'first') {
    await page.waitForURL(/overblik/);
    return new URL(page.url()).pathname;
  }
  const team = await page.getByRole('link', { name: 'Teamet' }).first().getAttribute('href');
  return path.replace(/^team/, team!);
}

/** What reaches beyond the window's edge, where the page as a whole can be pushed sideways. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 30)}`)
      .slice(0, 8);
  });

// Each screen wide and light, and narrow and dark: a screen that fails in one of these fails for somebody. The narrow window
// is tall, so that the bar at its foot hides nothing from axe that a thumb would scroll free.
it.each(SCREENS)(
  '%s can use %s wide in light and narrow in dark: axe finds nothing, nothing is cut off, one heading leads',
  async (who, path, heading) => {
    const one = people.get(who)!;
    const { page } = one;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(await addressOf(one, path));
    for (const narrow of [false, true]) {
      if (narrow) {
        await page.setViewportSize({ width: 320, height: 5000 });
        await page.emulateMedia({ colorScheme: 'dark' });
      }
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await cutOff(page)).toEqual([]);
      expect(await page.title()).toMatch(/Pejling/);
    }
    expect(one.faults.splice(0)).toEqual([]);
  },
);

it('lets whoever is not signed in read help, privacy and who sees what, and chooses the language at the door', async () => {
  const stranger = await person();
  const { page } = stranger;
  await page.goto('/log-ind');
  for (const [link, heading] of [
    ['Hjælp', 'Hjælp'],
    ['Hvem ser hvad', 'Hvem ser hvad'],
    ['Privatliv', 'Privatliv'],
    ['Tilgængelighed', 'Tilgængelighed'],
  ] as const) {
    await page.getByRole('contentinfo').getByRole('link', { name: link }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  }
  await page.getByRole('link', { name: 'Log ind' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Good to see you' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(stranger.faults).toEqual([]);
});

it('Hvem ser hvad has a name for everything and everybody that it lists', async () => {
  const { page } = people.get('anne')!;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/hvem-ser-hvad');
  await page
    .getByRole('row', { name: /^Noter/ })
    .first()
    .waitFor();
  expect(await page.getByRole('main').innerText()).not.toMatch(/^Andet|\bAndre\b|ser en del af det/m);
  const answers = await page
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })
    .allInnerTexts();
  expect(answers.filter((answer) => !/ ser| kan gøre det/.test(answer))).toEqual([]);
});

it('a guest who is in no team comes first to their week, where the meetings are that they are invited to', async () => {
  const guest = await person();
  await signIn(guest, 'gitte');
  await guest.page.getByRole('heading', { level: 1, name: /Uge \d+/ }).waitFor();
  await guest.page.getByText('Møder, du er gæst på, står her i din uge.').waitFor();
});

it('a school’s coach has its teams to go to', async () => {
  const coach = await person();
  await signIn(coach, 'helle');
  await coach.page.getByRole('link', { name: '5. årgang', exact: true }).click();
  await coach.page.getByRole('heading', { level: 1, name: '5. årgang' }).waitFor();
});
