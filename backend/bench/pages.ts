import { readFileSync } from 'node:fs';
import pg from 'pg';
import { asked } from './documents.ts';
import { median, spread, type Figure } from './report.ts';
import { here, type Running } from './side.ts';
import { ROWS, turn, type Facts, type Side, type Turn } from './work.ts';

export const SIGN_IN = asked('SignIn', { signInName: 'anne', password: 'pejling-demo' });

/** Anne's session, as a cookie. */
export async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: SIGN_IN,
  });
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** The functions of the limit, and tables of those beside us. */
export async function prepareBeside(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(readFileSync(here('log-action-limit.sql'), 'utf8'));
  await client.query(readFileSync(here('search-limit.sql'), 'utf8'));
  await client.query(`create table bench_note_update (id bigserial primary key, room uuid not null, bytes bytea not null);
    create table bench_hocuspocus (name text primary key, bytes bytea not null);
    grant select, insert, update on bench_note_update, bench_hocuspocus to pejling_app;
    grant usage on sequence bench_note_update_id_seq to pejling_app`);
  await client.end();
}

/** This week's meeting of the demonstration, set going. */
async function prepare(adminUrl: string): Promise<Facts> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
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

/** "Open a meeting" and "Log an action", beside the same work behind bare node:http. */
export async function pages(
  served: Running,
  limit: Running,
  adminUrl: string,
  { turns: most, milliseconds }: { turns: number; milliseconds: number },
  told: (line: string) => void,
): Promise<Figure[]> {
  const facts = await prepare(adminUrl);
  const cookie = await signIn(served.url);
  const ours: Side = { name: 'ours', url: served.url, pid: served.pid, cookie };
  const least: Side = { name: 'limit', url: limit.url, pid: limit.pid, cookie };
  const rows: Figure[] = [];
  for (const row of ROWS) {
    // Actions pile up in the meeting while they are logged; it is read first, so that both sides read the same page.
    await turn(ours, row, facts, 1_500);
    await turn(least, row, facts, 1_500);
    const turns: Record<Side['name'], Turn[]> = { ours: [], limit: [] };
    for (let n = 0; n < most; n += 1) {
      for (const side of n % 2 === 0 ? [ours, least] : [least, ours])
        turns[side.name].push(await turn(side, row, facts, milliseconds));
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
      targetOf: '× limit, in CPU and in throughput',
      met,
    });
    told(
      `${row.title}: ours ${median(of('ours', 'cpu')).toFixed(2)} ms CPU and ${median(of('ours', 'throughput')).toFixed(0)}/s, ` +
        `limit ${median(of('limit', 'cpu')).toFixed(2)} ms and ${median(of('limit', 'throughput')).toFixed(0)}/s; ` +
        `CPU ${ratioToLimit.toFixed(2)} × (${spread(ratios)}), throughput ${throughputRatio.toFixed(2)} ×; figure ≤ ${row.target} ×: ${met ? 'met' : 'MISSED'}`,
    );
  }
  told('No peer ran beside us: PostGraphile is not among the packages yet.');
  return rows;
}
