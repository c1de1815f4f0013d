// Prints, as JSON, what the server will refuse of the environment. It runs before anything is built: Node 24 reads the TypeScript as it is.
import { readSettings, SettingsRefused } from '../../backend/src/platform/config.ts';

// Which database it is, is settled by whoever starts the server.
const settled = 'postgresql://settled';
const { DATABASE_URL, DATABASE_ADMIN_URL } = process.env;
let faults = [];
try {
  readSettings({
    ...process.env,
    DATABASE_URL: DATABASE_URL || settled,
    DATABASE_ADMIN_URL: DATABASE_ADMIN_URL || settled,
  });
} catch (error) {
  if (!(error instanceof SettingsRefused)) throw error;
  faults = error.faults;
}
process.stdout.write(JSON.stringify(faults));
