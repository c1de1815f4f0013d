import { ApolloLink } from '@apollo/client';
import { parse } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { newClient } from '../platform/parts/apollo.ts';
import { Session } from './parts/session.ts';

const MEETING = parse('query Meeting { meeting { id } }');
const DECIDE = parse('mutation Decide { addDecision }');

afterEach(() => vi.unstubAllGlobals());

/** A page before a server that knows who is signed in, and answers a page of nobody else's. */
function page() {
  const server = { signedIn: 'anne' as string | null };
  const asked: (string | null)[] = [];
  const loaded: string[] = [];
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: Record<string, string> }) => {
    const whose = headers[PERSON_HEADER] ?? null;
    asked.push(whose);
    const code =
      server.signedIn === null ? 'SIGNED_OUT' : whose !== null && whose !== server.signedIn ? 'ANOTHER_PERSON' : null;
    const answer = code
      ? { data: null, errors: [{ message: code, extensions: { code } }] }
      : { data: { meeting: { __typename: 'Meeting', id: 'm' }, addDecision: true } };
    return Promise.resolve(
      new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' }, status: 200 }),
    );
  });
  const session = new Session({
    whoIsThere: () => Promise.resolve(server.signedIn),
    loadAfresh: (to) => loaded.push(to),
  });
  const client = newClient({
    person: session.person,
    onSignedOut: () => session.ended(),
    onConnection: () => undefined,
    atTheServer: new ApolloLink((operation, forward) => forward(operation)),
  });
  const ask = () => client.query({ query: MEETING, fetchPolicy: 'network-only' });
  const decide = (context = {}) => client.mutate({ mutation: DECIDE, context, fetchPolicy: 'no-cache' });
  return { server, asked, loaded, session, ask, decide };
}

describe('a page in a browser where another has signed in since', () => {
  it('has nothing of what it asks or tells answered, and is loaded afresh', async () => {
    const { server, asked, loaded, session, ask, decide } = page();
    session.belongsTo('anne');
    server.signedIn = 'mads';
    const ended = vi.fn();
    void ask().finally(ended);
    void decide().finally(ended);
    await vi.waitFor(() => expect(loaded).toContain('/'));
    expect(asked).toEqual(['anne', 'anne']);
    expect(ended).not.toHaveBeenCalled();
    expect(session.person()).toBe('anne');
  });

  it('is told so where its person signs out, and keeps the other signed in', async () => {
    const { server, loaded, session, decide } = page();
    session.belongsTo('anne');
    server.signedIn = 'mads';
    await expect(decide({ leaves: true })).rejects.toMatchObject({ errors: [{ message: 'ANOTHER_PERSON' }] });
    expect(loaded).toEqual([]);
  });

  it('goes on with what was asked when its own person is back', async () => {
    const { server, asked, loaded, session, decide } = page();
    session.belongsTo('anne');
    server.signedIn = null;
    const decided = decide();
    await vi.waitFor(() => expect(session.over()).toBe(true));
    server.signedIn = 'anne';
    await session.entered();
    await expect(decided).resolves.toMatchObject({ data: { addDecision: true } });
    expect(asked).toEqual(['anne', 'anne']);
    expect(loaded).toEqual([]);
  });
});

describe('a page', () => {
  it('says whose it is with everything it asks, once it knows', async () => {
    const { asked, session, ask, decide } = page();
    await ask();
    session.belongsTo('anne');
    await ask();
    await decide();
    expect(asked).toEqual([null, 'anne', 'anne']);
  });
});
