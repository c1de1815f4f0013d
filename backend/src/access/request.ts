import { createHash } from 'node:crypto';
import type { Uses } from './uses.port.ts';
import { Refusal } from '../platform/errors.ts';
import type { Database } from '../platform/database.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { isUuid } from '#domain/ids.ts';
import { notFound } from '../platform/errors.ts';

/** `__Host-`: only this host, only this path, only with Secure; a neighbour cannot set it. */
export const SESSION_COOKIE = '__Host-pejling';

/** What every resolver is handed. */
export interface RequestContext {
  /** sha-256 of the session's token; an empty buffer when there is no cookie. */
  sessionHash: Buffer;
  /** Whose page it says it comes from; undefined from a page that is nobody's yet. */
  page: string | undefined;
  /** The address the request came from, for counting sign-in attempts. */
  from: string;
  /** Where what was read is told. */
  uses: Uses;
  setCookie(token: string, seconds: number): void;
  /** The cookie that came, for as long again. */
  renewCookie(seconds: number): void;
  clearCookie(): void;
  /** A later room's own cookie, which is no session's: what it holds; empty when there is none. */
  otherCookie(name: `__Host-${string}`): string;
  setOtherCookie(name: `__Host-${string}`, value: string, seconds: number): void;
  actor?: Promise<SignedIn>;
}

export interface SignedIn extends Actor {
  sessionId: string;
}

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Who is asking, looked up once per request and only by those that need it before their statement.
 * @throws Refusal SIGNED_OUT
 */
export function signedIn(context: RequestContext, database: Database): Promise<SignedIn> {
  context.actor ??= lookUp(context.sessionHash, database);
  return context.actor;
}

async function lookUp(hash: Buffer, database: Database): Promise<SignedIn> {
  const session = hash.length === 0 ? undefined : await sessionWith(hash, database);
  if (!session) throw new Refusal('SIGNED_OUT');
  return session;
}

/** Whose session it is; undefined when it is over, or none. */
export async function sessionWith(hash: Buffer, database: Database): Promise<SignedIn | undefined> {
  const [row] = await database.statement<{ session_id: string; municipality_id: string; person_id: string }>(
    'door_session',
    'select * from door_session($1)',
    [hash],
  );
  return row && { sessionId: row.session_id, municipalityId: row.municipality_id, personId: row.person_id };
}

/** Ids are checked before SQL: a malformed one leaks Postgres's message. A malformed id is a missing thing. */
export function checkedId(id: string): string {
  if (!isUuid(id)) throw notFound();
  return id;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/;

/** A cursor is a time and an id, as a page ended with them; anything else is no page of ours. */
export function checkedCursor(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const [at = '', id = '', ...more] = cursor.split('_');
  if (!INSTANT.test(at) || Number.isNaN(Date.parse(at)) || !isUuid(id) || more.length > 0) throw notFound();
  return cursor;
}

/**
 * Runs a screen's function, which finds the session itself, and reads its one JSON answer.
 * @throws Refusal SIGNED_OUT or NOT_FOUND, as the function says
 */
export async function screen<T>(
  database: Database,
  context: RequestContext,
  name: string,
  args: unknown[] = [],
): Promise<T> {
  const places = args.map((_, index) => `, $${index + 2}`).join('');
  const [row] = await database.statement<{ answer: T | { refused: 'SIGNED_OUT' } | null }>(
    name,
    `select ${name}($1${places}) as answer`,
    [context.sessionHash, ...args],
  );
  const answer = row?.answer ?? null;
  if (answer === null) throw notFound();
  if (typeof answer === 'object' && 'refused' in answer) throw new Refusal('SIGNED_OUT');
  return answer as T;
}
