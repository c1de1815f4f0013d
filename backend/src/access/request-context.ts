import type { FastifyReply, FastifyRequest } from 'fastify';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { hashOfToken, SESSION_COOKIE, type RequestContext } from './request.ts';
import type { Uses } from './uses.port.ts';

/** Who asks, by what came with the request: the same for a GraphQL operation and a file. */
export function requestContext(request: FastifyRequest, reply: FastifyReply, uses: Uses): RequestContext {
  const token = request.cookies[SESSION_COOKIE] ?? '';
  const setCookie = (value: string, seconds: number) =>
    void reply.setCookie(SESSION_COOKIE, value, {
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      maxAge: seconds,
    });
  return {
    sessionHash: token ? hashOfToken(token) : Buffer.alloc(0),
    page: request.headers[PERSON_HEADER]?.toString(),
    from: request.ip,
    uses,
    setCookie,
    renewCookie: (seconds) => setCookie(token, seconds),
    otherCookie: (name) => request.cookies[name] ?? '',
    setOtherCookie: (name, value, seconds) =>
      void reply.setCookie(name, value, {
        path: '/',
        httpOnly: true,
        secure: true,
        sameSite: 'strict',
        maxAge: seconds,
      }),
    clearCookie: () =>
      void reply.clearCookie(SESSION_COOKIE, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' }),
  };
}
