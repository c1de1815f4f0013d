import { ApolloClient, ApolloLink } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newCache } from '../../platform/parts/apollo.ts';
import type { LiveSocket } from './line.ts';
import { Live } from './live.ts';
import { UnderWay } from './under-way.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose connection the server refuses; socket.io tries that again by itself no more than it does here. */
function page() {
  const heard = new Map<string, (what: unknown) => void>();
  const connect = vi.fn();
  const disconnect = vi.fn();
  const socket = {
    connected: false,
    active: false,
    on: (event: string, listener: (what: unknown) => void) => heard.set(event, listener),
    connect,
    disconnect,
  };
  const onSignedOut = vi.fn();
  const live = new Live(new ApolloClient({ cache: newCache(), link: ApolloLink.empty() }), {
    underWay: new UnderWay(),
    connect: () => socket as unknown as LiveSocket,
    onConnection: () => undefined,
    onSignedOut,
  });
  const refuse = (why: string) => heard.get('connect_error')!(new Error(why));
  return { live, socket, connect, disconnect, refuse, onSignedOut };
}

describe('a connection that the server refused', () => {
  it('because its database was away is tried again a moment later, for as long as the page is there', () => {
    const { live, connect, refuse } = page();
    refuse('DATABASE_AWAY');
    expect(connect).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(connect).toHaveBeenCalledTimes(1);
    refuse('DATABASE_AWAY');
    vi.advanceTimersByTime(2_000);
    expect(connect).toHaveBeenCalledTimes(2);
    refuse('DATABASE_AWAY');
    live.close();
    vi.advanceTimersByTime(60_000);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('because nobody is signed in waits for somebody who is', () => {
    const { connect, refuse, onSignedOut } = page();
    refuse('SIGNED_OUT');
    vi.advanceTimersByTime(60_000);
    expect(connect).not.toHaveBeenCalled();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });
});

describe('a session that is renewed on the page', () => {
  it('takes a new line, for the one that is there came in with the session that ended', () => {
    const { live, socket, connect, disconnect } = page();
    socket.connected = true;
    live.renewed();
    expect(disconnect).toHaveBeenCalledTimes(1);
    expect(connect).toHaveBeenCalledTimes(1);
  });
});
