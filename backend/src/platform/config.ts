import { accessSync, constants } from 'node:fs';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const readableFile = z.string().refine(isReadable, 'cannot be read as a file');

/** Which proxies to believe about the caller's address: how many there are, or their addresses and networks. */
const proxies = z.string().regex(/^(\d{1,2}|[\w.:/, ]+)$/, 'is the number of proxies in front, or their addresses');

const settingsSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_ADMIN_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  TLS_CERT: readableFile.optional(),
  TLS_KEY: readableFile.optional(),
  TRUST_PROXY: proxies.optional(),
  PEJLING_DEMONSTRATION: flag,
  GRAPHQL_DOCUMENTS: z.enum(['trusted', 'any']).default('trusted'),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Without https beyond this machine a browser keeps no `__Host-` cookie and passwords travel in the clear. */
const settingsThatFit = settingsSchema.check(({ value, issues }) => {
  const fault = (name: string, message: string) => issues.push({ code: 'custom', path: [name], message, input: value });
  if (Boolean(value.TLS_CERT) !== Boolean(value.TLS_KEY))
    fault(value.TLS_CERT ? 'TLS_KEY' : 'TLS_CERT', 'is missing: the two belong together');
  if (!/^(localhost|::1|127\..*)$/.test(value.HOST) && !value.TLS_CERT && !value.TRUST_PROXY)
    fault('HOST', 'beyond this machine needs https: give TLS_CERT and TLS_KEY, or a proxy in front and TRUST_PROXY');
});

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
  constructor(readonly faults: string[]) {
    super(`Pejling cannot start, because of its settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads the settings from the environment.
 * @throws SettingsRefused with all faults, each naming its variable.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settingsThatFit.safeParse(given);
  if (result.success) return result.data;
  throw new SettingsRefused(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
