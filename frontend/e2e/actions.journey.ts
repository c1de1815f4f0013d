import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

let anne: Person;
let mads: Person;
beforeAll(async () => {
  await openBrowser();
  anne = await person();
  mads = await person('phone', 'dark');
  await Promise.all([signIn(anne, 'anne'), signIn(mads, 'mads')]);
});
afterAll(() => closeBrowser());

describe('the board', () => {
  const column = (name: string) => anne.page.getByRole('grid', { name });

  it('moves an action by dragging it with the mouse, and back with the keyboard alone', async () => {
    await anne.page.getByRole('link', { name: 'Handlinger', exact: true }).click();
    const handle = column('I gang')
      .getByRole('button', { name: /^Træk / })
      .last();
    const name = (await handle.getAttribute('aria-label'))!;
    // The handle lets the mouse through to its card, which is what is dragged.
    await handle.dragTo(column('Aftalt'), { force: true });
    await column('Aftalt').getByRole('button', { name }).waitFor();
    await column('Aftalt')
      .getByRole('row', { name: name.replace(/^Træk »(.*)«$/, '$1') })
      .focus();
    const focused = anne.page.locator(':focus');
    for (let tabs = 0; tabs < 6 && (await focused.getAttribute('aria-label')) !== name; tabs += 1)
      await anne.page.keyboard.press('Tab');
    await anne.page.keyboard.press('Enter');
    // Where it may be put is gone through with Tab; the next step of its life comes first.
    await anne.page.getByRole('button', { name: 'Slip på I gang' }).waitFor();
    await anne.page.keyboard.press('Enter');
    await column('I gang').getByRole('button', { name }).waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('gives one up from its menu with a reason, and a colleague sees it among what is over at once', async () => {
    await mads.page.goto(`${new URL(anne.page.url()).pathname}?vis=CLOSED`);
    const there = mads.page.getByRole('grid', { name: 'Afsluttet' });
    await there.waitFor();
    const card = column('I gang').getByRole('row').last();
    const title = (await card.getByRole('link').first().innerText()).trim();
    await card.getByRole('button', { name: `Flyt »${title}«` }).click();
    await anne.page.getByRole('menuitem', { name: 'Opgiv' }).click();
    const dialog = anne.page.getByRole('dialog');
    await dialog.getByLabel('Hvorfor giver det mening at slippe den?').fill('Det løste sig selv');
    await dialog.getByRole('button', { name: 'Opgiv den' }).click();
    await column('Afsluttet').getByRole('row', { name: title }).waitFor();
    await there.getByRole('row', { name: title }).waitFor();
    await anne.page.goto('/');
  });
});

describe('an action on its own page', () => {
  it('is opened from Min uge, and a colleague has the same page on a phone', async () => {
    await anne.page.getByRole('region', { name: 'Mine handlinger' }).getByRole('link').first().click();
    await anne.page.waitForURL(/\/handling\//);
    await anne.page.getByRole('heading', { level: 2, name: 'Historien' }).waitFor();
    await mads.page.goto(new URL(anne.page.url()).pathname);
    await mads.page.getByRole('heading', { level: 2, name: 'Historien' }).waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    expect(await axeFaults(mads.page)).toEqual([]);
  });

  it('is changed in one browser and shown in the other without a reload', async () => {
    await anne.page.getByRole('button', { name: 'Ret handlingen' }).click();
    const dialog = anne.page.getByRole('dialog');
    await dialog.getByLabel('Hvad prøver vi?').fill('Fælles start med en tegning på tavlen');
    expect(await axeFaults(anne.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gem ændringen' }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const { page } of [anne, mads])
      await page.getByRole('heading', { level: 1, name: 'Fælles start med en tegning på tavlen' }).waitFor();
  });

  it('shows the second of two who change it what the first wrote, and keeps both texts', async () => {
    for (const { page } of [anne, mads]) await page.getByRole('button', { name: 'Ret handlingen' }).click();
    const [first, second] = [anne, mads].map(({ page }) => page.getByRole('dialog'));
    await first!.getByLabel('Hvad prøver vi?').fill('Annes ord');
    await second!.getByLabel('Hvad prøver vi?').fill('Mads’ ord');
    await first!.getByRole('button', { name: 'Gem ændringen' }).click();
    await first!.waitFor({ state: 'detached' });
    await second!.getByRole('button', { name: 'Gem ændringen' }).click();
    await second!.getByText('En kollega har skrevet: Annes ord').waitFor();
    expect(await second!.getByLabel('Hvad prøver vi?').inputValue()).toBe('Mads’ ord');
    await second!.getByRole('button', { name: 'Gem ændringen' }).click();
    await anne.page.getByRole('heading', { level: 1, name: 'Mads’ ord' }).waitFor();
  });

  it('says who changed it, and puts the words before back on both screens', async () => {
    await anne.page.getByRole('button', { name: 'Hvem har ændret hvad?' }).click();
    const sheet = anne.page.getByRole('dialog');
    const changed = sheet.getByRole('listitem').filter({ hasText: 'kaldte den »Mads’ ord«' });
    await changed.getByText('Mads Juhl').waitFor();
    await changed.getByText('Før stod der: Annes ord').waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    await changed.getByRole('button', { name: 'Sæt tilbage' }).click();
    await sheet.getByRole('listitem').first().getByText('kaldte den »Annes ord«').waitFor();
    await sheet.getByRole('button', { name: 'Luk' }).click();
    for (const { page } of [anne, mads]) await page.getByRole('heading', { level: 1, name: 'Annes ord' }).waitFor();
  });

  it('is given up with a reason, which is learning and stands on its line', async () => {
    await anne.page.getByRole('button', { name: 'Opgiv', exact: true }).click();
    const dialog = anne.page.getByRole('dialog');
    await dialog.getByLabel('Hvorfor giver det mening at slippe den?').fill('Skemaet blev lagt om');
    await dialog.getByRole('button', { name: 'Opgiv den' }).click();
    for (const { page } of [anne, mads]) await page.getByText('»Skemaet blev lagt om«').waitFor();
    expect(anne.faults).toEqual([]);
    expect(mads.faults).toEqual([]);
  });
});
