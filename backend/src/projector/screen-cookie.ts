import { hashOfToken, type RequestContext } from '../access/request.ts';

/** A screen's own cookie: no session, and good for nothing but what is lent to it. */
export const SCREEN_COOKIE = '__Host-pejling-skaerm';

/** sha-256 of the asking screen's token; an empty buffer when it has none. */
export function screenHash(context: RequestContext): Buffer {
  const token = context.otherCookie(SCREEN_COOKIE);
  return token ? hashOfToken(token) : Buffer.alloc(0);
}
