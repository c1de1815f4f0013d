import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createTestDatabase } from '../../libs/workspace/postgres.mjs';
import { builtServer } from './built-server.ts';

export interface OwnServer {
  url: string;
  /** Straight at its database, past every rule: for what a journey cannot do as a person. */
  superUrl: string;
  /** Another server on its database, from another build. */
  beside: (main: string) => Promise<{ url: string; end: () => Promise<void> }>;
  stop: () => Promise<void>;
}

/** The built server with a demonstration of its own, for a journey whose meeting the other journeys should not notice. */
export async function ownServer(): Promise<OwnServer> {
  const name = `journey_${randomUUID().slice(0, 8)}`;
  const database = await createTestDatabase(inject('postgres'), name, inject('demonstration'));
  const server = await builtServer(database, 'silent');
  return {
    url: server.url,
    superUrl: database.superUrl,
    beside: (main) => builtServer(database, 'silent', main),
    stop: async () => {
      await server.end();
      await database.drop();
    },
  };
}
