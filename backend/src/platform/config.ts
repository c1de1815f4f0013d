import { accessSync, constants } from 'node:fs';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const readableFile = z.string().refine(isReadable);

/** Which proxies to believe about the caller's address: how many there are, or their addresses and networks. */
const proxies = z.string().regex(/^(\d{1,2}|[\w.:/, ]+)$/);

/** An address whose name and password can be read: `%` in them stands as `%25`, or their readers throw later. */
const address = (protocol: RegExp) => z.url({ protocol }).refine(isDecodable);
const postgres = address(/^postgres(ql)?$/);

const settingsSchema = z.object({
  DATABASE_URL: postgres,
  DATABASE_ADMIN_URL: postgres,
  DATABASE_DIRECT_URL: postgres.optional(),
  DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(10),
  REDIS_URL: address(/^rediss?$/).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  TLS_CERT: readableFile.optional(),
  TLS_KEY: readableFile.optional(),
  TRUST_PROXY: proxies.optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.canParse(url) && new URL(url).username === '')
    .optional(),
  SMTP_URL: address(/^smtps?$/).optional(),
  MAIL_FROM: z.email().optional(),
  CLAMAV_URL: z
    .url({ protocol: /^tcp$/ })
    .refine((url) => URL.canParse(url) && new URL(url).port !== '')
    .optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  MATERIAL_TEAM_MB: z.coerce.number().int().min(25).max(100_000).default(500),
  PEJLING_DEMONSTRATION: flag,
  GRAPHQL_DOCUMENTS: z.enum(['trusted', 'any']).default('trusted'),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** What each setting must be, for whoever starts the server. No value is repeated: some hold passwords. */
const EXPECTED: Record<keyof typeof settingsSchema.shape, string> = {
  DATABASE_URL: 'skal være en postgres://-adresse (% skrives %25)',
  DATABASE_ADMIN_URL: 'skal være en postgres://-adresse (% skrives %25)',
  DATABASE_DIRECT_URL: 'skal være en postgres://-adresse (% skrives %25)',
  DATABASE_POOL: 'skal være et helt tal fra 4 til 200',
  REDIS_URL: 'skal være en redis://- eller rediss://-adresse (% skrives %25)',
  HOST: 'skal være et værtsnavn eller en IP-adresse',
  PORT: 'skal være et portnummer fra 1 til 65535; 0 tager en ledig',
  TLS_CERT: 'skal være en fil (PEM), som kan læses',
  TLS_KEY: 'skal være en fil (PEM), som kan læses',
  TRUST_PROXY: 'skal være antallet af proxyer foran, eller deres adresser',
  PUBLIC_URL: 'skal være den http(s)-adresse, Pejling nås på udefra',
  SMTP_URL: 'skal være en smtp://- eller smtps://-adresse (% skrives %25)',
  MAIL_FROM: 'skal være en mailadresse, uden navn',
  CLAMAV_URL: 'skal være en tcp://-adresse med port, fx tcp://127.0.0.1:3310',
  S3_ENDPOINT: 'skal være en http(s)-adresse',
  S3_BUCKET: 'skal være navnet på en spand (bucket), 3 til 63 små bogstaver, tal, punktum og bindestreg',
  S3_REGION: 'skal være en region, fx eu-north-1',
  S3_ACCESS_KEY_ID: 'må ikke være tom',
  S3_SECRET_ACCESS_KEY: 'må ikke være tom',
  MATERIAL_TEAM_MB: 'skal være et helt tal megabyte fra 25 til 100000',
  PEJLING_DEMONSTRATION: 'skal være 1 eller 0',
  GRAPHQL_DOCUMENTS: 'skal være trusted eller any',
  SESSION_HOURS: 'skal være et helt tal fra 1 til 720',
  LOG_LEVEL: 'skal være fatal, error, warn, info, debug eller silent',
};

/** Settings that mean nothing without each other. */
const ALL_OR_NONE: readonly { names: readonly string[]; said: string }[] = [
  { names: ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'], said: 'SMTP_URL, MAIL_FROM og PUBLIC_URL' },
  {
    names: ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
    said: 'de fem S3-indstillinger',
  },
];

/** Without https beyond this machine a browser keeps no `__Host-` cookie and passwords travel in the clear. */
function faultsTogether(given: Readonly<Record<string, string | undefined>>): string[] {
  const { HOST = '127.0.0.1', TLS_CERT, TLS_KEY, TRUST_PROXY } = given;
  const faults: string[] = [];
  if (Boolean(TLS_CERT) !== Boolean(TLS_KEY))
    faults.push(`${TLS_CERT ? 'TLS_KEY' : 'TLS_CERT'}: mangler; de to hører sammen.`);
  if (!/^(localhost|::1|127\..*)$/.test(HOST) && !TLS_CERT && !TRUST_PROXY)
    faults.push(
      'HOST: kan nås fra andre maskiner og kræver https. Giv TLS_CERT og TLS_KEY, eller sæt en proxy med https foran og TRUST_PROXY; udelad HOST for kun at lytte på denne maskine.',
    );
  for (const { names, said } of ALL_OR_NONE) {
    const missing = names.filter((name) => !given[name]);
    if (missing.length < names.length)
      for (const name of missing) faults.push(`${name}: mangler; ${said} hører sammen.`);
  }
  return faults;
}

function isDecodable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

export type Settings = z.infer<typeof settingsSchema>;

/** The settings the server was started with, checked once. */
export const SETTINGS = Symbol('SETTINGS');

/** Names every fault at once, so that nobody has to start the server five times to find five of them. */
export class SettingsRefused extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`Pejling kan ikke starte:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads the settings from the environment.
 * @throws SettingsRefused with all faults, each naming its variable.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settingsSchema.safeParse(given);
  const faults = faultsTogether(given);
  if (result.success && faults.length === 0) return result.data;
  const alone = (result.error?.issues ?? []).map((issue) => {
    const name = issue.path[0] as keyof typeof EXPECTED;
    return `${name}: ${given[name] === undefined ? 'mangler; ' : ''}${EXPECTED[name]}.`;
  });
  // A value may break two rules of its own; it is told once.
  throw new SettingsRefused([...new Set([...alone, ...faults])]);
}
