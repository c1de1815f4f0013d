import { ApolloClient, ApolloLink } from '@apollo/client';
import { parse } from 'graphql';
import { Observable, type Subscriber } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { LiveChange } from '#live-protocol/change.ts';
import type { FollowAnswer } from '#live-protocol/events.ts';
import { newCache } from '../../platform/parts/apollo.ts';
import type { LiveSocket } from './line.ts';
import { Live } from './live.ts';
import { UnderWay } from './under-way.ts';

const TITLE = parse('query Screen { meeting { id title liveVersion } }');
const PURPOSE = parse('query Panel { meeting { id purpose liveVersion } }');

interface Meeting {
  title?: string;
  purpose?: string;
  liveVersion: number;
}

/** A page whose answers come when the test says so, and as they were read when it says so. */
function page() {
  const asked: Subscriber<ApolloLink.Result>[] = [];
  const underWay = new UnderWay();
  const client = new ApolloClient({
    queryDeduplication: false,
    cache: newCache(),
    link: ApolloLink.from([
      underWay.link,
      new ApolloLink(() => new Observable<ApolloLink.Result>((observer) => void asked.push(observer))),
    ]),
  });
  const follows: { since: number; answered: (late: null, answer: FollowAnswer) => void }[] = [];
  const socket = {
    connected: true,
    on: () => socket,
    timeout: () => socket,
    emit: (event: string, { since }: { since: number }, answered: (late: null, answer: FollowAnswer) => void) =>
      event === 'follow' && follows.push({ since, answered }),
    disconnect: () => socket,
  };
  const live = new Live(client, {
    underWay,
    connect: () => socket as unknown as LiveSocket,
    onConnection: () => undefined,
    onSignedOut: () => undefined,
  });
  const answer = (at: number, meeting: Meeting) => {
    asked[at]!.next({ data: { meeting: { __typename: 'Meeting', id: 'm', ...meeting } } });
    asked[at]!.complete();
  };
  const ask = (query = TITLE) => client.query<{ meeting: Meeting }>({ query, fetchPolicy: 'network-only' });
  return { live, client, asked, follows, ask, answer, title: () => titleIn(client) };
}

const titleIn = (client: ApolloClient) =>
  client.readQuery<{ meeting: { title: string } }>({ query: TITLE })?.meeting.title;

const change = (version: number, fields: LiveChange['fields']): LiveChange => ({
  scopeKind: 'MEETING',
  scopeId: 'm',
  version,
  entity: 'Meeting',
  entityId: 'm',
  verb: 'changed',
  fields,
});

describe('an answer that was read before a change, and comes after it', () => {
  it('does not put the older state back on the screen', async () => {
    const { live, ask, answer, title } = page();
    const first = ask();
    answer(0, { title: 'Før', liveVersion: 3 });
    await first;
    live.follow('MEETING', 'm', 3, () => undefined);
    const late = ask();
    live.take([change(4, { set: { title: 'Efter' } }), change(5, { set: { title: 'Sidst' } })]);
    expect(title()).toBe('Sidst');
    answer(1, { title: 'Før', liveVersion: 3 });
    await late;
    expect(title()).toBe('Sidst');
  });

  it('does not take back what a mutation of one’s own has answered', async () => {
    const { live, ask, answer, title } = page();
    const first = ask();
    answer(0, { title: 'Før', liveVersion: 3 });
    await first;
    const late = ask();
    live.did([change(4, { set: { title: 'Efter' } })]);
    answer(1, { title: 'Før', liveVersion: 3 });
    await late;
    expect(title()).toBe('Efter');
  });

  it('is asked for once more where the change was one to fetch', async () => {
    const { live, ask, answer, asked, title } = page();
    const first = ask();
    answer(0, { title: 'Før', liveVersion: 3 });
    await first;
    live.follow('MEETING', 'm', 3, () => void ask());
    const slow = ask();
    live.take([change(4, { hint: true })]);
    expect(asked).toHaveLength(3);
    answer(2, { title: 'Efter', liveVersion: 4 });
    answer(1, { title: 'Før', liveVersion: 3 });
    await slow;
    expect(asked).toHaveLength(4);
    answer(3, { title: 'Efter', liveVersion: 4 });
    expect(title()).toBe('Efter');
    expect(asked).toHaveLength(4);
  });

  it('is asked for once more where the screen holds what changed in a shape of its own, and only there', async () => {
    const { live, ask, answer, asked } = page();
    const first = ask();
    answer(0, { title: 'Før', liveVersion: 3 });
    await first;
    live.follow('MEETING', 'm', 3, () => undefined, ['Decision']);
    live.follow('MEETING', 'm', 3, () => void ask(), ['Meeting']);
    live.take([{ ...change(4, {}), entity: 'Decision' }]);
    expect(asked).toHaveLength(1);
    const slow = ask();
    live.take([change(5, { set: { title: 'Efter' } })]);
    expect(asked).toHaveLength(3);
    answer(1, { title: 'Før', liveVersion: 3 });
    await slow;
    expect(asked).toHaveLength(4);
  });

  it('leaves alone what changed before it was asked for', async () => {
    const { live, ask, answer, title } = page();
    const first = ask();
    answer(0, { title: 'Før', liveVersion: 3 });
    await first;
    live.follow('MEETING', 'm', 3, () => undefined);
    live.take([change(4, { set: { title: 'Efter' } })]);
    const next = ask();
    answer(1, { title: 'Senere endnu', liveVersion: 5 });
    await next;
    expect(title()).toBe('Senere endnu');
  });
});

describe('a second screen of the same meeting', () => {
  it('that was read later does not make the first one miss what lies between', async () => {
    const { live, ask, answer, title, follows } = page();
    const first = ask();
    answer(0, { title: 'Før', liveVersion: 3 });
    await first;
    live.follow('MEETING', 'm', 3, () => undefined);
    const panel = ask(PURPOSE);
    answer(1, { purpose: 'Vi vil noget', liveVersion: 4 });
    await panel;
    live.follow('MEETING', 'm', 4, () => undefined);
    live.take([change(4, { set: { title: 'Efter' } })]);
    expect(title()).toBe('Efter');
    expect(follows.map(({ since }) => since)).toEqual([3]);
  });

  it('that was read earlier has what it lacks asked for', async () => {
    const { live, ask, answer, follows } = page();
    const first = ask();
    answer(0, { title: 'Før', liveVersion: 3 });
    await first;
    live.follow('MEETING', 'm', 3, () => undefined);
    live.take([change(4, { set: { title: 'Efter' } })]);
    live.follow('MEETING', 'm', 2, () => undefined);
    follows[0]!.answered(null, { ok: true, version: 4, serverTime: Date.now(), changes: [] });
    expect(follows.map(({ since }) => since)).toEqual([3, 2]);
  });
});
