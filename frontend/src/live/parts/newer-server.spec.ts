import { ApolloClient, ApolloLink } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveChange } from '#live-protocol/change.ts';
import type { FollowAnswer } from '#live-protocol/events.ts';
import { newCache } from '../../platform/parts/apollo.ts';
import type { LiveSocket } from './line.ts';
import { Live } from './live.ts';
import { UnderWay } from './under-way.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page that shows a meeting at version 1, and a server that answers as the test says. */
function page() {
  const asked: ((late: null, answer: FollowAnswer) => void)[] = [];
  const socket = {
    connected: true,
    on: () => socket,
    timeout: () => socket,
    emit: (event: string, _what: object, answered: (late: null, answer: FollowAnswer) => void) =>
      event === 'follow' && asked.push(answered),
    disconnect: () => socket,
  };
  const live = new Live(new ApolloClient({ cache: newCache(), link: ApolloLink.empty() }), {
    underWay: new UnderWay(),
    connect: () => socket as unknown as LiveSocket,
    onConnection: () => undefined,
    onSignedOut: () => undefined,
  });
  const refetch = vi.fn();
  live.follow('MEETING', 'm', 1, refetch);
  const refuse = (refused: string) => asked.at(-1)!(null, { ok: false, refused } as FollowAnswer);
  const change = (version: number, fields: unknown): LiveChange =>
    ({
      scopeKind: 'MEETING',
      scopeId: 'm',
      version,
      entity: 'Hologram',
      entityId: 'h',
      verb: 'BEAMED',
      fields,
    }) as LiveChange;
  return { live, asked, refetch, refuse, change };
}

describe('an old page that follows a newer server', () => {
  it('fetches its screen when it is refused for a reason it does not know, and asks again at a calm beat', () => {
    const { asked, refetch, refuse } = page();
    refuse('HELT_NYT');
    expect(refetch).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(9_000);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(asked).toHaveLength(2);
    refuse('NOT_FOUND');
    vi.advanceTimersByTime(60_000);
    expect([asked.length, refetch.mock.calls.length]).toEqual([2, 1]);
  });

  it('fetches its screen for a change that it cannot read, and goes on with the next', () => {
    const { live, asked, refetch, change } = page();
    live.take([change(2, { set: { glows: true } })]);
    expect(refetch).not.toHaveBeenCalled();
    live.take([change(3, undefined), change(4, null), change(5, { into: 'everywhere' })]);
    expect(refetch).toHaveBeenCalledTimes(1);
    live.take([change(6, { hint: true })]);
    expect(refetch).toHaveBeenCalledTimes(2);
    live.take([change(8, {})]);
    asked.at(-1)!(null, { ok: true, version: 8, changes: [change(7, {}), change(8, {})], serverTime: 0 });
    expect(refetch).toHaveBeenCalledTimes(2);
  });

  it('is not stopped by what its own mutation changed', () => {
    const { live, change } = page();
    expect(() => live.did([change(2, undefined)])).not.toThrow();
  });
});
