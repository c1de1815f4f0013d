import type { FastifyInstance } from 'fastify';
import { UnguardedSchema } from './guarded-schema.ts';
import { abilityNamed, ANYONE, SIGNED_IN_ABILITY } from './policy.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** By which the route is open; the server does not start with a route that names none. */
    ability?: string;
  }
}

interface Route {
  method: string | string[];
  url: string;
  config?: { ability?: string } | undefined;
}

/**
 * Sees every route as it is made, and stops the start when one names no ability. Called before any is made.
 * @throws UnguardedSchema, as the server becomes ready, naming each of them
 */
export function guardRoutes(fastify: FastifyInstance): void {
  const routes: Route[] = [];
  fastify.addHook('onRoute', (route) => void routes.push(route));
  fastify.addHook('onReady', async () => {
    const faults = faultsOf(routes);
    if (faults.length > 0) throw new UnguardedSchema(faults);
  });
}

/** @returns each route that names no ability, or one that no policy declares */
export const faultsOf = (routes: readonly Route[]): string[] =>
  routes.flatMap(({ method, url, config }) => {
    const ability = config?.ability;
    const isKnown =
      ability === ANYONE ||
      ability === SIGNED_IN_ABILITY ||
      (ability !== undefined && abilityNamed(ability) !== undefined);
    if (isKnown) return [];
    return [`route ${[method].flat().join(' ')} ${url}${ability === undefined ? '' : ` (${ability} is in no policy)`}`];
  });
