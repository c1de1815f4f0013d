import type { TestProject } from 'vitest/node';
import { createTestDatabase, testPostgres, type DatabaseUrls } from '../../libs/workspace/postgres.mjs';
import { builtServer } from './built-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    url: string;
    postgres: DatabaseUrls;
    /** The database that holds the demonstration as it was built: journeys clone it. */
    demonstration: string;
  }
}

/** The built server as `npm start` runs it, on a copy of a demonstration that is built once for all journeys. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await testPostgres();
  const postgres = { superUrl: server.superUrl, adminUrl: server.adminUrl, appUrl: server.appUrl };
  const demonstration = `demonstration_${process.pid}`;
  const made = await createTestDatabase(postgres, demonstration);
  const builder = await builtServer(made, 'warn');
  await builder.end();
  const database = await createTestDatabase(postgres, `journeys_${process.pid}`, demonstration);
  const shared = await builtServer(database, 'warn');
  project.provide('url', shared.url);
  project.provide('postgres', postgres);
  project.provide('demonstration', demonstration);
  return async () => {
    await shared.end();
    await database.drop();
    await made.drop();
    await server.stop();
  };
}
