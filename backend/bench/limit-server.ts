import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

// What the work costs at the least: the same session look-up, row-level security and JSON in one SQL function, behind bare
// node:http. No GraphQL, no framework, no checks of our own.
pg.types.setTypeParser(pg.types.builtins.JSONB, (value) => value);
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_POOL'] ?? 10),
});

await pool.query(`select 1`);

const hashOf = (request: IncomingMessage): Buffer => {
  const token = /__Host-pejling=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  return createHash('sha256').update(token).digest();
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const server = createServer((request, response) => {
  answer(request).then(
    (json) => response.setHeader('content-type', 'application/json').end(json),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

async function answer(request: IncomingMessage): Promise<string> {
  const body = JSON.parse(await bodyOf(request)) as { id: string; action?: unknown; text?: string };
  if (request.url === '/search') {
    const { rows } = await pool.query<{ answer: string }>({
      name: 'search',
      text: 'select bench_search($1, $2) as answer',
      values: [hashOf(request), body.text],
    });
    return rows[0]!.answer;
  }
  if (request.url === '/meeting') {
    const { rows } = await pool.query<{ answer: string }>({
      name: 'meeting',
      text: 'select screen_meeting($1, $2) as answer',
      values: [hashOf(request), body.id],
    });
    return rows[0]!.answer;
  }
  const { rows } = await pool.query<{ answer: string }>({
    name: 'action',
    text: 'select bench_log_action($1, $2) as answer',
    values: [hashOf(request), JSON.stringify(body.action)],
  });
  return rows[0]!.answer;
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`PEJLING READY http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`);
});
