import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const FRONTEND = fileURLToPath(new URL('../../../frontend/dist', import.meta.url));

/**
 * Serves the built front end; every path that is no file is a page of the application.
 * @param config by which its routes are open
 */
export async function serveFrontend(app: NestFastifyApplication, config: { ability: string }): Promise<void> {
  if (!existsSync(FRONTEND)) return;
  // Within a part of its own: the mark is put on its routes and on no others.
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (part: FastifyInstance) => {
      part.addHook('onRoute', (route) => {
        route.config = { ...route.config, ...config };
      });
      await part.register(fastifyStatic, {
        root: FRONTEND,
        wildcard: false,
        index: false,
        preCompressed: true,
        cacheControl: false,
        setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) => {
          // File names under assets/ carry a hash of their content.
          reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      } as never);
      part.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
        if (request.url.startsWith('/assets/')) return reply.code(404).send();
        return (reply as FastifyReply & { sendFile(name: string): FastifyReply }).sendFile('index.html');
      });
    });
}
