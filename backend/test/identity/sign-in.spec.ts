import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const SIGN_IN = 'mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }';

describe('signing in', () => {
  it('refuses an unknown name and a wrong password alike', async () => {
    const stranger = world.stranger();
    const unknown = await stranger.send(SIGN_IN, { name: 'findes-ikke', password: 'en-lang-kode-1' });
    const wrong = await stranger.send(SIGN_IN, { name: 'anne', password: 'forkert' });
    expect(unknown).toEqual(wrong);
    expect(wrong.errors?.[0]?.extensions?.['code']).toBe('SIGN_IN_REFUSED');
    expect(stranger.cookie).toBe('');
  });

  it('stops guessing at one name after eight tries, and says so', async () => {
    const stranger = world.stranger();
    for (let n = 0; n < 8; n += 1) await stranger.refusal(SIGN_IN, { name: 'trine', password: `gæt ${n}` });
    expect(await stranger.refusal(SIGN_IN, { name: 'trine', password: 'en-lang-kode-1' })).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
  });

  it('gives a new session each time, ended by signing out', async () => {
    const anne = await world.signIn('anne');
    const first = anne.cookie;
    expect((await anne.ask('{ viewer { displayName teams { name } } }'))['viewer']).toEqual({
      displayName: 'Anne Kjær',
      teams: [{ name: '5. årgang' }],
    });
    const again = await world.signIn('anne');
    expect(again.cookie).not.toBe(first);
    await anne.ask('mutation { signOut }');
    anne.cookie = first;
    expect((await anne.ask('{ viewer { displayName } }'))['viewer']).toBeNull();
  });

  it('tells a signed-out person so when they ask for a page', async () => {
    expect(
      await world.stranger().refusal('{ meeting(id: "00000000-0000-7000-8000-000000000050") { id } }'),
    ).toMatchObject({ code: 'SIGNED_OUT' });
  });
});

describe('staying signed in', () => {
  const STAY = 'mutation { staySignedIn }';
  const ENDS = '{ viewer { sessionEndsAt sessionMayGoOn } }';
  const ageAll = (made: string, ends: string) =>
    world.admin.query(
      `update session set created_at = now() - $1::interval, expires_at = now() + $2::interval where ended_at is null`,
      [made, ends],
    );
  const minutesLeft = (ends: string) => Math.round((Date.parse(ends) - Date.now()) / 60_000);

  it('is for somebody who is', async () => {
    expect(await world.stranger().refusal(STAY)).toMatchObject({ code: 'SIGNED_OUT' });
    const mads = await world.signIn('mads');
    const cookie = mads.cookie;
    await mads.ask('mutation { signOut }');
    mads.cookie = cookie;
    expect(await mads.refusal(STAY)).toMatchObject({ code: 'SIGNED_OUT' });
    const late = await world.signIn('mads');
    await ageAll('24 hours', '-1 second');
    expect(await late.refusal(STAY)).toMatchObject({ code: 'SIGNED_OUT' });
  });

  it('gives as long again as a new sign-in, to this session alone', async () => {
    const anne = await world.signIn('anne');
    const other = await world.signIn('anne');
    await ageAll('24 hours', '2 minutes');
    expect(minutesLeft((await anne.ask(ENDS))['viewer'].sessionEndsAt)).toBe(2);
    const cookie = anne.cookie;
    expect(minutesLeft((await anne.ask(STAY))['staySignedIn'])).toBe(24 * 60);
    // The browser's cookie lasts as long, and is the same.
    expect(anne.cookie).toBe(cookie);
    const viewer = (await anne.ask(ENDS))['viewer'];
    expect([minutesLeft(viewer.sessionEndsAt), viewer.sessionMayGoOn]).toEqual([24 * 60, true]);
    expect(minutesLeft((await other.ask(ENDS))['viewer'].sessionEndsAt)).toBe(2);
  });

  it('ends a week after the sign-in, and never makes a session shorter', async () => {
    const anne = await world.signIn('anne');
    await ageAll('6 days 23 hours', '2 minutes');
    expect(minutesLeft((await anne.ask(STAY))['staySignedIn'])).toBe(60);
    const viewer = (await anne.ask(ENDS))['viewer'];
    expect([minutesLeft(viewer.sessionEndsAt), viewer.sessionMayGoOn]).toEqual([60, false]);
    await ageAll('8 days', '30 minutes');
    expect(minutesLeft((await anne.ask(STAY))['staySignedIn'])).toBe(30);
  });
});
