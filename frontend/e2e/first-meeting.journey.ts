import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, closeBrowser, openBrowser, person, signIn } from './browser.ts';

beforeAll(() => openBrowser());
afterAll(() => closeBrowser());

describe('from sign-in to the leader’s overview', () => {
  it('a teacher signs in, sees the week and the team, and axe finds nothing', async () => {
    const anne = await person();
    await anne.page.goto('/');
    await anne.page.waitForURL(/log-ind/);
    await anne.page.getByRole('heading', { level: 1, name: 'Godt at se dig' }).waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    await signIn(anne, 'anne');
    await anne.page.getByRole('heading', { level: 1, name: /Uge \d+/ }).waitFor();
    await anne.page.getByRole('heading', { name: 'Mine handlinger' }).waitFor();
    expect(await axeFaults(anne.page)).toEqual([]);
    expect(anne.faults).toEqual([]);
    await anne.context.close();
  });

  it('a leader signs in and sees the school’s map, by team and without a person', async () => {
    const birgitte = await person();
    await signIn(birgitte, 'birgitte');
    await birgitte.page.getByRole('heading', { name: 'Hvor arbejder teamene lige nu?' }).waitFor();
    await birgitte.page.getByRole('table').first().waitFor();
    const text = await birgitte.page.locator('main').innerText();
    expect(text).toContain('5. årgang');
    for (const name of ['Anne Kjær', 'Mads Juhl', 'Trine Skov']) expect(text).not.toContain(name);
    expect(birgitte.faults).toEqual([]);
    await birgitte.context.close();
  });
});
