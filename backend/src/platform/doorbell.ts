import { Inject, Injectable } from '@nestjs/common';
import type { ScopeKind } from './change-log.ts';
import { Whisper } from './whisper.ts';

/** What has a room: the change log's scopes, and a note, whose updates are numbered on their own. */
export type RingKind = ScopeKind | 'NOTE';

/** A scope that has changed, and how far. Between processes it carries no content: whoever hears it there reads from Postgres. */
export interface Ring {
  municipalityId: string;
  kind: RingKind;
  id: string;
  version: number;
  /** What was just committed in this process, oldest first, so that it need not be read again; empty for what another tells. */
  brought: readonly Rung[];
  /** The socket that brought it, which needs it no more. */
  by?: string | undefined;
}

/** A change, or what else is numbered, with the scope that it is numbered in. */
export interface Rung {
  scopeKind: RingKind;
  scopeId: string;
  version: number;
}

/** Rings a person's scope without a change: something about their access ended, so whoever serves them looks again. */
export const lookAgain = (personId: string): Rung => ({
  scopeKind: 'PERSON',
  scopeId: personId,
  version: 0,
});

type Listener = (ring: Ring) => void;

const TOPIC = 'ring';

/** Rings after commit: in this process at once, in others by whisper. A lost ring loses nothing: replicas also look by themselves. */
@Injectable()
export class Doorbell {
  private readonly listeners = new Set<Listener>();

  constructor(@Inject(Whisper) private readonly whisper: Whisper) {
    whisper.hear(TOPIC, (told) => {
      const [municipalityId, kind, id, version] = told as [string, RingKind, string, number];
      this.tell({ municipalityId, kind, id, version, brought: [] });
    });
  }

  /** @returns a function that takes the listener away again */
  hear(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * @param rung as committed: within each scope without a gap, oldest first
   * @param by the socket that brought it
   */
  ring(municipalityId: string, rung: readonly Rung[], by?: string): void {
    const byScope = new Map<string, Rung[]>();
    for (const one of rung) {
      const key = `${one.scopeKind}:${one.scopeId}`;
      byScope.set(key, [...(byScope.get(key) ?? []), one]);
    }
    for (const [key, ofScope] of byScope) {
      const { scopeKind: kind, scopeId: id, version } = ofScope.at(-1)!;
      this.tell({ municipalityId, kind, id, version, brought: version === 0 ? [] : ofScope, by });
      // A version 0 asks for a look whatever the version is, so it must not take a later one's place, nor give its own up.
      this.whisper.tell(TOPIC, version === 0 ? `${key} look` : key, [municipalityId, kind, id, version], version);
    }
  }

  private tell(ring: Ring): void {
    for (const listener of this.listeners) listener(ring);
  }
}
