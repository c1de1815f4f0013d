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
