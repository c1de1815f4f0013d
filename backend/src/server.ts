import { readFileSync } from 'node:fs';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { guardRoutes } from './access/guarded-routes.ts';
import { ANYONE } from './access/policy.ts';
import { AppModule } from './app.module.ts';
import type { Settings } from './platform/config.ts';
import { serveFrontend } from './platform/frontend-files.ts';
import { securityHeaders } from './platform/security-headers.ts';

const LARGEST_BODY = 1_000_000;

/** As many hops as were said, or the addresses that were named. */
const proxiesIn = (said: string): string | ((address: string, hop: number) => boolean) =>
  /^\d+$/.test(said) ? (_address, hop) => hop < Number(said) : said;

/**
 * Builds the application on its settings, migrated database and all; the caller listens and closes.
 * @throws UnguardedSchema when a field, an operation or a route names no ability
 */
export async function createServer(settings: Settings): Promise<NestFastifyApplication> {
  const { TLS_CERT, TLS_KEY, TRUST_PROXY } = settings;
  const adapter = new FastifyAdapter({
    ...(TLS_CERT && TLS_KEY ? { https: { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) } } : {}),
    ...(TRUST_PROXY ? { trustProxy: proxiesIn(TRUST_PROXY) } : {}),
    bodyLimit: LARGEST_BODY,
    logger:
      settings.LOG_LEVEL === 'silent'
        ? false
        : { level: settings.LOG_LEVEL, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  });
  guardRoutes(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: ['fatal'],
    abortOnError: false,
  });
  await app.register(fastifyCookie as never);
  securityHeaders(app, { https: Boolean(TLS_CERT ?? TRUST_PROXY) });
  await serveFrontend(app, { ability: ANYONE });
  return app;
}
