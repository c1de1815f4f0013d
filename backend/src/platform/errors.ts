import { GraphQLError } from 'graphql';

/** What a person can be told. The client has the words for each code; `details` never holds personal text. */
export type RefusalCode =
  | 'SIGNED_OUT'
  /** The page was loaded for somebody else than who is signed in now. */
  | 'ANOTHER_PERSON'
  | 'SIGN_IN_REFUSED'
  | 'TOO_MANY_ATTEMPTS'
  | 'CODE_REFUSED'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'STEP_NOT_POSSIBLE'
  | 'CHANGED_MEANWHILE'
  | 'INPUT_REFUSED'
  | 'DATABASE_AWAY'
  /** So many wait that one more would wait too long: try again in a moment. */
  | 'BUSY'
  | 'DOCUMENT_FAILED'
  | 'DOCUMENT_UNKNOWN'
  /** `problem` says what is wrong with the file (libs/domain/material.ts, or a text problem of its name). */
  | 'FILE_REFUSED'
  /** The meeting, or its team, holds as much as it may: `most`. */
  | 'MATERIAL_FULL'
  | 'TEAM_FULL'
  /** What looks for viruses, or the place where files are kept, does not answer: nothing was stored. */
  | 'SCAN_AWAY'
  | 'STORE_AWAY'
  /** More at once, or faster, than one person's work comes to. */
  | 'TOO_OFTEN';

/** A refusal that is part of normal work: the person did nothing wrong that the log should know of. */
export class Refusal extends GraphQLError {
  constructor(code: RefusalCode, details: Record<string, unknown> = {}) {
    super(code, { extensions: { code, ...details } });
  }
}

/** Foreign and missing things are answered alike. */
export const notFound = (): Refusal => new Refusal('NOT_FOUND');

/** Says which steps are possible now. */
export const stepNotPossible = (state: string, possible: readonly string[]): Refusal =>
  new Refusal('STEP_NOT_POSSIBLE', { state, possible: [...possible] });

/** The second of two sees the first's change; `current` lets the screen show it. */
export const changedMeanwhile = (current: Record<string, unknown>): Refusal =>
  new Refusal('CHANGED_MEANWHILE', { current });

const CONNECTION_LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  '53300',
]);

/** True when the fault is that Postgres is away, so that the screen can keep the text and try again by itself. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, driverError } = error as { code?: unknown; message?: unknown; driverError?: unknown };
  if (typeof code === 'string' && CONNECTION_LOST.has(code)) return true;
  if (driverError !== undefined && driverError !== error && isDatabaseAway(driverError)) return true;
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(message)
  );
}
