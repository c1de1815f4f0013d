import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { answerErrors } from './answer-errors.ts';
import { FileDoors } from './file-doors.ts';
import { GuardedJobs } from './guarded-jobs.ts';
import { guardSchema } from './guarded-schema.ts';
import { JsonScalar } from './json.scalar.ts';
import { PageOwners } from './page-owners.ts';
import { ANYONE } from './policy.ts';
import { WhoSeesWhatResolver } from './who-sees-what.resolver.ts';
import { trustedDocuments } from './trusted-documents.ts';
import { UploadDoors } from './upload-doors.ts';
import { Uses } from './uses.port.ts';
import type { RequestContext } from './request.ts';
import { requestContext } from './request-context.ts';

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
              // The door is open; each field of it asks (guarded-schema.ts).
              additionalRouteOptions: { config: { ability: ANYONE } },
              allowBatchedQueries: false,
              context: (request: FastifyRequest, reply: FastifyReply) => {
                requirePost(request);
                return requestContext(request, reply, uses);
              },
              hooks: {
                preParsing: (_schema, _source, context) => pages.requireOwn(context as unknown as RequestContext),
              },
              errorFormatter: answerErrors,
              persistedQueryProvider: trustedDocuments(settings),
            };
          },
        }),
      ],
      providers: [
        JsonScalar,
        WhoSeesWhatResolver,
        GuardedJobs,
        FileDoors,
        UploadDoors,
        { provide: Uses, useValue: uses },
      ],
      exports: [Uses],
    };
  }
}

/** The operations come by POST alone: a link or a mail's scanner does nothing. Mercurius itself keeps GET from writing, but not HEAD, which is answered as GET is. */
function requirePost({ method }: FastifyRequest): void {
  if (method !== 'POST') throw new Refusal('NOT_ALLOWED');
}
