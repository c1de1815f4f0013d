import pg from 'pg';
import { asked } from './documents.ts';
import { signIn } from './pages.ts';
import { median, p95, spread, verdict, type Figure } from './report.ts';
import type { Running } from './side.ts';

const TARGET = 1.5;
/** What "flat" is held to: as much as one machine's turns differ. */
const FLAT = 1.25;
const WORDS = ['frikvarter', 'læsebånd', 'forældre', 'gruppe', 'tydelig'];

interface Sizes {
  turns: number;
  /** Searches in a turn, one after the other. */
  each: number;
  /** How many times as many texts the municipality has when it has grown. */
  fold: number;
}

/** "Search over the meetings' texts", as the page asks it, beside the same text search without the viewer's rules; then again with many times the texts of others. */
export async function searching(
  served: Running,
  limit: Running,
  adminUrl: string,
  { turns, each, fold }: Sizes,
  told: (line: string) => void,
): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  // What was just written waits beside a text index until it is vacuumed.
  await client.query('vacuum analyze search_row');
  const cookie = await signIn(served.url);
  let found = 0;
  const ask = async (url: string, body: string, mine: boolean): Promise<number> => {
    const began = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body,
    });
    const text = await response.text();
    const took = performance.now() - began;
    if (!response.ok || text.includes('"errors"')) throw new Error(`search: ${text.slice(0, 300)}`);
    if (mine) found += text.split('"objectId"').length - 1;
    return took;
  };
  const ours = (n: number) => ask(`${served.url}/graphql`, asked('Search', { text: WORDS[n % WORDS.length] }), true);
  const least = (n: number) => ask(`${limit.url}/search`, JSON.stringify({ text: WORDS[n % WORDS.length] }), false);
  const turn = async (one: (n: number) => Promise<number>): Promise<number[]> => {
    const times: number[] = [];
    for (let n = 0; n < each; n += 1) times.push(await one(n));
    return times;
  };
  const measure = async (): Promise<{ mine: number[]; theirs: number[] }> => {
    const sides = { mine: [] as number[], theirs: [] as number[] };
    await turn(ours);
    await turn(least);
    for (let n = 0; n < turns; n += 1) {
      for (const side of n % 2 === 0 ? (['mine', 'theirs'] as const) : (['theirs', 'mine'] as const))
        sides[side].push(...(await turn(side === 'mine' ? ours : least)));
    }
    return sides;
  };
  const count = async () => Number((await client.query('select count(*) from search_row')).rows[0].count);
  const few = await count();
  await client.query('create table bench_first_texts as select distinct object_id as id from search_row');
  const small = await measure();
  if (found === 0) throw new Error('the bench’s words are found nowhere');
  // Other teams' texts: the same words, under ids of their own.
  for (let n = 1; n < fold; n += 1) {
    await client.query(
      `insert into search_row (municipality_id, team_id, kind, object_id, part, meeting_id, at, title, text)
       select municipality_id, md5(team_id::text || $1)::uuid, kind, md5(object_id::text || $1)::uuid, part, null, coalesce(at, now()), title, text
       from search_row where object_id in (select id from bench_first_texts)`,
      [String(n)],
    );
  }
  await client.query('vacuum analyze search_row');
  const many = await count();
  const large = await measure();
  await client.end();

  const ratio = median(large.mine) / median(large.theirs);
  const growth = median(large.mine) / median(small.mine);
  const met = ratio <= TARGET;
  const flat = growth <= FLAT;
  told(
    `Search among ${few} texts: ours ${median(small.mine).toFixed(1)} ms (p95 ${p95(small.mine).toFixed(1)}), without rules ${median(small.theirs).toFixed(1)} ms; ` +
      `among ${many}: ours ${median(large.mine).toFixed(1)} ms (p95 ${p95(large.mine).toFixed(1)}, ${spread(large.mine)}), without rules ${median(large.theirs).toFixed(1)} ms; ` +
      `${ratio.toFixed(2)} × the limit, figure ≤ ${TARGET}: ${verdict(met)}; ${growth.toFixed(2)} × what it was among the few, flat is ≤ ${FLAT}: ${verdict(flat)}`,
  );
  const unit = 'ms for a search';
  return [
    {
      id: 'search',
      ours: median(large.mine),
      limit: median(large.theirs),
      peer: null,
      unit,
      ratioToLimit: ratio,
      ratioToPeer: null,
      target: TARGET,
      targetOf: '× limit',
      met,
    },
    {
      id: 'search-flat',
      ours: median(large.mine),
      limit: median(small.mine),
      peer: null,
      unit,
      ratioToLimit: growth,
      ratioToPeer: null,
      target: FLAT,
      targetOf: `× itself among ${few} texts`,
      met: flat,
    },
  ];
}
