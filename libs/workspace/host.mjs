// The process that `npm start` runs the server in. It says first what it refuses of the settings, loads the server's modules while Postgres is
// still starting, begins when it is told where the database is, and ends in order when `npm start` dies without a word (kill -9).
import { setSourceMapsSupport } from 'node:module';
import { settingsFaults } from './settings-faults.mjs';

// Traces show our own TypeScript; reading the maps of every package would cost a sixth of the start.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

const told = new Promise((resolve) => process.once('message', resolve));
process.send({ faults: settingsFaults(await import('../../backend/dist/platform/config.js')) });
await import('../../backend/dist/server.js');
Object.assign(process.env, await told);
process.channel?.unref();
await import('../../backend/dist/main.js');
