import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createTestDatabase, testPostgres, type DatabaseUrls } from '../../libs/workspace/postgres.mjs';
import { migrate } from '../src/platform/migrate.ts';
import { installSystemTemplates } from '../src/meetings/system-templates.ts';
import { seedSmallWorld } from './small-world.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: DatabaseUrls;
    template: string;
  }
}

const TEMPLATE = 'pejling_small_world';

/** One Postgres for the run, and one migrated, seeded template that every test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await testPostgres();
  const postgres = { superUrl: server.superUrl, adminUrl: server.adminUrl, appUrl: server.appUrl };
  const template = await createTestDatabase(postgres, TEMPLATE);
  await migrate(template.adminUrl, {
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    source: fileURLToPath(new URL('../src', import.meta.url)),
  });
  const client = new pg.Client({ connectionString: template.adminUrl });
  await client.connect();
  await installSystemTemplates(client);
  await seedSmallWorld(client);
  await client.end();
  project.provide('postgres', postgres);
  project.provide('template', TEMPLATE);
  return () => server.stop();
}
