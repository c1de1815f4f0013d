import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { AppModule } from './app.module.ts';
import type { Settings } from './platform/config.ts';
import { serveFrontend } from './platform/frontend-files.ts';
import { securityHeaders } from './platform/security-headers.ts';

const LARGEST_BODY = 1_000_000;

/**
 * Builds the application on its settings, migrated database and all; the caller listens and closes.
 * @throws UnguardedSchema when a field or an operation names no ability
 */
export async function createServer(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    logger:
      settings.LOG_LEVEL === 'silent'
        ? false
        : { level: settings.LOG_LEVEL, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: ['fatal'],
    abortOnError: false,
  });
  await app.register(fastifyCookie as never);
  securityHeaders(app);
  await serveFrontend(app);
  return app;
}
