import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const FRONTEND = fileURLToPath(new URL('../../../frontend/dist', import.meta.url));

/** Serves the built front end; every path that is no file is a page of the application. */
export async function serveFrontend(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(FRONTEND)) return;
  await app.register(
    fastifyStatic as never,
    {
      root: FRONTEND,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) => {
        // File names under assets/ carry a hash of their content.
        reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    } as never,
  );
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/assets/')) return reply.code(404).send();
    return (reply as FastifyReply & { sendFile(name: string): FastifyReply }).sendFile('index.html');
  });
}
