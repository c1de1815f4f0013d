import { Inject, Injectable } from '@nestjs/common';
import { WRITING_MS, type Present, type SetPresence } from '#live-protocol/events.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import type { LiveSocket } from './feed.ts';
import { LiveClock } from './live-clock.ts';
import { silenceInMeetings } from './live.ports.ts';
import { LiveRooms } from './live-rooms.ts';
import { PresenceElsewhere, type Said } from './presence-elsewhere.ts';

interface Here {
  said: Said;
  municipalityId: string;
  sockets: Set<string>;
  stillWriting?: NodeJS.Timeout | undefined;
}

/** Who is in which meeting's room, here and elsewhere, and what they do there; a person's phone and laptop count once. */
@Injectable()
export class Presence {
  private readonly meetings = new Map<string, Map<string, Here>>();
  /** How many times any meeting has changed: what was asked about silence before is asked again. */
  private changes = 0;

  constructor(
    @Inject(LiveRooms) private readonly rooms: LiveRooms,
    @Inject(LiveClock) private readonly clock: LiveClock,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PresenceElsewhere) private readonly elsewhere: PresenceElsewhere,
  ) {
    elsewhere.open(
      (meetingId, said) => this.heard(meetingId, said),
      () => this.everybodyHere(),
    );
  }

  /** Everybody is told of somebody new; whoever comes with a second device is told who is here. */
  enter(meetingId: string, socket: LiveSocket): void {
    const { person, municipalityId } = socket.data;
    const here = this.meetings.get(meetingId) ?? new Map<string, Here>();
    this.meetings.set(meetingId, here);
    const known = here.get(person.id);
    if (known) {
      known.sockets.add(socket.id);
      socket.emit('presence', { meetingId, people: this.people(meetingId) });
      return;
    }
    const now = this.clock.now();
    // A hand that is up on another device, through another replica, stays up when that device leaves.
    const theirs = this.elsewhere.in(meetingId).filter((said) => said.person.id === person.id);
    const { handSince, handAt } = latest(theirs, 'handAt') ?? { handSince: null, handAt: 0 };
    const said: Said = { person, cameAt: now, itemId: null, itemAt: 0, handSince, handAt, writing: false };
    here.set(person.id, { said, municipalityId, sockets: new Set([socket.id]) });
    this.tell(meetingId, person.id);
  }

  leave(meetingId: string, socket: LiveSocket): void {
    const here = this.meetings.get(meetingId);
    const known = here?.get(socket.data.person.id);
    if (!here || !known) return;
    known.sockets.delete(socket.id);
    if (known.sockets.size > 0) return;
    clearTimeout(known.stillWriting);
    here.delete(socket.data.person.id);
    if (here.size === 0) this.meetings.delete(meetingId);
    this.tell(meetingId, socket.data.person.id);
  }

  /**
   * What a person says of themselves, from one of their devices in the room.
   * @throws when it cannot be asked whether somebody writes silently: then nobody is told that they write
   */
  async set(socket: LiveSocket, { meetingId, itemId, hand, writing }: SetPresence): Promise<void> {
    const known = this.of(meetingId, socket);
    if (!known) return;
    const { said } = known;
    const before = JSON.stringify(said);
    const now = this.clock.now();
    if (itemId !== undefined) Object.assign(said, { itemId, itemAt: now });
    if (hand !== undefined && hand !== (said.handSince !== null))
      Object.assign(said, { handSince: hand ? now : null, handAt: now });
    if (writing === false) this.stopWriting(known);
    if (JSON.stringify(said) !== before) this.tell(meetingId, said.person.id);
    if (!writing || (await this.isSilent(meetingId, known.municipalityId))) return;
    // They may have left while it was asked.
    if (this.of(meetingId, socket) !== known) return;
    clearTimeout(known.stillWriting);
    known.stillWriting = setTimeout(() => {
      this.stopWriting(known);
      this.tell(meetingId, said.person.id);
    }, WRITING_MS);
    if (said.writing) return;
    said.writing = true;
    this.tell(meetingId, said.person.id);
  }

  /** Something changed in a meeting: silent writing may have been opened, and from then nobody is shown as writing. */
  changed(meetingId: string): void {
    this.changes += 1;
    const writing = [...(this.meetings.get(meetingId)?.values() ?? [])].filter(({ said }) => said.writing);
    if (writing.length === 0) return;
    void this.isSilent(meetingId, writing[0]!.municipalityId)
      // When it cannot be asked, it is taken to be so.
      .catch(() => true)
      .then((isSilent) => {
        if (!isSilent) return;
        for (const known of writing) {
          this.stopWriting(known);
          this.tell(meetingId, known.said.person.id);
        }
      });
  }

  /** Asked again when something changed meanwhile: it may have been just that. */
  private async isSilent(meetingId: string, municipalityId: string): Promise<boolean> {
    for (let tries = 0; tries < 3; tries += 1) {
      const asked = this.changes;
      if (await silenceInMeetings().isSilent(this.unitOfWork, municipalityId, meetingId)) return true;
      if (asked === this.changes) return false;
    }
    return true;
  }

  private stopWriting(known: Here): void {
    clearTimeout(known.stillWriting);
    known.said.writing = false;
  }

  private of(meetingId: string, socket: LiveSocket): Here | undefined {
    const known = this.meetings.get(meetingId)?.get(socket.data.person.id);
    return known?.sockets.has(socket.id) ? known : undefined;
  }

  private heard(meetingId: string, said: Said | null): void {
    const mine = said ? this.meetings.get(meetingId)?.get(said.person.id) : undefined;
    // The hand is the person's, whichever device moved it last.
    if (said && mine && said.handAt > mine.said.handAt) {
      Object.assign(mine.said, { handSince: said.handSince, handAt: said.handAt });
      this.elsewhere.tell(meetingId, said.person.id, mine.said);
    }
    this.tellRoom(meetingId);
  }

  private *everybodyHere(): Iterable<[string, Said]> {
    for (const [meetingId, here] of this.meetings) for (const { said } of here.values()) yield [meetingId, said];
  }

  private tell(meetingId: string, personId: string): void {
    this.tellRoom(meetingId);
    this.elsewhere.tell(meetingId, personId, this.meetings.get(meetingId)?.get(personId)?.said ?? null);
  }

  private tellRoom(meetingId: string): void {
    if (!this.meetings.has(meetingId)) return;
    this.rooms.everybody('MEETING', meetingId)?.emit('presence', { meetingId, people: this.people(meetingId) });
  }

  /** In the order they came. */
  private people(meetingId: string): Present[] {
    const all = [
      ...[...(this.meetings.get(meetingId)?.values() ?? [])].map(({ said }) => said),
      ...this.elsewhere.in(meetingId),
    ];
    const byPerson = new Map<string, Said[]>();
    for (const said of all) byPerson.set(said.person.id, [...(byPerson.get(said.person.id) ?? []), said]);
    return [...byPerson.values()]
      .map((theirs) => ({ cameAt: Math.min(...theirs.map(({ cameAt }) => cameAt)), theirs }))
      .toSorted((a, b) => a.cameAt - b.cameAt)
      .map(({ theirs }) => ({
        ...theirs[0]!.person,
        itemId: latest(theirs, 'itemAt')!.itemId,
        handSince: latest(theirs, 'handAt')!.handSince,
        writing: theirs.some(({ writing }) => writing),
      }));
  }
}

const latest = (theirs: readonly Said[], by: 'itemAt' | 'handAt'): Said | undefined =>
  theirs.reduce<Said | undefined>((last, said) => (last && last[by] >= said[by] ? last : said), undefined);
