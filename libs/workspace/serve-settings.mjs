// What `npm start` settles before anything is started: where the data lives, whose Postgres, which address.
import net from 'node:net';
import path from 'node:path';
import { root } from './launch.mjs';

/** The folder with our data, absolute: PEJLING_DATA, else .pejling in the clone. */
export const dataFolder = () => path.resolve(root, process.env.PEJLING_DATA || '.pejling');

const isLoopback = (host) => host === 'localhost' || host === '::1' || /^127\./.test(host);

const tryPort = (host, port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/**
 * Reads and checks everything at once.
 * @returns {Promise<{ host: string, port: number, shown: string, ownDatabase: { url: string, adminUrl: string } | null }>}
 * @throws Error naming all faults, in Danish, each with what to do
 */
export async function readServeSettings(environment = process.env) {
  const { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, TLS_CERT, TRUST_PROXY, PORT } = environment;
  const host = environment.HOST || '127.0.0.1';
  const faults = [];
  if (Boolean(url) !== Boolean(adminUrl)) {
    faults.push(
      `${url ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL'} mangler: de to hører sammen (docs/running.md). Udelad begge for at bruge den indbyggede Postgres.`,
    );
  }
  if (!isLoopback(host) && !TLS_CERT && !TRUST_PROXY) {
    faults.push(
      `HOST=${host} kan nås fra andre maskiner og kræver https: giv TLS_CERT og TLS_KEY, eller sæt en proxy med https foran og TRUST_PROXY. Udelad HOST for kun at lytte på denne maskine.`,
    );
  }
  let port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) faults.push(`PORT=${PORT} er ikke et portnummer (1-65535).`);
  else if (PORT) {
    if (!(await tryPort(host, port)))
      faults.push(`PORT=${port} er optaget på ${host}. Vælg en anden, eller udelad PORT.`);
  } else {
    while (port < 3100 && !(await tryPort(host, port))) port += 1;
    if (port === 3100) faults.push(`Alle porte fra 3000 til 3099 er optaget på ${host}. Vælg en med PORT.`);
  }
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
