import type { Present, SetPresence } from '#live-protocol/events.ts';

interface Said {
  ownId: string;
  itemId: string | null;
  hand: boolean;
  /** The connection was away: the server has forgotten it. */
  lost: boolean;
}

/** What this device has said of its person in each meeting, so that it is said again when the connection is back. */
export class SaidPresence {
  private readonly meetings = new Map<string, Said>();

  say(ownId: string, { meetingId, itemId, hand }: SetPresence): void {
    const known = this.meetings.get(meetingId) ?? { ownId, itemId: null, hand: false, lost: false };
    this.meetings.set(meetingId, { ...known, itemId: itemId ?? known.itemId, hand: hand ?? known.hand });
  }

  /** A hand may have been taken down on another device: what the room is told stands. */
  heard(meetingId: string, people: readonly Present[]): void {
    const known = this.meetings.get(meetingId);
    const own = people.find(({ id }) => id === known?.ownId);
    if (known && own && !known.lost) known.hand = own.handSince !== null;
  }

  lost(): void {
    for (const known of this.meetings.values()) known.lost = true;
  }

  forget(meetingId: string): void {
    this.meetings.delete(meetingId);
  }

  /** @returns what to say as the room is entered again; null when it knows */
  again(meetingId: string): SetPresence | null {
    const known = this.meetings.get(meetingId);
    if (!known?.lost) return null;
    known.lost = false;
    // A hand that is down here may be up on another device: it is left as it is.
    return { meetingId, itemId: known.itemId, ...(known.hand && { hand: true }) };
  }
}
