import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMunicipality } from '../../src/organisation/create-municipality.ts';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ACCEPT =
  'mutation($token: String!, $name: String!, $password: String!) { acceptInvitation(token: $token, signInName: $name, password: $password) }';
const good = { name: 'ny.administrator', password: 'en lang adgangskode' };

describe('a municipality’s first administrator', () => {
  it('comes in by an invitation that works once, and by no other', async () => {
    const { invitation } = await createMunicipality(
      world.admin,
      { name: 'Ny Kommune', administrator: 'Åse Øst' },
      new Date(),
    );
    const stranger = world.stranger();
    expect(await stranger.refusal(ACCEPT, { ...good, token: 'x'.repeat(43) })).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    expect(await stranger.refusal(ACCEPT, { ...good, token: invitation, password: 'kort' })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'password', problem: 'TOO_SHORT' }],
    });
    expect(await stranger.refusal(ACCEPT, { ...good, token: invitation, name: 'anne' })).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    await stranger.ask(ACCEPT, { ...good, token: invitation });
    expect(
      (await stranger.ask('{ viewer { displayName initials municipalityName roles { role } } }'))['viewer'],
    ).toEqual({
      displayName: 'Åse Øst',
      initials: 'ÅØ',
      municipalityName: 'Ny Kommune',
      roles: [{ role: 'MUNICIPAL_ADMIN' }],
    });
    expect(await world.stranger().refusal(ACCEPT, { ...good, name: 'en.anden', token: invitation })).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
  });
});
