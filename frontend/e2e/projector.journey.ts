import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { ownServer, type OwnServer } from './own-server.ts';
import { goTo, title } from './room.ts';

/** Whoever is in the team, by first name and by initials: none of it comes on the wall. */
const NAMES = ['Anne', 'Mads', 'Trine', 'Lone', 'Bent'];
const DECISION = 'Vi mødes ved døren to minutter før.';
const QUESTION = 'Hvad gør vi selv, når skiftet lykkes?';
const POSTS = ['Der er ro, når vi siger goddag til hver enkelt.', 'Vi mangler en plads til boldene.'];
/** More than a wall holds, even in its smallest letters. */
const LONG = Array.from(
  { length: 14 },
  (_, n) =>
    `Indlæg ${n + 1}: ${'Når skiftet lykkes, har nogen været der først, og alle ved, hvad de skal. '.repeat(4)}`,
);
const NOTE = 'Det her er kun en note.';

let server: OwnServer;
let anne: Person;
let mads: Person;
let wall: Person;
beforeAll(async () => {
  server = await ownServer();
  await openBrowser();
  anne = await person('laptop', 'light', server.url);
  mads = await person('phone', 'dark', server.url);
  wall = await person('wall', 'light', server.url);
});
afterAll(async () => {
  await closeBrowser();
  await server?.stop();
});

const waits = () => wall.page.getByRole('heading', { level: 1, name: 'Vis jeres møde her' });
const shows = (name: string | RegExp) => wall.page.getByRole('heading', { level: 1, name }).waitFor();

/** The six digits, as they are read aloud. */
async function code(): Promise<string> {
  const words = await wall.page.getByText(/^(\d ){5}\d$/).innerText();
  return words.replaceAll(' ', '');
}

/** The wall as somebody at the back of the room sees it: nobody's name and no note. */
async function nobodyIsNamed(): Promise<void> {
  const words = await wall.page.locator('body').innerText();
  for (const name of NAMES) expect(words).not.toContain(name);
  expect(words).not.toMatch(/\b(AK|MJ|TS|LN)\b/);
  expect(words).not.toContain(NOTE);
}

async function axeInBothThemes(): Promise<void> {
  for (const theme of ['Mørkt tema', 'Lyst tema']) {
    expect(await axeFaults(wall.page)).toEqual([]);
    await wall.page.getByRole('button', { name: theme }).click();
  }
}

/** Where the QR code on the wall leads: read from its drawing, as a telephone's camera would. */
async function linkInQr(): Promise<string> {
  const svg = wall.page.getByRole('img', { name: /^QR-kode/ });
  const size = Number((await svg.getAttribute('viewBox'))!.split(' ')[2]);
  const drawn = (await svg.locator('path').getAttribute('d'))!;
  const scale = 8;
  const data = new Uint8Array((size * scale) ** 2 * 4).fill(255);
  for (const [, x, y] of drawn.matchAll(/M(\d+) (\d+)/g))
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx) * 4;
        data.fill(0, at, at + 3);
      }
  return decodeQR({ width: size * scale, height: size * scale, data });
}

