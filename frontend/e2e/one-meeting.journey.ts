import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';
import { goTo, next, title, toTheEnd } from './room.ts';

let anne: Person;
let mads: Person;
let meetingId = '';
const AGREED = 'En voksen tager imod ved døren efter 12-frikvarteret';
const DECIDED = 'Vi begynder alle timer ved døren';
const MENDED = 'Vi begynder i uge 50';

beforeAll(async () => {
  await openBrowser();
  anne = await person();
  mads = await person('phone', 'dark');
});
afterAll(() => closeBrowser());

describe('one PLF meeting, from plan to the leader’s overview', () => {
  it('opens from Min uge with its agenda laid, old actions first', async () => {
    await signIn(anne, 'anne');
    await anne.page.getByRole('link', { name: 'Åbn dagsordenen' }).first().click();
    await anne.page.waitForURL(/\/moede\/[0-9a-f-]+$/);
    meetingId = anne.page.url().split('/').at(-1)!;
    await anne.page.getByRole('button', { name: 'Start mødet' }).waitFor();
    await expect.poll(() => anne.page.getByText('Opfølgning på aftalte handlinger').count()).toBeGreaterThan(0);
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('is planned by one while the other sees the change', async () => {
    await signIn(mads, 'mads');
    await mads.page.goto(`/moede/${meetingId}/planlaeg`);
    await anne.page.goto(`/moede/${meetingId}/planlaeg`);
    const purpose = 'Vi vil vælge én ting, vi alle prøver';
    await anne.page.getByLabel('Formål').first().fill(purpose);
    await anne.page.getByLabel('Formål').first().blur();
    await expect.poll(() => mads.page.getByLabel('Formål').first().inputValue(), { timeout: 15_000 }).toBe(purpose);
  });

  it('has an item moved by touch on the phone, and in its new place on the laptop at once', async () => {
    const titles = ({ page }: Person) =>
      page
        .getByRole('button', { name: /^Flyt punkt \d+: / })
        .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')!.replace(/^.*?: /, '')));
    const before = await titles(anne);
    expect(before.length).toBeGreaterThan(5);
    const moved = [...before.slice(0, 3), before[4], before[3], ...before.slice(5)];
    await mads.page.getByRole('button', { name: /^Flyt punkt 5: / }).tap();
    await mads.page.getByRole('menuitem', { name: 'En plads op' }).tap();
    await expect.poll(() => titles(mads), { timeout: 15_000 }).toEqual(moved);
    await expect.poll(() => titles(anne), { timeout: 15_000 }).toEqual(moved);
    await mads.page.getByRole('button', { name: /^Flyt punkt 4: / }).tap();
    await mads.page.getByRole('menuitem', { name: 'En plads ned' }).tap();
    await expect.poll(() => titles(anne), { timeout: 15_000 }).toEqual(before);
  });

  it('starts for everybody at once, on laptop and phone', async () => {
    await mads.page.goto(`/moede/${meetingId}`);
    await anne.page.goto(`/moede/${meetingId}`);
    await anne.page.getByRole('button', { name: 'Start mødet' }).click();
    await next(anne.page).waitFor();
    await next(mads.page).waitFor();
    expect(await title(mads.page)).toBe(await title(anne.page));
  });

  it('has a colleague marked as present by one, taken back by the other, and at once on both screens', async () => {
    const trine = ({ page }: Person) =>
      page.getByRole('region', { name: 'Til stede' }).getByRole('switch', { name: 'Trine Skov' });
    const both = async () => [await trine(anne).isChecked(), await trine(mads).isChecked()];
    expect(await both()).toEqual([false, false]);
    await trine(anne).press('Space');
    await expect.poll(both, { timeout: 15_000 }).toEqual([true, true]);
    await trine(mads).press('Space');
    await expect.poll(both, { timeout: 15_000 }).toEqual([false, false]);
  });

  it('shows a note to the other as it is saved, and steps once for both', async () => {
    await goTo(anne.page, /Fælles undersøgelse|Hvad|skift/i);
    await expect.poll(() => title(mads.page), { timeout: 15_000 }).toBe(await title(anne.page));
    const note = anne.page.getByRole('textbox', { name: /Noter/ }).first();
    await note.fill('De dage, hvor en voksen stod i døren, begyndte timen roligere.');
    await expect
      .poll(() => mads.page.getByRole('textbox', { name: /Noter/ }).first().innerText(), { timeout: 20_000 })
      .toContain('begyndte timen roligere');
  });

  it('has a decision written by one and put in other words by the other', async () => {
    await anne.page.getByRole('textbox', { name: 'Ny beslutning' }).fill(DECIDED);
    await anne.page.getByRole('button', { name: 'Skriv beslutningen ind' }).click();
    await mads.page.getByRole('button', { name: 'Ret beslutningen' }).click();
    await mads.page.getByRole('textbox', { name: 'Ret beslutningen' }).fill('Vi begynder, som vi plejer');
    await mads.page.getByRole('button', { name: 'Gem rettelsen' }).click();
    await anne.page.getByText('Vi begynder, som vi plejer').waitFor();
  });

  it('catches a prøvehandling with who, when, marker and sign without leaving the item', async () => {
    await goTo(anne.page, /Næste prøvehandling/);
    await anne.page.getByRole('button', { name: 'Fang en prøvehandling' }).click();
    await anne.page.getByLabel('Hvad prøver vi?').fill(AGREED);
    // Without a sign it is no agreement yet, and the form says so.
    await anne.page.getByText('Uden tegn er den kun et forslag.').waitFor();
    await anne.page.getByRole('button', { name: 'Skriv forslaget' }).waitFor();
    await anne.page.getByLabel('Hvilket tegn kigger vi efter?').fill('Alle er i gang inden for fem minutter');
    await anne.page.getByRole('checkbox', { name: 'Mads Juhl' }).check({ force: true });
    await anne.page.getByRole('button', { name: 'Aftal det' }).click();
    await expect.poll(() => anne.page.getByText(AGREED).count(), { timeout: 15_000 }).toBeGreaterThan(0);
    await expect.poll(() => mads.page.getByText(AGREED).count(), { timeout: 15_000 }).toBeGreaterThan(0);
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('shows the same to somebody who reloads', async () => {
    const before = await title(anne.page);
    await mads.page.reload();
    await expect.poll(() => title(mads.page), { timeout: 15_000 }).toBe(before);
    await expect.poll(() => mads.page.getByText(AGREED).count(), { timeout: 15_000 }).toBeGreaterThan(0);
  });

  it('ends by sorting what is left, and leaves minutes with nothing retyped', async () => {
    await (await toTheEnd(anne.page)).click();
    await anne.page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
    await anne.page.waitForURL(/referat/);
    await anne.page.getByText(AGREED).first().waitFor();
    await anne.page.getByText('begyndte timen roligere').first().waitFor();
    // Who came may still be put right here; the others' open minutes follow.
    await mads.page.goto(new URL(anne.page.url()).pathname);
    const trine = ({ page }: Person) => page.getByRole('switch', { name: 'Trine Skov' });
    await trine(anne).press('Space');
    for (const one of [anne, mads]) await expect.poll(() => trine(one).isChecked(), { timeout: 15_000 }).toBe(true);
    expect(await axeFaults(anne.page)).toEqual([]);
  });

  it('says who changed the decision, and lays the old words back on both screens', async () => {
    await anne.page.getByRole('button', { name: 'Historik' }).click();
    const sheet = anne.page.getByRole('dialog', { name: 'Hvem har ændret hvad?' });
    const changed = sheet.getByRole('listitem').filter({ hasText: `Før stod der: ${DECIDED}` });
    await changed.getByText('Mads Juhl').waitFor();
    await sheet.getByText('skrev, at Trine Skov var til stede').waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    await changed.getByRole('button', { name: 'Sæt tilbage' }).click();
    await sheet.getByRole('listitem').first().getByText(`til »${DECIDED}«`).waitFor();
    expect(await sheet.getByRole('listitem').first().getByRole('button').count()).toBe(1);
    await mads.page.getByText(DECIDED, { exact: true }).waitFor();
    // What somebody else does meanwhile comes on top.
    for (const words of ['skrev, at Trine Skov ikke var til stede', 'skrev, at Trine Skov var til stede']) {
      await mads.page.getByRole('switch', { name: 'Trine Skov' }).press('Space');
      await sheet.getByRole('listitem').first().getByText(words).waitFor();
    }
    await sheet.getByRole('button', { name: 'Luk' }).click();
    await anne.page.getByRole('main').getByText(DECIDED, { exact: true }).waitFor();
  });

  it('has what somebody would have otherwise beside its item, answered, and the minutes taken back and mended', async () => {
    await anne.page.getByRole('button', { name: 'Send til godkendelse' }).click();
    await mads.page.getByRole('button', { name: 'Skriv en indsigelse' }).click();
    await mads.page.getByLabel('Hvad skulle der have stået?').fill('Vi begynder først efter uge 49');
    await mads.page.getByRole('button', { name: /Hvad handler det om\?/ }).click();
    await mads.page.getByRole('option').nth(1).click();
    await mads.page.getByRole('button', { name: 'Skriv det ind' }).click();
    await mads.page.getByText(/^Indsigelse til »/).waitFor();
    await anne.page.getByText('Vi begynder først efter uge 49').waitFor();
    // Nothing is offered that would be refused while it waits.
    expect(await anne.page.getByRole('button', { name: 'Godkend referatet for alle' }).count()).toBe(0);
    await anne.page.getByLabel('Mødelederens svar').fill('Det retter vi');
    await anne.page.getByRole('button', { name: 'Svar', exact: true }).click();
    await mads.page.getByText('Det retter vi').waitFor();
    await anne.page.getByRole('button', { name: 'Godkend referatet for alle' }).waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);

    await anne.page.getByRole('button', { name: 'Ret i referatet' }).click();
    await anne.page.getByRole('button', { name: 'Tag det tilbage' }).click();
    await anne.page.getByRole('link', { name: 'Til noter og beslutninger' }).click();
    await anne.page.getByRole('button', { name: 'Ret i beslutningerne' }).click();
    await anne.page.getByRole('textbox', { name: 'Ny beslutning' }).first().fill(MENDED);
    await anne.page.getByRole('textbox', { name: 'Ny beslutning' }).first().press('Enter');
    expect(await axeFaults(anne.page)).toEqual([]);
    await mads.page.getByText(MENDED).waitFor();
    await anne.page.getByRole('link', { name: 'Læs og godkend referatet' }).click();
    await anne.page.waitForURL(/referat/);
    await anne.page.getByRole('region', { name: 'Godkendelse' }).waitFor();
    await anne.page.getByText(MENDED).waitFor();
  });

  it('has its minutes proposed and approved by the facilitator, and frozen', async () => {
    await anne.page.getByRole('button', { name: 'Send til godkendelse' }).click();
    await anne.page.getByRole('button', { name: 'Godkend referatet for alle' }).click();
    await anne.page.getByRole('heading', { name: 'Godkendt' }).waitFor();
    await anne.page.getByRole('definition').filter({ hasText: 'Trine Skov' }).waitFor();
    expect(await anne.page.getByRole('switch').count()).toBe(0);
    await anne.page.getByRole('button', { name: 'Historik' }).click();
    const sheet = anne.page.getByRole('dialog');
    await sheet.getByText('godkendte referatet for alle').waitFor();
    await sheet.getByText(/^Referatet er godkendt og låst/).waitFor();
    expect(await sheet.getByRole('button', { name: 'Sæt tilbage' }).count()).toBe(0);
  });

  it('shows in the school leader’s overview by team, without a person', async () => {
    const birgitte = await person();
    await signIn(birgitte, 'birgitte');
    await birgitte.page.getByRole('link', { name: '5. årgang' }).click();
    await birgitte.page.getByRole('dialog').getByText(AGREED).waitFor();
    const text = await birgitte.page.getByRole('dialog').innerText();
    for (const name of ['Mads', 'Anne', 'Trine']) expect(text).not.toContain(name);
    expect([...anne.faults, ...mads.faults, ...birgitte.faults]).toEqual([]);
  });
});
