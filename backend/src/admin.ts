import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { installSystemTemplates } from './meetings/system-templates.ts';
import { createMunicipality } from './organisation/create-municipality.ts';
import { withAdmin } from './platform/admin-connection.ts';
import { readSettings } from './platform/config.ts';
import { checkDatabase } from './platform/database-checks.ts';
import { migrate } from './platform/migrate.ts';
import { sealStillThere, told, verifyAudit } from './privacy/verify-audit.ts';

const USAGE = `Brug: npm run admin -- create-municipality --name "Fjordby Kommune" --administrator "Asta Riis"
      npm run admin -- verify-audit [--seal <et segl fra et tidligere eftersyn>]`;

interface Asked {
  name?: string | undefined;
  administrator?: string | undefined;
  seal?: string | undefined;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, administrator: { type: 'string' }, seal: { type: 'string' } },
  });
  const command = new Map([
    ['create-municipality', newMunicipality],
    ['verify-audit', checkAudit],
  ]).get(positionals[0] ?? '');
  if (!command) throw new Error(USAGE);
  await command(values);
}

async function newMunicipality(values: Asked): Promise<void> {
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
  say(
    `${values.name} er oprettet.\nGiv ${values.administrator} dette link; det virker én gang og i syv dage:\n  /invitation/${invitation}`,
  );
}

/** Reads only, and migrates nothing: what is to be checked is not touched first. */
async function checkAudit({ seal }: Asked): Promise<void> {
  if (seal !== undefined && !/^[0-9a-f]{64}$/.test(seal)) throw new Error(`--seal er ikke et segl.\n${USAGE}`);
  const settings = readSettings(process.env);
  await withAdmin(settings.DATABASE_ADMIN_URL, async (client) => {
    const verified = await verifyAudit(client);
    for (const line of verified.flatMap(told)) say(line);
    const kept = seal === undefined || (await sealStillThere(client, seal));
    if (!kept) say(`Seglet ${seal} findes ikke længere: der er fjernet segl.`);
    if (!kept || verified.some(({ findings }) => findings.length > 0)) process.exitCode = 1;
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
