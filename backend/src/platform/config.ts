import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const settingsSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_ADMIN_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PEJLING_DEMONSTRATION: flag,
  GRAPHQL_DOCUMENTS: z.enum(['trusted', 'any']).default('trusted'),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

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
  const result = settingsSchema.safeParse(given);
  if (result.success) return result.data;
  throw new SettingsRefused(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
