import type { Settings } from './config.ts';
import type { Database } from './database.ts';
import type { FaultLog } from './fault-log.ts';
import { PostgresWire } from './postgres-wire.ts';

/** The wire that was chosen, for whoever injects it. */
export const WIRE = Symbol('WIRE');

/** What carries texts between replicas. One that is lost is lost: nobody may need it to have arrived. */
export interface Wire {
  /**
   * Listens for as long as it takes to be heard, and again after every break.
   * @param opened called each time it listens, from the first
   */
  open(hear: (text: string) => void, opened: () => void): Promise<void>;
  send(text: string): Promise<void>;
  close(): Promise<void>;
}

/** The wire that the settings ask for. Redis' client costs a quarter of a second to load, and is loaded only where it is used. */
export async function wireOf(settings: Settings, database: Database, log: FaultLog): Promise<Wire> {
  if (!settings.REDIS_URL) return new PostgresWire(database, settings);
  const { RedisWire } = await import('./redis-wire.ts');
  return new RedisWire(settings.REDIS_URL, `pejling${new URL(settings.DATABASE_URL).pathname}`, log);
}
