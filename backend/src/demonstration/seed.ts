import { hash } from '@node-rs/argon2';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { publish } from '../overview/publish.ts';
import { buildDemonstration } from './build.ts';
import { dayIn, publicationDays, yearOf, type Day } from './calendar.ts';
import { DEMONSTRATION_PASSWORD } from './sign-ins.ts';
import type { Row } from './write.ts';

export { rollForward } from './roll-forward.ts';

/**
 * Writes the demonstration in one transaction: a fictional municipality with 26 institutions and a small one beside it.
 * Does nothing where a demonstration is already. Runs as the owner, past row-level security.
 * @param now the demonstration's clock: its history ends here
 */
export async function seedDemonstration(
  client: pg.ClientBase,
  now: Date,
  options: { progress(line: string): void },
): Promise<void> {
  const known = await client.query('select from municipality where is_demonstration limit 1');
  if (known.rowCount) return;
  options.progress('Bygger demonstrationskommunen …');
  const rows = buildDemonstration(
    now,
    await hash(DEMONSTRATION_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
  );
  await client.query('begin');
  try {
    await rows.write(client, options.progress, { minutes: (list) => writeMinutes(client, list) });
    await writePublished(client, dayIn(now));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  await client.query('analyze');
  options.progress(`Demonstrationskommunen er klar: ${rows.count} rækker.`);
}

/** The tables above the school as this school year's first Mondays made them, by the same counting as every later month's. */
async function writePublished(client: pg.ClientBase, today: Day): Promise<void> {
  const municipalities = await client.query<{ id: string }>('select id from municipality where is_demonstration');
  for (const { id } of municipalities.rows) {
    // The demonstration is the same every time it is made, its secret too; a real municipality's is drawn at random.
    const key = createHash('sha256').update(`publications of ${id}`).digest();
    await client.query('insert into publication_key (municipality_id, key) values ($1, $2)', [id, key]);
    for (const day of publicationDays(yearOf(today).startsOn, today))
      await publish(async (sql, values) => (await client.query(sql, values)).rows, { municipalityId: id, day, key });
  }
}

/** Approved minutes carry their text as it was frozen: an action stands in it as it was agreed, whatever came of it since. */
async function writeMinutes(client: pg.ClientBase, list: readonly Row[]): Promise<void> {
  // Statistics first: without them every text is found by reading whole tables.
  await client.query(
    'analyze agenda_item, agenda_item_marker, decision, action, action_marker, action_responsible, meeting, meeting_marker, meeting_participant, person, team, school, guiding_marker',
  );
  const text = `select jsonb_set(t.body, '{items}', (
      select coalesce(jsonb_agg(jsonb_set(i.item, '{actions}', (
        select coalesce(jsonb_agg(a.action || case when a.action ->> 'state' = 'PROPOSED' then '{}' else '{"state": "AGREED", "outcome": null}'::jsonb end order by a.n), '[]')
        from jsonb_array_elements(i.item -> 'actions') with ordinality a(action, n))) order by i.n), '[]')
      from jsonb_array_elements(t.body -> 'items') with ordinality i(item, n))) as body
    from (select minutes_text(r.meeting_id) as body) t`;
  await client.query(
    `with r as materialized (select * from jsonb_populate_recordset(null::minutes, $1)),
       x as materialized (select r.id, t.body from r cross join lateral (${text}) t where r.state = 'APPROVED')
     insert into minutes (id, municipality_id, meeting_id, state, proposed_at, proposed_by, approved_at, approved_by, approved_way, revision, snapshot, fingerprint)
     select r.id, r.municipality_id, r.meeting_id, r.state, r.proposed_at, r.proposed_by, r.approved_at, r.approved_by, r.approved_way, r.revision,
       x.body, minutes_fingerprint(x.body)
     from r left join x on x.id = r.id`,
    [JSON.stringify(list)],
  );
}
