import { describe, expect, it } from 'vitest';
import type { Present } from '#live-protocol/events.ts';
import { SaidPresence } from './said-presence.ts';

const anne = (handSince: number | null): Present[] => [
  { id: 'anne', displayName: 'Anne Kjær', initials: 'AK', itemId: null, handSince, writing: false },
];

describe('what a device says again when the connection is back', () => {
  it('is nothing as long as it was never away, or has said nothing', () => {
    const said = new SaidPresence();
    said.lost();
    expect(said.again('m')).toBe(null);
    said.say('anne', { meetingId: 'm', hand: true });
    expect(said.again('m')).toBe(null);
  });

  it('is the item and the hand, once', () => {
    const said = new SaidPresence();
    said.say('anne', { meetingId: 'm', itemId: 'i' });
    said.say('anne', { meetingId: 'm', hand: true });
    said.lost();
    // The room is told of somebody new, without a hand, before it is said again.
    said.heard('m', anne(null));
    expect(said.again('m')).toEqual({ meetingId: 'm', itemId: 'i', hand: true });
    expect(said.again('m')).toBe(null);
  });

  it('is no hand that was taken down on another device', () => {
    const said = new SaidPresence();
    said.say('anne', { meetingId: 'm', hand: true });
    said.heard('m', anne(5));
    said.heard('m', anne(null));
    said.lost();
    expect(said.again('m')).toEqual({ meetingId: 'm', itemId: null });
  });

  it('is never that they wrote', () => {
    const said = new SaidPresence();
    said.say('anne', { meetingId: 'm', writing: true });
    said.lost();
    expect(said.again('m')).not.toHaveProperty('writing');
  });
});
