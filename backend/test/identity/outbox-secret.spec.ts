import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { LIVE_PATH } from '#live-protocol/events.ts';
import { PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const secretOf = async (caller: Caller): Promise<string | undefined> =>
  ((await caller.ask('{ viewer { outboxSecret } }'))['viewer'] as { outboxSecret: string } | null)?.outboxSecret;

/** How a socket fares that says whose page it comes from. */
function knock(caller: Caller, person: unknown): Promise<string> {
  const socket = io(world.url, {
    path: LIVE_PATH,
    transports: ['websocket'],
    extraHeaders: { cookie: caller.cookie },
    forceNew: true,
    reconnection: false,
    auth: { person },
  });
  return new Promise<string>((resolve) => {
    socket.once('connect', () => resolve('LET_IN'));
    socket.once('connect_error', (error) => resolve(error.message));
  }).finally(() => socket.disconnect());
}

describe('what opens the text a device has kept', () => {
  it('is given to nobody who is not signed in', async () => {
    expect(await secretOf(world.stranger())).toBeUndefined();
    const anne = await world.signIn('anne');
    await anne.ask('mutation { signOut }');
    expect(await secretOf(anne)).toBeUndefined();
  });

  it('is another one for a colleague and for a neighbour in another municipality', async () => {
    const secrets = new Set<string | undefined>();
    for (const name of ['anne', 'mads', 'nabo'] as const) secrets.add(await secretOf(await world.signIn(name)));
    expect(secrets.size).toBe(3);
    for (const secret of secrets) expect(Buffer.from(secret!, 'base64')).toHaveLength(32);
  });

  it('is the same after signing in again, so that yesterday’s text can still be opened', async () => {
    const first = await secretOf(await world.signIn('anne'));
    expect(await secretOf(await world.signIn('anne'))).toBe(first);
  });
});

describe('a page that was loaded for one person, when another has signed in', () => {
  it('gets no socket, so that the one’s words are never sent by the other', async () => {
    const anne = await world.signIn('anne');
    expect(await knock(anne, PEOPLE.mads.id)).toBe('ANOTHER_PERSON');
    expect(await knock(anne, { $ne: null })).toBe('ANOTHER_PERSON');
    expect(await knock(anne, PEOPLE.anne.id)).toBe('LET_IN');
  });

  it('is told that nobody is signed in before it is told whose page it is', async () => {
    expect(await knock(world.stranger(), PEOPLE.mads.id)).toBe('SIGNED_OUT');
  });
});