describe('the screen in the room, lent by a laptop and a phone', () => {
  it('waits with a code and a QR code, and is signed in to nothing', async () => {
    await wall.page.goto('/skaerm');
    await waits().waitFor();
    expect(await code()).toMatch(/^\d{6}$/);
    expect(await linkInQr()).toBe(`${server.url}/skaerm/laan/${await code()}`);
    const cookies = await wall.context.cookies();
    expect(cookies.map((cookie) => cookie.name)).toEqual(['__Host-pejling-skaerm']);
    expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
    await axeInBothThemes();
    await wall.page.setViewportSize({ width: 360, height: 740 });
    expect(await axeFaults(wall.page)).toEqual([]);
    await wall.page.setViewportSize({ width: 1920, height: 1080 });
  });

  it('is not lent the meeting by a wrong code, and is by the right one', async () => {
    for (const [one, name] of [
      [anne, 'anne'],
      [mads, 'mads'],
    ] as const)
      await signIn(one, name);
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    await anne.page.getByRole('button', { name: 'Start mødet' }).click();
    await mads.page.goto(new URL(anne.page.url()).pathname);
    await anne.page.getByRole('button', { name: 'Vis på skærmen' }).click();
    const field = anne.page.getByLabel('Koden på skærmen');
    const right = await code();
    await field.fill(String((Number(right) + 1) % 1_000_000).padStart(6, '0'));
    await field.press('Enter');
    await anne.page.getByText(/^Koden passer ikke til en skærm/).waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    expect(await waits().isVisible()).toBe(true);
    await field.fill(`${right.slice(0, 3)} ${right.slice(3)}`);
    await field.press('Enter');
    await shows(await title(anne.page));
    for (const { page } of [anne, mads]) await page.getByRole('button', { name: /^Vises på skærmen/ }).waitFor();
    await wall.page.getByText(/minutter tilbage$/).waitFor();
    await axeInBothThemes();
    for (const { page } of [anne, mads]) expect(await axeFaults(page)).toEqual([]);
    await nobodyIsNamed();
  });

  it('follows the meeting, with what is decided and without what is noted', async () => {
    await goTo(anne.page, /^Opfølgning/);
    await shows(/^Opfølgning/);
    await wall.page.getByRole('heading', { name: 'Det har vi prøvet' }).waitFor();
    await nobodyIsNamed();
    await anne.page.getByRole('textbox', { name: 'Noter' }).fill(NOTE);
    await anne.page.getByRole('textbox', { name: 'Ny beslutning' }).fill(DECISION);
    await anne.page.getByRole('button', { name: 'Skriv beslutningen ind' }).click();
    await wall.page.getByText(DECISION).waitFor();
    await axeInBothThemes();
    await nobodyIsNamed();
  });

  it('shows of the silent writing the question, the time and a count, and then all posts at once', async () => {
    await goTo(anne.page, 'Tavs refleksion');
    await anne.page.getByLabel('Det skriver vi om').fill(QUESTION);
    await anne.page.getByRole('button', { name: /^Start tavs refleksion/ }).click();
    await shows(QUESTION);
    for (const [n, { page }] of [anne, mads].entries())
      await page.getByRole('textbox', { name: 'Mit indlæg 1' }).fill(POSTS[n]!);
    await mads.page.getByRole('button', { name: 'Jeg er klar' }).click();
    await wall.page.getByText(/^1 af \d er klar$/).waitFor();
    for (const [n, words] of LONG.entries()) {
      await anne.page.getByRole('button', { name: 'Skriv et indlæg til' }).click();
      await anne.page.getByRole('textbox', { name: `Mit indlæg ${n + 2}` }).fill(words);
    }
    for (const post of [...POSTS, ...LONG]) expect(await wall.page.getByText(post).count()).toBe(0);
    await axeInBothThemes();
    await nobodyIsNamed();
    await anne.page.getByRole('button', { name: 'Jeg er klar' }).click();
    await anne.page.getByRole('button', { name: 'Vis alle indlæg' }).click();
    // Nobody scrolls a wall: each post that is there is there whole, and of the rest it says how many they are.
    await wall.page.getByRole('heading', { name: `${POSTS.length + LONG.length} indlæg` }).waitFor();
    await wall.page.getByText(/^og \d+ til i mødet$/).waitFor();
    const posts = wall.page.getByRole('group').getByRole('listitem');
    const left = Number(/\d+/.exec(await wall.page.getByText(/^og \d+ til i mødet$/).innerText())![0]);
    expect((await posts.count()) + left).toBe(POSTS.length + LONG.length);
    const lowest = await posts.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().bottom)));
    expect(lowest).toBeLessThanOrEqual(wall.page.viewportSize()!.height);
    await axeInBothThemes();
    await nobodyIsNamed();
  });

  it('is still there after a reload, and catches up after a cut', async () => {
    const away = wall.page.getByRole('paragraph').filter({ hasText: 'Ingen forbindelse lige nu' });
    await wall.page.reload();
    await shows(QUESTION);
    await wall.context.setOffline(true);
    await goTo(anne.page, 'Fælles undersøgelse');
    await away.waitFor();
    expect(await title(wall.page)).toBe(QUESTION);
    await wall.context.setOffline(false);
    await shows('Fælles undersøgelse');
    await away.waitFor({ state: 'detached' });
    // A browser without a network says so in its console.
    wall.faults.splice(0);
  });

  it('gives the meeting back when a phone takes it, and waits with a new code', async () => {
    await mads.page.getByRole('button', { name: /^Vises på skærmen/ }).click();
    await mads.page.getByRole('menuitem', { name: 'Tag skærmen tilbage' }).click();
    await waits().waitFor();
    await nobodyIsNamed();
    await anne.page.getByRole('button', { name: 'Vis på skærmen' }).waitFor();
  });

  it('is lent it again by a telephone that follows the QR code, until the meeting ends', async () => {
    await mads.page.goto(new URL(await linkInQr()).pathname);
    const show = mads.page.getByRole('button', { name: /^Vis på skærmen: / });
    await show.waitFor();
    expect(await axeFaults(mads.page)).toEqual([]);
    await show.click();
    await shows('Fælles undersøgelse');
    await mads.page.waitForURL(/\/moede\//);
    await goTo(anne.page, 'Det har I aftalt');
    await shows('Det har vi aftalt');
    await wall.page.getByText(DECISION).waitFor();
    await axeInBothThemes();
    await nobodyIsNamed();
    await anne.page.getByRole('button', { name: 'Afslut mødet' }).click();
    await waits().waitFor();
    expect(await code()).toMatch(/^\d{6}$/);
    expect([anne, mads, wall].flatMap((one) => one.faults)).toEqual([]);
  });
});
