import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type World } from '../world.ts';

/** Tables without a tenant: what they hold belongs to nobody or is the same for all. */
const SHARED = new Set(['schema_file', 'sign_in_attempt']);
/** Rows of one person: nobody else reads them, whatever the municipality. */
const PRIVATE = ['session', 'account', 'outbox_secret', 'notice_mail', 'calendar_feed', 'reply_link'];

let world: World;
let app: pg.Client;
let tables: string[];
beforeAll(async () => {
  world = await startWorld();
  await world.signIn('anne');
  await world.signIn('nabo');
  await world.admin.query(`select set_config('app.municipality', $1, false), set_config('app.person', $2, false)`, [
    IDS.municipality,
    PEOPLE.anne.id,
  ]);
  await world.admin.query(`select write_changes($1)`, [
    JSON.stringify([
      {
        id: IDS.trial,
        scopes: [{ kind: 'PERSON', id: PEOPLE.anne.id }],
        entity: 'Action',
        entityId: IDS.trial,
        verb: 'created',
        fields: {},
      },
    ]),
  ]);
  await world.admin.query(
    `with n as (
       insert into meeting_notice (municipality_id, meeting_id, version, kind, facts, quiet, send_after)
       values ('${IDS.municipality}', '${IDS.meeting}', 1, 'CONVENED', '{}', '0', now()) returning id
     ), m as (
       insert into notice_mail (municipality_id, notice_id, meeting_id, person_id)
       select '${IDS.municipality}', id, '${IDS.meeting}', '${PEOPLE.anne.id}' from n
     ), f as (
       insert into calendar_feed (municipality_id, person_id, token_hash) values ('${IDS.municipality}', '${PEOPLE.anne.id}', sha256('a'))
     )
     insert into reply_link (token_hash, municipality_id, meeting_id, person_id)
     values (sha256('b'), '${IDS.municipality}', '${IDS.meeting}', '${PEOPLE.anne.id}')`,
  );
  await world.admin.query('select door_seal($1), door_seal($2)', [IDS.municipality, IDS.otherMunicipality]);
  app = new pg.Client({ connectionString: world.database.appUrl });
  await app.connect();
  const { rows } = await world.admin.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  );
  tables = rows.map((row) => row.relname).filter((name) => !SHARED.has(name));
});
afterAll(async () => {
  await app?.end();
  await world?.stop();
});

/** Counts as the serving role, in the context given; "denied" when it may not read the table at all. */
async function seen(table: string, municipality: string, person: string, where = 'true'): Promise<number | 'denied'> {
  await app.query('begin');
  try {
    await app.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
      municipality,
      person,
    ]);
    const { rows } = await app.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`);
    return Number(rows[0]!.n);
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'denied';
    throw error;
  } finally {
    await app.query('rollback');
  }
}

describe('straight at the database, as the role that serves', () => {
  it('every table of a tenant forces row-level security, on its owner too', async () => {
    const { rows } = await world.admin.query(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows.map((row) => row.relname).filter((name) => !SHARED.has(name))).toEqual([]);
  });

  it('the role owns nothing and cannot see past the rows’ rules', async () => {
    const { rows } = await app.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    const owned = await app.query(
      `select relname from pg_class where relowner = current_user::regrole and relnamespace = 'public'::regnamespace`,
    );
    expect(owned.rows).toEqual([]);
  });

  it('without a municipality there are no rows at all', async () => {
    for (const table of tables.filter((name) => !['agenda_template', 'template_step'].includes(name))) {
      expect(await seen(table, '', ''), table).toSatisfy((n) => n === 0 || n === 'denied');
    }
  });

  it('no row of another municipality is there, in any table', async () => {
    for (const table of tables) {
      const column = table === 'municipality' ? 'id' : 'municipality_id';
      expect(
        await seen(table, IDS.municipality, PEOPLE.anne.id, `${column} <> '${IDS.municipality}'`),
        table,
      ).toSatisfy((n) => n === 0 || n === 'denied');
    }
  });

  it('one’s own municipality’s rows are there: the lock has a key', async () => {
    for (const table of [
      'municipality',
      'school',
      'person',
      'team',
      'meeting',
      'agenda_item',
      'action',
      'decision',
      'guiding_marker',
      'session',
      'outbox_secret',
      'notice_mail',
      'calendar_feed',
      'change',
      'audit_event',
    ]) {
      expect(await seen(table, IDS.municipality, PEOPLE.anne.id), table).toBeGreaterThan(0);
    }
  });

  it('another person’s sessions, account and own changes are not there', async () => {
    for (const table of PRIVATE) {
      expect(await seen(table, IDS.municipality, PEOPLE.mads.id, `person_id <> '${PEOPLE.mads.id}'`), table).toSatisfy(
        (n) => n === 0 || n === 'denied',
      );
    }
    expect(await seen('change', IDS.municipality, PEOPLE.mads.id, `scope_kind = 'PERSON'`)).toBe(0);
    expect(await seen('change', IDS.municipality, PEOPLE.anne.id, `scope_kind = 'PERSON'`)).toBe(1);
  });

  it('another person’s lines in the audit are not there; the seals are nobody’s to read', async () => {
    expect(await seen('audit_event', IDS.municipality, PEOPLE.mads.id)).toBe(0);
    expect(await seen('audit_event', IDS.municipality, PEOPLE.admin.id)).toBe(0);
    for (const table of ['audit_counter', 'audit_seal', 'audit_seal_scope']) {
      expect((await world.admin.query(`select from ${table}`)).rowCount, table).toBeGreaterThan(0);
      expect(await seen(table, IDS.municipality, PEOPLE.anne.id), table).toBe('denied');
    }
  });

  it('no line, no seal and no change is written, altered or removed by whoever serves: lines come in by their door', async () => {
    for (const statement of [
      `insert into audit_event (municipality_id, number, actor_id, verb, object) values ('${IDS.municipality}', 99, '${PEOPLE.anne.id}', 'READ', 'Meeting')`,
      `update audit_event set object = 'Team'`,
      'delete from audit_event',
      'update audit_counter set lines = 0',
      `update audit_seal set hash = ''`,
      'delete from audit_seal',
      'delete from audit_seal_scope',
      `update change set verb = 'read'`,
      'delete from change',
    ]) {
      await app.query('begin');
      await app.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
        IDS.municipality,
        PEOPLE.anne.id,
      ]);
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
      await app.query('rollback');
    }
  });

  it('no row can be written into another municipality', async () => {
    await app.query('begin');
    await app.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
      IDS.municipality,
      PEOPLE.anne.id,
    ]);
    await expect(
      app.query(`insert into meeting_series (id, municipality_id, team_id, name) values (uuidv7(), $1, $2, 'x')`, [
        IDS.otherMunicipality,
        IDS.otherTeam,
      ]),
    ).rejects.toMatchObject({ code: '42501' });
    await app.query('rollback');
  });
});
