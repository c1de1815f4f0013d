import { Server } from '@hocuspocus/server';
import pg from 'pg';
import * as Y from 'yjs';

// Hocuspocus as its makers deliver it, storing to the same Postgres when it is time to.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] });
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  async onLoadDocument({ document, documentName }) {
    const { rows } = await pool.query<{ bytes: Buffer }>('select bytes from bench_hocuspocus where name = $1', [
      documentName,
    ]);
    if (rows[0]) Y.applyUpdate(document, rows[0].bytes);
  },
  async onStoreDocument({ document, documentName }) {
    await pool.query(
      `insert into bench_hocuspocus (name, bytes) values ($1, $2) on conflict (name) do update set bytes = excluded.bytes`,
      [documentName, Buffer.from(Y.encodeStateAsUpdate(document))],
    );
  },
});
await server.listen();
process.stdout.write(`PEJLING READY http://127.0.0.1:${server.address.port}\n`);
