import { Inject, Injectable } from '@nestjs/common';
import type { PresentPerson } from '#live-protocol/events.ts';
import { Whisper } from '../platform/whisper.ts';

/** What one replica knows of a person in a meeting's room. */
export interface Said {
  person: PresentPerson;
  /** When they came, when they last touched a screen and when they last moved their hand: ms by the database's clock. */
  cameAt: number;
  itemId: string | null;
  itemAt: number;
  handSince: number | null;
  handAt: number;
  writing: boolean;
}

interface Told {
  meetingId: string;
  personId: string;
  /** Null when they left. */
  said: Said | null;
  round: number;
}

const TOPIC = 'presence';
const ROUND = 'presence-round';

/**
 * Who is in which meeting's room on the other replicas. Each tells what changes at once and all of it at every beat, so that
 * what was lost on the way is mended by the next beat; what it did not tell again is gone, and so is all of a replica not heard.
 */
@Injectable()
export class PresenceElsewhere {
  private readonly replicas = new Map<string, Map<string, Map<string, { said: Said; round: number }>>>();
  private round = 0;

  constructor(@Inject(Whisper) private readonly whisper: Whisper) {}

  /**
   * @param heard called with a meeting whose people elsewhere have changed, and who it was
   * @param own everybody here, for the beat
   */
  open(
    heard: (meetingId: string, said: Said | null) => void,
    own: () => Iterable<[meetingId: string, said: Said]>,
  ): void {
    this.whisper.hear(TOPIC, (what, replica) => {
      const { meetingId, personId, said, round } = what as Told;
      const meetings = this.replicas.get(replica) ?? new Map<string, Map<string, { said: Said; round: number }>>();
      this.replicas.set(replica, meetings);
      const people = meetings.get(meetingId) ?? new Map<string, { said: Said; round: number }>();
      meetings.set(meetingId, people);
      const before = JSON.stringify(people.get(personId)?.said ?? null);
      if (said) people.set(personId, { said, round });
      else people.delete(personId);
      if (people.size === 0) meetings.delete(meetingId);
      if (JSON.stringify(said) !== before) heard(meetingId, said);
    });
    this.whisper.hear(ROUND, (what, replica) => {
      const round = what as number;
      for (const [meetingId, people] of this.replicas.get(replica) ?? []) {
        const gone = [...people].filter(([, one]) => one.round < round);
        for (const [personId] of gone) people.delete(personId);
        if (gone.length > 0) heard(meetingId, null);
      }
    });
    this.whisper.onForgotten((replica) => {
      const meetings = [...(this.replicas.get(replica)?.keys() ?? [])];
      this.replicas.delete(replica);
      for (const meetingId of meetings) heard(meetingId, null);
    });
    this.whisper.onBeat(() => {
      this.round += 1;
      for (const [meetingId, said] of own()) this.tell(meetingId, said.person.id, said);
      this.whisper.tell(ROUND, '', this.round);
    });
  }

  /** @param said null when they left */
  tell(meetingId: string, personId: string, said: Said | null): void {
    this.whisper.tell(TOPIC, `${meetingId} ${personId}`, {
      meetingId,
      personId,
      said,
      round: this.round,
    } satisfies Told);
  }

  in(meetingId: string): Said[] {
    return [...this.replicas.values()].flatMap((meetings) =>
      [...(meetings.get(meetingId)?.values() ?? [])].map(({ said }) => said),
    );
  }
}
