import type { IncomingHttpHeaders } from 'node:http';
import { hashOfToken, SESSION_COOKIE, sessionWith } from '../access/request.ts';
import type { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import type { UnitOfWork } from '../platform/unit-of-work.ts';
import type { PresentPerson } from '#live-protocol/events.ts';

/** The way in of those who are signed in. */
export const FRONT_DOOR = 'session';

/** What a socket carries from its handshake. */
export interface SocketData {
  /** Which way in it came by: only that way's doors are open to it. */
  entrance: string;
  /** The session's id; by a side entrance, of what stands in its place. */
  sessionId: string;
  municipalityId: string;
  person: PresentPerson;
  /** By a side entrance, the only room that it leads to. */
  roomId?: string;
}

/** In place of a person, where what comes in is nobody's account. */
export const NOBODYS: PresentPerson = { id: '00000000-0000-0000-0000-000000000000', displayName: '', initials: '' };

/** Another way in than a session's, for what is nobody's account; a later room's provider, found when the server starts. */
export abstract class SideEntrance {
  /** As the client names it in its handshake, and as its doors name it. */
  abstract readonly name: string;

  /** @throws Refusal SIGNED_OUT */
  abstract admit(cookie: (name: string) => string | undefined): Promise<Omit<SocketData, 'entrance'>>;
}

/**
 * Lets a socket in by the entrance that its handshake names, or by its session.
 * @throws Refusal SIGNED_OUT, also for a page of another origin: browsers send cookies with a foreign page's websocket;
 *   ANOTHER_PERSON for a page that says it is somebody else's: what stands unsent in it is not this person's to send
 */
export async function admitted(
  handshake: { headers: IncomingHttpHeaders; auth: Record<string, unknown> },
  sides: readonly SideEntrance[],
  database: Database,
  unitOfWork: UnitOfWork,
): Promise<SocketData> {
  const { headers, auth } = handshake;
  if (headers.origin !== undefined && hostOf(headers.origin) !== headers.host) throw new Refusal('SIGNED_OUT');
  const name = auth['entrance'];
  if (name === undefined) return signedInFrom(headers, auth['person'], database, unitOfWork);
  const side = sides.find((one) => one.name === name);
  if (!side) throw new Refusal('SIGNED_OUT');
  const data = await side.admit((cookie) => cookieNamed(cookie, headers.cookie ?? ''));
  return { ...data, entrance: side.name };
}

async function signedInFrom(
  headers: IncomingHttpHeaders,
  page: unknown,
  database: Database,
  unitOfWork: UnitOfWork,
): Promise<SocketData> {
  const token = cookieNamed(SESSION_COOKIE, headers.cookie ?? '');
  const session = token ? await sessionWith(hashOfToken(token), database) : undefined;
  if (!session) throw new Refusal('SIGNED_OUT');
  const { sessionId, municipalityId, personId } = session;
  if (page !== undefined && page !== personId) throw new Refusal('ANOTHER_PERSON');
  const [person] = await unitOfWork.read({ municipalityId, personId }, (query) =>
    query<PresentPerson & Record<string, unknown>>(
      'select id, display_name as "displayName", initials from person where id = $1',
      [personId],
    ),
  );
  if (!person) throw new Refusal('SIGNED_OUT');
  return { entrance: FRONT_DOOR, sessionId, municipalityId, person };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function cookieNamed(name: string, header: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
