import pg from 'pg';
import { rollForward, seedDemonstration } from './demonstration/seed.ts';

/** Seeds the demonstration municipality the first time, and rolls it forward to this week at every start. */
export async function prepareDemonstration(adminUrl: string, now: Date, progress: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'pejling-demonstration' });
  await client.connect();
  try {
    await seedDemonstration(client, now, { progress });
    await rollForward(client, now);
  } finally {
    await client.end();
  }
}
