import type { PresentPerson } from '#live-protocol/events.ts';

/** Who is in which meeting's room on this machine; a person's phone and laptop count once. */
export class Presence {
  private readonly rooms = new Map<string, Map<string, { person: PresentPerson; sockets: Set<string> }>>();

  /** @returns true when the person was not there before */
  enter(meetingId: string, socketId: string, person: PresentPerson): boolean {
    const room = this.rooms.get(meetingId) ?? new Map();
    this.rooms.set(meetingId, room);
    const known = room.get(person.id);
    if (known) {
      known.sockets.add(socketId);
      return false;
    }
    room.set(person.id, { person, sockets: new Set([socketId]) });
    return true;
  }

  /** @returns true when it was the person's last socket there */
  leave(meetingId: string, socketId: string, personId: string): boolean {
    const room = this.rooms.get(meetingId);
    const known = room?.get(personId);
    if (!room || !known) return false;
    known.sockets.delete(socketId);
    if (known.sockets.size > 0) return false;
    room.delete(personId);
    if (room.size === 0) this.rooms.delete(meetingId);
    return true;
  }

  /** In the order they came. */
  people(meetingId: string): PresentPerson[] {
    return [...(this.rooms.get(meetingId)?.values() ?? [])].map((one) => one.person);
  }
}
