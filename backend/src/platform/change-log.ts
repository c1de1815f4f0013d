import { randomUUID } from 'node:crypto';

export type ScopeKind = 'MEETING' | 'TEAM' | 'PERSON' | 'SCHOOL' | 'MUNICIPALITY';

/** A stream of changes with a dense version of its own. */
export interface Scope {
  kind: ScopeKind;
  id: string;
}

export const meetingScope = (id: string): Scope => ({ kind: 'MEETING', id });
export const teamScope = (id: string): Scope => ({ kind: 'TEAM', id });
export const personScope = (id: string): Scope => ({ kind: 'PERSON', id });

/** A list on another thing that the changed thing enters or leaves. */
export interface ListPlace {
  entity: string;
  id: string;
  field: string;
}

/**
 * What changed, in the words of the GraphQL schema, so that a client can write it straight to its cache.
 * `set` holds only fields that everybody in every given scope may see; anything narrower is left out and
 * fetched. A related thing is `{ __typename, id, ... }`.
 */
export interface ChangeFields {
  set?: Record<string, unknown>;
  into?: ListPlace[];
  outOf?: ListPlace[];
  /** The reader should fetch its screen again: what changed is narrower than its room. */
  hint?: true;
  /** Of a hint: the row that holds the words, by its id alone, for the history of those who may read them. */
  about?: string;
}

export interface Change {
  /** The first is the home scope, where the history is; the others hold a pointer to it. */
  scopes: [Scope, ...Scope[]];
  entity: string;
  entityId: string;
  /** Past tense, as in the history: 'created', 'renamed', 'started'. */
  verb: string;
  fields: ChangeFields;
}

/** A change as it travels: the same whether it was pushed, fetched or returned by the mutation that made it. */
export interface RecordedChange {
  scopeKind: ScopeKind;
  scopeId: string;
  version: number;
  entity: string;
  entityId: string;
  verb: string;
  fields: ChangeFields;
}

/** Collects a unit of work's changes until it is written, so that scope counters are raised last. */
export class ChangeLog {
  private readonly changes: Change[] = [];

  /** Appends a change to the history of its scopes. */
  record(change: Change): void {
    this.changes.push(change);
  }

  get isEmpty(): boolean {
    return this.changes.length === 0;
  }

  /** The changes as they are told, each once for each of its scopes. @param versions as `write_changes` answers them */
  numbered(versions: readonly number[]): RecordedChange[] {
    const told = this.changes.flatMap(({ scopes, entity, entityId, verb, fields }) =>
      scopes.map(({ kind, id }) => ({ scopeKind: kind, scopeId: id, entity, entityId, verb, fields })),
    );
    return told.map((change, n) => ({ ...change, version: versions[n]! }));
  }

  /** The argument of `write_changes`. */
  toJson(): string {
    return JSON.stringify(this.changes.map((change) => ({ id: randomUUID(), ...change })));
  }
}
