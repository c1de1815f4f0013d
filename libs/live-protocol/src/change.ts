/** The streams a client can follow. Each has a dense version of its own. */
export type FollowedKind = 'MEETING' | 'TEAM' | 'PERSON' | 'SCHOOL' | 'MUNICIPALITY';

/** A list on another thing that the changed thing enters or leaves. */
export interface ListPlace {
  entity: string;
  id: string;
  field: string;
}

/** What changed, in the words of the GraphQL schema; a related thing is `{ __typename, id, ... }`. */
export interface ChangeFields {
  set?: Record<string, unknown>;
  into?: ListPlace[];
  outOf?: ListPlace[];
  /** What changed is narrower than its room: fetch the screen again. */
  hint?: true;
}

/** One change, the same whether pushed, fetched or returned by the mutation that made it. */
export interface LiveChange {
  scopeKind: string;
  scopeId: string;
  version: number;
  entity: string;
  entityId: string;
  verb: string;
  fields: ChangeFields;
}
