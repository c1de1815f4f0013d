import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../../libs/workspace/postgres.mjs';
import { asked } from './documents.ts';
import { ROWS, turn, type Facts, type Side, type Turn } from './work.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const quick = process.argv.includes('--quick');
const TURNS = quick ? 5 : 15;
const TURN_MS = quick ? 3_000 : 6_000;

/** Starts a server and waits until it says it serves. */
async function start(script: string, env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const ready = /^PEJLING READY (\S+)/.exec(line);
      if (ready) resolve(ready[1]!);
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url };
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: asked('SignIn', { signInName: 'anne', password: 'pejling-demo' }),
  });
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** This week's meeting of the demonstration, set going. */
async function prepare(adminUrl: string): Promise<Facts> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(readFileSync(here('log-action-limit.sql'), 'utf8'));
  const { rows } = await client.query<Facts>(
    `select m.id as "meetingId", m.team_id as "teamId", x.person_id as "personId",
       (select i.id from agenda_item i where i.meeting_id = m.id order by i.position offset 3 limit 1) as "itemId",
       (select g.id from guiding_marker g where g.municipality_id = m.municipality_id order by g.position limit 1) as "markerId"
     from meeting m join meeting_participant x on x.meeting_id = m.id join account a on a.person_id = x.person_id and a.sign_in_name = 'anne'
     where m.state = 'CONVENED' order by m.starts_at limit 1`,
  );
  await client.query(`update meeting set state = 'IN_PROGRESS', started_at = now() where id = $1`, [
    rows[0]!.meetingId,
  ]);
  await client.query('analyze');
  await client.end();
  return rows[0]!;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const spread = (numbers: number[]): string => `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`;

const postgres = await startPostgres({ throwaway: true, durable: true });
const children: ChildProcess[] = [];
try {
  const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, DATABASE_POOL: '10' };
  const served = await start(here('../dist/main.js'), {
    ...env,
    PEJLING_DEMONSTRATION: '1',
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  children.push(served.child);
  const facts = await prepare(postgres.adminUrl);
  const limit = await start(here('limit-server.ts'), env);
  children.push(limit.child);
  const cookie = await signIn(served.url);
  const ours: Side = { name: 'ours', url: served.url, pid: served.child.pid!, cookie };
  const least: Side = { name: 'limit', url: limit.url, pid: limit.child.pid!, cookie };
  const rows = [];
  for (const row of ROWS) {
    // Actions pile up in the meeting while they are logged; it is read first, so that both sides read the same page.
    await turn(ours, row, facts, 1_500);
    await turn(least, row, facts, 1_500);
    const turns: Record<Side['name'], Turn[]> = { ours: [], limit: [] };
    for (let n = 0; n < TURNS; n += 1) {
      for (const side of n % 2 === 0 ? [ours, least] : [least, ours])
        turns[side.name].push(await turn(side, row, facts, TURN_MS));
    }
    const of = (side: Side['name'], what: keyof Turn) => turns[side].map((one) => one[what]);
    const ratios = turns.ours.map((one, n) => one.cpu / turns.limit[n]!.cpu);
    const throughputRatio = median(of('limit', 'throughput')) / median(of('ours', 'throughput'));
    const ratioToLimit = median(ratios);
    const met = ratioToLimit <= row.target && throughputRatio <= row.target;
    rows.push({
      id: row.id,
      ours: median(of('ours', 'cpu')),
      limit: median(of('limit', 'cpu')),
      peer: null,
      unit: 'ms CPU of the serving process for an answer',
      ratioToLimit,
      throughputRatio,
      ratioToPeer: null,
      target: row.target,
      met,
    });
    process.stdout.write(
      `${row.title}: ours ${median(of('ours', 'cpu')).toFixed(2)} ms CPU and ${median(of('ours', 'throughput')).toFixed(0)}/s, ` +
        `limit ${median(of('limit', 'cpu')).toFixed(2)} ms and ${median(of('limit', 'throughput')).toFixed(0)}/s; ` +
        `CPU ${ratioToLimit.toFixed(2)} × (${spread(ratios)}), throughput ${throughputRatio.toFixed(2)} ×; figure ≤ ${row.target} ×: ${met ? 'met' : 'MISSED'}\n`,
    );
  }
  process.stdout.write('No peer ran beside us: PostGraphile is not among the packages yet.\n');
  if (!quick) {
    mkdirSync(here('../../docs/benchmarks'), { recursive: true });
    writeFileSync(here('../../docs/benchmarks/latest.json'), `${JSON.stringify({ rows }, null, 2)}\n`);
  }
} finally {
  for (const child of children) child.kill('SIGTERM');
  await postgres.stop();
}
