import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { installSystemTemplates } from './meetings/system-templates.ts';
import { createMunicipality } from './organisation/create-municipality.ts';
import { withAdmin } from './platform/admin-connection.ts';
import { readSettings } from './platform/config.ts';
import { checkDatabase } from './platform/database-checks.ts';
import { migrate } from './platform/migrate.ts';

const USAGE = `Brug: npm run admin -- create-municipality --name "Fjordby Kommune" --administrator "Asta Riis"`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, administrator: { type: 'string' } },
  });
  if (positionals[0] !== 'create-municipality') throw new Error(USAGE);
  const faults = (['name', 'administrator'] as const).filter(
    (field) => problemIn(values[field] ?? '', { max: TEXT_LIMITS.name, required: true }) !== null,
  );
  if (faults.length > 0)
    throw new Error(`${faults.map((fault) => `--${fault} mangler eller er for langt.`).join('\n')}\n${USAGE}`);
  const settings = readSettings(process.env);
  await checkDatabase(settings);
  await migrate(settings.DATABASE_ADMIN_URL, {
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    source: fileURLToPath(new URL('.', import.meta.url)),
  });
  const { invitation } = await withAdmin(settings.DATABASE_ADMIN_URL, async (client) => {
    await installSystemTemplates(client);
    return createMunicipality(client, { name: values.name!, administrator: values.administrator! }, new Date());
  });
  process.stdout.write(
    `${values.name} er oprettet.\nGiv ${values.administrator} dette link; det virker én gang og i syv dage:\n  /invitation/${invitation}\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
