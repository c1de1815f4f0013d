import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { comingMeeting } from '../../src/demonstration/roll-forward.ts';
import { rollForward, seedDemonstration } from '../../src/demonstration/seed.ts';
import { migrate } from '../../src/platform/migrate.ts';

const TUESDAY = new Date('2026-11-24T09:00:00Z');

describe('the demonstration in the database', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase(inject('postgres'), 'pejling_demonstration');
    const files = {
      migrations: fileURLToPath(new URL('../../migrations', import.meta.url)),
      source: fileURLToPath(new URL('../../src', import.meta.url)),
    };
    await migrate(database.adminUrl, files);
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    await seedDemonstration(client, TUESDAY, { progress: () => {} });
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const coming = async () =>
    (
      await client.query<{ id: string; state: string; starts_at: Date; minutes: string }>(
        `select m.id, m.state, m.starts_at, (select sum(planned_min) from agenda_item i where i.meeting_id = m.id) as minutes
         from meeting m join team t on t.id = m.team_id join school s on s.id = t.school_id
         where s.name = 'Søbakkeskolen' and t.name = '5. årgang' and m.state in ('DRAFT', 'CONVENED') order by m.starts_at`,
      )
    ).rows;
  const meetings = async () => (await client.query<{ n: number }>('select count(*)::int as n from meeting')).rows[0]!.n;

  it('is written once: a second seeding leaves everything as it is', async () => {
    const before = await meetings();
    await seedDemonstration(client, TUESDAY, { progress: () => {} });
    expect(await meetings()).toBe(before);
  });

  it('freezes approved minutes with a fingerprint that holds, actions as they were agreed or proposed', async () => {
    const { rows } = await client.query(
      `select count(*)::int as approved, count(*) filter (where fingerprint = minutes_fingerprint(snapshot))::int as hold,
         count(*) filter (where snapshot @? '$.items[*].actions[*] ? (@.state != "AGREED" && (@.state != "PROPOSED" || @.outcome != null || @.expectedSigns.size() > 0))')::int as later
       from minutes where state = 'APPROVED'`,
    );
    expect(rows[0].approved).toBeGreaterThan(300);
    expect(rows[0].hold).toBe(rows[0].approved);
    expect(rows[0].later).toBe(0);
  });

  it('has a convened meeting this week and a draft of the next, however often it is rolled', async () => {
    await rollForward(client, TUESDAY);
    const first = await coming();
    await rollForward(client, TUESDAY);
    expect(await coming()).toEqual(first);
    expect(first.map((meeting) => [meeting.state, meeting.starts_at.toISOString(), Number(meeting.minutes)])).toEqual([
      ['CONVENED', '2026-11-24T13:30:00.000Z', 60],
      ['DRAFT', '2026-12-07T13:30:00.000Z', 60],
    ]);
    const { rows } = await client.query(
      `select kind, brought_over from agenda_item where meeting_id = $1 order by position`,
      [first[0]!.id],
    );
    expect(rows.some((item) => item.kind === 'FOLLOW_UP')).toBe(true);
    expect(rows.some((item) => item.brought_over && item.kind === 'DISCUSSION')).toBe(true);
    const material = await client.query<{ kind: string; on_item: boolean; complete: boolean }>(
      `select x.kind, p.item_id is not null as on_item, x.kind = 'LINK' or x.size_bytes = octet_length(f.bytes) as complete
       from material x cross join material_places(x) p left join material_piece f on f.file_id = x.file_id and f.number = 0
       where p.meeting_id = $1 order by x.added_at`,
      [first[0]!.id],
    );
    expect(material.rows).toEqual([
      { kind: 'LINK', on_item: false, complete: true },
      { kind: 'FILE', on_item: true, complete: true },
    ]);
  });

  it('moves on a meeting that nobody held, instead of heaping them up', async () => {
    const before = await meetings();
    await rollForward(client, new Date('2026-12-02T15:00:00Z'));
    expect((await coming()).map((meeting) => [meeting.state, meeting.starts_at.toISOString()])).toEqual([
      ['CONVENED', '2026-12-03T13:30:00.000Z'],
      ['DRAFT', '2026-12-07T13:30:00.000Z'],
    ]);
    expect(await meetings()).toBe(before);
  });

  it('has a next meeting in the holidays', async () => {
    await rollForward(client, new Date('2026-12-28T10:00:00Z'));
    expect((await coming())[0]).toMatchObject({
      state: 'CONVENED',
      starts_at: comingMeeting(new Date('2026-12-28T10:00:00Z')),
    });
  });

  it('convenes the draft when the meeting before it was held', async () => {
    const [held] = await coming();
    await client.query(
      `update meeting set state = 'HELD', started_at = starts_at, ended_at = starts_at + interval '1 hour' where id = $1`,
      [held!.id],
    );
    await rollForward(client, new Date('2027-01-12T09:00:00Z'));
    const after = await coming();
    expect(after.map((meeting) => [meeting.state, meeting.starts_at.toISOString()])).toEqual([
      ['CONVENED', '2027-01-12T13:30:00.000Z'],
      ['DRAFT', '2027-01-25T13:30:00.000Z'],
    ]);
  });
});
