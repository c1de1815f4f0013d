import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { readSettings, SettingsRefused } from './platform/config.ts';
import { signInLines } from './demonstration/sign-in-lines.ts';
import { checkDatabase, DatabaseRefused } from './platform/database-checks.ts';
import { withAdmin } from './platform/admin-connection.ts';
import { migrate } from './platform/migrate.ts';
import { installSystemTemplates } from './meetings/system-templates.ts';
import { prepareDemonstration } from './prepare-demonstration.ts';
import { createServer } from './server.ts';

const schemaFiles = {
  migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
  source: fileURLToPath(new URL('.', import.meta.url)),
};

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await checkDatabase(settings);
  const applied = await migrate(settings.DATABASE_ADMIN_URL, schemaFiles);
  if (applied.length > 0) say(`Databasen er ført frem: ${applied.length} filer.`);
  await withAdmin(settings.DATABASE_ADMIN_URL, installSystemTemplates);
  if (settings.PEJLING_DEMONSTRATION) await prepareDemonstration(settings.DATABASE_ADMIN_URL, new Date(), say);
  const app = await createServer(settings);
  app.enableShutdownHooks();
  await app.listen(settings.PORT, settings.HOST);
  if (settings.PEJLING_DEMONSTRATION) for (const line of signInLines()) say(`PEJLING SIGN-IN ${line}`);
  say(`PEJLING READY ${await app.getUrl()}`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof SettingsRefused || error instanceof DatabaseRefused ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
