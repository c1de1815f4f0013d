import pg from 'pg';

/** Lends a connection as the owner, for what happens before the server serves: templates, the demonstration, `npm run admin`. */
export async function withAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'pejling-admin' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
