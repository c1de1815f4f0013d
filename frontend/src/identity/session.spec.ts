import { describe, expect, it } from 'vitest';
import { Session } from './parts/session.ts';

/** A page's session with a server that answers who is signed in. */
function page(whose: string) {
  const server = { there: null as string | null };
  const loaded: string[] = [];
  const session = new Session({
    whoIsThere: () => Promise.resolve(server.there),
    loadAfresh: (to) => loaded.push(to),
  });
  session.belongsTo(whose);
  return { session, server, loaded };
}

describe('a page whose session has ended', () => {
  it('lets nothing that waits go on when another person signs in, and is loaded afresh', async () => {
    const { session, server, loaded } = page('anne');
    let wentOn = false;
    void session.ended().then(() => (wentOn = true));
    await session.look();
    expect(session.over()).toBe(true);
    server.there = 'mads';
    await session.entered();
    expect(loaded).toEqual(['/']);
    expect(wentOn).toBe(false);
    expect(session.over()).toBe(true);
  });

  it('is loaded afresh when its own reading says that it is somebody else’s by now', () => {
    const { session, loaded } = page('anne');
    session.belongsTo('mads');
    expect(loaded).toEqual(['/']);
  });

  it('goes on with all that waits when the same person is back', async () => {
    const { session, server, loaded } = page('anne');
    const all = [session.ended(), session.ended()];
    await session.look();
    server.there = 'anne';
    await session.entered();
    await Promise.all(all);
    expect(session.over()).toBe(false);
    expect(loaded).toEqual([]);
  });

  it('asks for no password when what it heard was older than the last sign-in', async () => {
    const { session, server } = page('anne');
    server.there = 'anne';
    await session.ended();
    expect(session.over()).toBe(false);
  });

  it('asks for none when its person is signing out', async () => {
    const { session } = page('anne');
    session.leaves(true);
    void session.ended();
    await session.look();
    expect(session.over()).toBe(false);
  });
});
