import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import type { Settings } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { answerErrors } from './answer-errors.ts';
import { GuardedJobs } from './guarded-jobs.ts';
import { guardSchema } from './guarded-schema.ts';
import { JsonScalar } from './json.scalar.ts';
import { PageOwners } from './page-owners.ts';
import { WhoSeesWhatResolver } from './who-sees-what.resolver.ts';
import { trustedDocuments } from './trusted-documents.ts';
import { Uses } from './uses.port.ts';
import { hashOfToken, SESSION_COOKIE, type RequestContext } from './request.ts';

/** The GraphQL door: default deny, the session's cookie, each page its own person's, errors in one shape. */
@Module({})
export class AccessModule {
  static with(settings: Settings): DynamicModule {
    const uses = new Uses();
    return {
      module: AccessModule,
      global: true,
      imports: [
        DiscoveryModule,
        GraphQLModule.forRootAsync<MercuriusDriverConfig>({
          driver: MercuriusDriver,
          inject: [Database],
          useFactory: (database: Database) => {
            const pages = new PageOwners(database);
            return {
              path: '/graphql',
              autoSchemaFile: true,
              sortSchema: true,
              transformSchema: guardSchema,
              jit: 1,
              queryDepth: 12,
              graphiql: false,
              routes: true,
              allowBatchedQueries: false,
              context: (request: FastifyRequest, reply: FastifyReply) => requestContext(request, reply, uses),
              hooks: {
                preParsing: (_schema, _source, context) => pages.requireOwn(context as unknown as RequestContext),
              },
              errorFormatter: answerErrors,
              persistedQueryProvider: trustedDocuments(settings),
            };
          },
        }),
      ],
      providers: [JsonScalar, WhoSeesWhatResolver, GuardedJobs, { provide: Uses, useValue: uses }],
      exports: [Uses],
    };
  }
}

/**
 * @throws Refusal NOT_ALLOWED for whatever is no POST: a link or a mail's scanner does nothing. Mercurius itself keeps GET from writing, but
 *   not HEAD, which is answered as GET is
 */
function requestContext(request: FastifyRequest, reply: FastifyReply, uses: Uses): RequestContext {
  if (request.method !== 'POST') throw new Refusal('NOT_ALLOWED');
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
