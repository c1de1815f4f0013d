import type { IncomingHttpHeaders } from 'node:http';
import { hashOfToken, SESSION_COOKIE } from '../access/request.ts';
import type { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import type { UnitOfWork } from '../platform/unit-of-work.ts';
import type { PresentPerson } from '#live-protocol/events.ts';

/** What a socket carries from its handshake. */
export interface SocketData {
  sessionId: string;
  municipalityId: string;
  person: PresentPerson;
}

/**
 * Who opens this socket. A page of another origin is refused: browsers send cookies with a foreign page's websocket.
 * @throws Refusal SIGNED_OUT
 */
export async function signedInFrom(
  headers: IncomingHttpHeaders,
  database: Database,
  unitOfWork: UnitOfWork,
): Promise<SocketData> {
  if (headers.origin !== undefined && hostOf(headers.origin) !== headers.host) throw new Refusal('SIGNED_OUT');
  const token = cookieNamed(SESSION_COOKIE, headers.cookie ?? '');
  const [session] = token
    ? await database.statement<{ session_id: string; municipality_id: string; person_id: string }>(
        'door_session',
        'select * from door_session($1)',
        [hashOfToken(token)],
      )
    : [];
  if (!session) throw new Refusal('SIGNED_OUT');
  const [person] = await unitOfWork.read(
    { municipalityId: session.municipality_id, personId: session.person_id },
    (query) =>
      query<{ id: string; displayName: string; initials: string }>(
        'select id, display_name as "displayName", initials from person where id = $1',
        [session.person_id],
      ),
  );
  if (!person) throw new Refusal('SIGNED_OUT');
  return { sessionId: session.session_id, municipalityId: session.municipality_id, person };
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
