// What `npm start` settles before anything is started: where the data lives, whose Postgres, which address.
import { execFile } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment, findNode, root } from './launch.mjs';

/** The folder with our data, absolute: PEJLING_DATA, else .pejling in the clone. */
export const dataFolder = () => path.resolve(root, process.env.PEJLING_DATA || '.pejling');

const isLoopback = (host) => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** @returns {Promise<{ port: number } | { refused: string }>} the port that can be listened on, any free one for 0; else the system's error code */
const tryPort = (host, port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', ({ code }) => resolve({ refused: code }));
    probe.listen(port, host, () => {
      const free = probe.address().port;
      probe.close(() => resolve({ port: free }));
    });
  });

/** The port that was asked for, else the first free one from 3000. */
async function findPort(host, asked) {
  if (asked) return tryPort(host, Number(asked));
  for (let port = 3000; port < 3100; port += 1) {
    const tried = await tryPort(host, port);
    if (tried.refused !== 'EADDRINUSE') return tried;
  }
  return { refused: 'NONE_FREE' };
}

/** Why nothing can listen there, and what to do. */
function portFault(host, asked, code) {
  if (code === 'EADDRINUSE') return `PORT=${asked} er optaget på ${host}. Vælg en anden, eller udelad PORT.`;
  if (code === 'NONE_FREE') return `Alle porte fra 3000 til 3099 er optaget på ${host}. Vælg en med PORT.`;
  if (code === 'EACCES') return `PORT=${asked} kræver flere rettigheder, end du har. Vælg en over 1023.`;
  return `HOST=${host} er ikke en adresse, denne maskine kan lytte på (${code}).`;
}

/** What the server itself would refuse, by the rules it has: they are written once, and asked before anything is started. */
async function serverFaults(environment) {
  const script = path.join(root, 'libs/workspace/settings-faults.mjs');
  const { stdout } = await promisify(execFile)(findNode(), [script], { cwd: root, env: childEnvironment(environment) });
  return JSON.parse(stdout);
}

/**
 * Reads and checks everything at once, the server's settings too.
 * @param {Promise<string[]>} [asked] what the server refuses, where a server was asked already
 * @returns {Promise<{ host: string, port: number, shown: string, ownDatabase: { url: string, adminUrl: string } | null }>}
 * @throws Error naming all faults, in Danish, each with what to do
 */
export async function readServeSettings(environment = process.env, asked = serverFaults(environment)) {
  const { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, TLS_CERT, PORT: wanted } = environment;
  const host = environment.HOST || '127.0.0.1';
  const faults = [];
  if (Boolean(url) !== Boolean(adminUrl)) {
    faults.push(
      `${url ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL'} mangler: de to hører sammen (docs/running.md). Udelad begge for at bruge den indbyggede Postgres.`,
    );
  }
  // What is no port number at all is among the server's own faults.
  const isPort = /^\d{0,5}$/.test(wanted ?? '') && Number(wanted ?? 0) <= 65535;
  const { port, refused } = isPort ? await findPort(host, wanted) : { port: 0, refused: null };
  if (refused) faults.push(portFault(host, wanted, refused));
  faults.push(...(await asked));
  if (faults.length > 0)
    throw new Error(`Pejling kan ikke starte:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  const shownHost = isLoopback(host) ? 'localhost' : host;
  return {
    host,
    port,
    shown: `${TLS_CERT ? 'https' : 'http'}://${shownHost}:${port}`,
    ownDatabase: url && adminUrl ? { url, adminUrl } : null,
  };
}
