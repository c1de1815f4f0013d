import { rollForward, seedDemonstration } from './demonstration/seed.ts';
import { withAdmin } from './platform/admin-connection.ts';

/** Seeds the demonstration municipality the first time, and rolls it forward to this week at every start. */
export function prepareDemonstration(adminUrl: string, now: Date, progress: (line: string) => void): Promise<void> {
  return withAdmin(adminUrl, async (client) => {
    await seedDemonstration(client, now, { progress });
    await rollForward(client, now);
  });
}
