import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** A meeting that is on, and the sessions of those who are in it. */
export interface BenchRoom {
  meetingId: string;
  teamId: string;
  itemId: string;
  markerId: string;
  people: { personId: string; cookie: string }[];
}

/** Sets meetings of the demonstration going and signs their participants in, straight in the database. */
export async function prepareRooms(adminUrl: string, most: number): Promise<BenchRoom[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<Omit<BenchRoom, 'people'> & { municipality: string; personIds: string[] }>(
    `select m.id as "meetingId", m.team_id as "teamId", m.municipality_id as municipality,
       (select i.id from agenda_item i where i.meeting_id = m.id order by i.position limit 1) as "itemId",
       (select g.id from guiding_marker g where g.municipality_id = m.municipality_id order by g.position limit 1) as "markerId",
       (select array_agg(x.person_id order by x.person_id) from meeting_participant x
        where x.meeting_id = m.id) as "personIds"
     from meeting m where m.state in ('CONVENED', 'HELD', 'DRAFT', 'CLOSED') and exists (select from agenda_item i where i.meeting_id = m.id)
       and exists (select from meeting_participant x where x.meeting_id = m.id)
     order by m.starts_at desc, m.id limit $1`,
    // Some have only people who have left the team since.
    [most * 2],
  );
  await client.query(`update meeting set state = 'IN_PROGRESS', started_at = now() where id = any($1)`, [
    rows.map((row) => row.meetingId),
  ]);
  const rooms: BenchRoom[] = [];
  for (const { personIds, municipality, ...room } of rows) {
    const people = [];
    for (const personId of personIds) {
      const token = randomBytes(32).toString('base64url');
      await client.query(
        `insert into session (id, municipality_id, person_id, token_hash, expires_at)
         values (uuidv7(), $1, $2, $3, now() + interval '2 hours')`,
        [municipality, personId, createHash('sha256').update(token).digest()],
      );
      // Only members of the team log actions; a room's first is the one who does.
      const { rows: may } = await client.query<{ may: boolean }>(
        'select open_context($1) is not null and meeting_rel($2) & 2 <> 0 as may',
        [createHash('sha256').update(token).digest(), room.meetingId],
      );
      if (may[0]!.may) people.push({ personId, cookie: `__Host-pejling=${token}` });
    }
    if (people.length > 0 && rooms.length < most) rooms.push({ ...room, people });
  }
  await client.query('analyze');
  await client.end();
  return rooms;
}
