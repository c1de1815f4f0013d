// What the server will refuse of the environment, by the server's own rules. Which database it is, is settled by whoever starts the server.
import path from 'node:path';
import { root } from './launch.mjs';

const settled = 'postgresql://settled';

/**
 * @param {{ readSettings: (given: object) => unknown, SettingsRefused: new (...args: never[]) => { faults: string[] } }} rules `platform/config` of the server
 * @returns {string[]} the faults, in Danish
 */
export function settingsFaults({ readSettings, SettingsRefused }) {
  const { DATABASE_URL, DATABASE_ADMIN_URL } = process.env;
  try {
    readSettings({
      ...process.env,
      DATABASE_URL: DATABASE_URL || settled,
      DATABASE_ADMIN_URL: DATABASE_ADMIN_URL || settled,
    });
    return [];
  } catch (error) {
    if (!(error instanceof SettingsRefused)) throw error;
    return error.faults;
  }
}

// As a script it prints them as JSON, before anything is built: Node 24 reads the TypeScript as it is.
if (process.argv[1] === path.join(root, 'libs/workspace/settings-faults.mjs')) {
  const rules = await import('../../backend/src/platform/config.ts');
  process.stdout.write(JSON.stringify(settingsFaults(rules)));
}
