import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn, type Person } from './browser.ts';

let anne: Person;
let mads: Person;
beforeAll(async () => {
  await openBrowser();
  anne = await person('laptop');
  mads = await person('phone', 'dark');
});
afterAll(closeBrowser);

const soon = { timeout: 20_000 };
const titles = ({ page }: Person): Promise<string[]> =>
  page
    .getByRole('textbox', { name: /^Punkt \d+, overskrift/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));

describe('preparing a meeting', () => {
  it('one proposes an item on a phone and is ready; the other takes it in, and sees how many are, never who', async () => {
    await signIn(anne, 'anne');
    const team = await anne.page.getByRole('link', { name: 'Teamet' }).first().getAttribute('href');
    await anne.page.goto(`${team}/nyt-moede`);
    await anne.page.getByRole('button', { name: 'Læg dagsordenen' }).click();
    await anne.page.waitForURL(/planlaeg/);
    const plan = new URL(anne.page.url()).pathname;
    const beside = anne.page.getByRole('region', { name: 'Foreslået til dagsordenen' });
    await beside.getByText(/^0 af \d+ er klar$/).waitFor();

    await signIn(mads, 'mads');
    await mads.page.goto(`${plan.replace('planlaeg', 'forberedelse')}?foreslaa`);
    await mads.page.getByLabel('Hvad skal vi tage op?').fill('Køen ved døren');
    await mads.page.getByLabel('Hvorfor nu? (én linje)').fill('Den er blevet længere');
    await mads.page.getByRole('button', { name: 'Foreslå punktet' }).click();
    await mads.page.getByText('Dit forslag').waitFor();
    await mads.page.getByLabel('Det har jeg forberedt').fill('Jeg har talt køen tre gange.');
    await mads.page.getByRole('button', { name: 'Jeg er klar' }).click();
    await mads.page.getByRole('button', { name: 'Jeg er klar', pressed: true }).waitFor();
    // Tall, so that the bar at its foot hides nothing from axe that a thumb would scroll free.
    await mads.page.setViewportSize({ width: 390, height: 2400 });
    expect(await axeFaults(mads.page)).toEqual([]);

    await beside.getByText('Foreslået af Mads Juhl', { exact: false }).waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    await beside.getByRole('button', { name: 'Sæt på dagsordenen Køen ved døren' }).click();
    await expect.poll(() => titles(anne), soon).toContain('Køen ved døren');
    expect((await titles(anne)).at(-1)).not.toBe('Køen ved døren');
    await beside.getByText(/^1 af \d+ er klar$/).waitFor(soon);
    await mads.page.getByText('Er på dagsordenen.').waitFor();
    await mads.page.reload();
    expect(await mads.page.getByLabel('Det har jeg forberedt').inputValue()).toBe('Jeg har talt køen tre gange.');
    await anne.page.goto(plan.replace('planlaeg', 'forberedelse'));
    await anne.page.getByText('Jeg har talt køen tre gange.').waitFor();
    expect([...anne.faults, ...mads.faults]).toEqual([]);
  });
});
