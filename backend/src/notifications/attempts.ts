import { hashOfToken } from '../access/request.ts';
import type { Database } from '../platform/database.ts';

/**
 * Counts one more under a name and tells whether that is too many. The name is stored as a hash.
 * @param most how many there may be in the window
 */
export async function isTooMany(database: Database, name: string, window: string, most: number): Promise<boolean> {
  const { rows } = await database.pool.query<{ attempts: number }>(
    'select door_sign_in_attempt($1, $2::interval) as attempts',
    [`notices:${hashOfToken(name).toString('hex')}`, window],
  );
  return (rows[0]?.attempts ?? 0) > most;
}
