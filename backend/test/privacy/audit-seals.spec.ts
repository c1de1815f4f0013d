import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditSealing } from '../../src/privacy/audit-sealing.ts';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { sealStillThere, told, verifyAudit } from '../../src/privacy/verify-audit.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const MEETING = 'query($id: ID!) { meeting(id: $id) { id } }';
const NOTE = 'mutation($id: ID!, $text: String!) { askForHelp(id: $id, text: $text) { id } }';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await (await world.signIn('nabo')).ask(MEETING, { id: IDS.otherMeeting });
});
afterAll(() => world.stop());

const seal = () => world.app.get(AuditSealing).round(Date.now());

async function read(times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1) await anne.ask(MEETING, { id: IDS.meeting });
  await world.app.get(GatheredUses, { strict: false }).flush();
}

/** What is found wrong in the small world's first municipality. */
async function found(): Promise<string[]> {
  const verified = await verifyAudit(world.admin);
  expect(verified.find(({ municipality }) => municipality === 'Naboby Kommune')?.findings).toEqual([]);
  return verified
    .find(({ municipality }) => municipality === 'Testby Kommune')!
    .findings.map(({ seal: number, finding }) => `${number} ${finding}`);
}

/** Does something as the tables' owner, sees what is found, and undoes it. */
async function tampered(sql: string): Promise<string[]> {
  const tables = ['audit_event', 'audit_counter', 'audit_seal', 'audit_seal_scope', 'change', 'scope_counter'];
  for (const table of tables) await world.admin.query(`create temporary table kept_${table} as select * from ${table}`);
  await world.admin.query(sql);
  const findings = await found();
  for (const table of tables)
    await world.admin.query(
      `delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
    );
  expect(await found()).toEqual([]);
  return findings;
}

describe('sealing', () => {
  it('makes one seal of what is new in each municipality, and none of nothing', async () => {
    await read(3);
    await anne.ask(NOTE, { id: IDS.trial, text: 'Kom og se' });
    expect((await seal()).sort()).toEqual([`${IDS.municipality} 1`, `${IDS.otherMunicipality} 1`].sort());
    expect(await seal()).toEqual([]);
    await read();
    expect(await seal()).toEqual([`${IDS.municipality} 2`]);
    await anne.ask(NOTE, { id: IDS.trial, text: 'Kom igen' });
    expect(await seal()).toEqual([`${IDS.municipality} 3`]);
    const { rows } = await world.admin.query(
      'select number, from_line, to_line, lines from audit_seal where municipality_id = $1 order by number',
      [IDS.municipality],
    );
    expect(rows).toEqual([
      { number: 1, from_line: 0, to_line: 4, lines: 4 },
      { number: 2, from_line: 4, to_line: 5, lines: 1 },
      { number: 3, from_line: 5, to_line: 5, lines: 0 },
    ]);
    expect(await found()).toEqual([]);
  });

  it('is done by one replica at a time, and two at once make no two seals of the same', async () => {
    await read();
    const clients = [0, 1].map(() => new pg.Client({ connectionString: world.database.appUrl }));
    await Promise.all(clients.map((client) => client.connect()));
    const made = await Promise.all(
      clients.map((client) =>
        client.query<{ seal: number | null }>('select door_seal($1) as seal', [IDS.municipality]),
      ),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(made.map(({ rows }) => rows[0]!.seal).filter((number) => number !== null)).toHaveLength(1);
    expect(await found()).toEqual([]);
  });
});

describe('what commits late', () => {
  /** A transaction of a writer of ours, left open. */
  async function open(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    await client.query('begin');
    await client.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
      IDS.municipality,
      PEOPLE.anne.id,
    ]);
    return client;
  }
  const change = (scope: string, id: string) =>
    JSON.stringify([
      { id, scopes: [{ kind: 'MEETING', id: scope }], entity: 'Meeting', entityId: scope, verb: 'changed', fields: {} },
    ]);
  const sealedChanges = async () =>
    (
      await world.admin.query<{ n: number }>(
        `select count(*) as n from change c join audit_seal_scope s on s.scope_kind = c.scope_kind and s.scope_id = c.scope_id
           and c.version > s.from_version and c.version <= s.to_version`,
      )
    ).rows[0]!.n;

  it('is in the next seal: a change begun before another’s that was sealed first', async () => {
    const [late, early] = await Promise.all([open(), open()]);
    await late.query('select write_changes($1)', [change(IDS.meeting, '00000000-0000-7000-8000-00000000ab01')]);
    await early.query('select write_changes($1)', [change(IDS.draft, '00000000-0000-7000-8000-00000000ab02')]);
    await early.query('commit');
    expect(await seal()).toHaveLength(1);
    const before = await sealedChanges();
    await late.query('commit');
    expect(await seal()).toHaveLength(1);
    expect(await sealedChanges()).toBe(Number(before) + 1);
    const { rows } = await world.admin.query<{ n: number }>('select count(*) as n from change');
    expect(await sealedChanges()).toBe(rows[0]!.n);
    expect(await found()).toEqual([]);
    await Promise.all([late.end(), early.end()]);
  });

  it('is in the next seal: a line held back, which also holds back the lines after it, so that none gets a lower number later', async () => {
    const { rows } = await world.admin.query<{ hash: string }>(
      `select encode(token_hash, 'hex') as hash from session where person_id = $1`,
      [PEOPLE.anne.id],
    );
    const lines = (object: string) =>
      JSON.stringify([
        { session: rows[0]!.hash, verb: 'READ', object, objectId: null, criterion: null, at: Date.now() },
      ]);
    const [late, early] = await Promise.all([open(), open()]);
    await late.query('select door_audit($1)', [lines('Late')]);
    const second = early.query('select door_audit($1)', [lines('Early')]);
    expect(await seal()).toEqual([]);
    await late.query('commit');
    await second;
    await early.query('commit');
    expect(await seal()).toHaveLength(1);
    const sealed = await world.admin.query(
      `select a.object from audit_event a join audit_seal s on s.municipality_id = a.municipality_id and a.number > s.from_line and a.number <= s.to_line
       where a.object in ('Late', 'Early') order by a.number`,
    );
    expect(sealed.rows.map((row) => row.object)).toEqual(['Late', 'Early']);
    expect(await found()).toEqual([]);
    await Promise.all([late.end(), early.end()]);
  });
});

describe('the check of the seals', () => {
  const ours = `municipality_id = '${IDS.municipality}'`;

  it('finds a line that was altered, removed or inserted', async () => {
    expect(
      await tampered(`update audit_event set actor_id = '${PEOPLE.mads.id}' where ${ours} and number = 2`),
    ).toEqual(['1 LINES_ALTERED']);
    expect(
      await tampered(`update audit_event set at = at + interval '1 microsecond' where ${ours} and number = 5`),
    ).toEqual(['2 LINES_ALTERED']);
    expect(await tampered(`delete from audit_event where ${ours} and number = 3`)).toEqual(['1 LINES_REMOVED']);
    expect(
      await tampered(
        `insert into audit_event (municipality_id, number, verb, object) values ('${IDS.municipality}', 0, 'READ', 'Meeting')`,
      ),
    ).toEqual(['null LINES_ADDED']);
  });

  it('finds a line that was removed before it was sealed', async () => {
    await read(2);
    const last = `delete from audit_event where ${ours} and number = (select max(number) from audit_event where ${ours})`;
    expect(await tampered(last)).toEqual(['null LINES_REMOVED']);
    expect(await tampered(`${last}; select door_seal('${IDS.municipality}')`)).toEqual([
      expect.stringMatching(/^\d+ LINES_REMOVED_BEFORE_SEALING$/),
    ]);
    await seal();
  });

  it('finds a change that was altered, removed or inserted', async () => {
    const one = `scope_kind = 'TEAM' and scope_id = '${IDS.teamA1}' and version = 1`;
    expect(await tampered(`update change set fields = '{"set":{}}' where ${one}`)).toEqual(['1 CHANGES_ALTERED']);
    expect(await tampered(`delete from change where ${one}`)).toEqual(['1 CHANGES_REMOVED']);
    expect(
      await tampered(
        `insert into change select scope_kind, scope_id, 1000, municipality_id, uuidv7(), is_home, entity, entity_id, verb, actor_id, at, fields from change where ${one}`,
      ),
    ).toEqual(['null CHANGES_ADDED']);
  });

  it('finds a seal that was altered, removed from the middle, or made anew over altered lines', async () => {
    expect(await tampered(`update audit_seal set sealed_at = now() where ${ours} and number = 2`)).toEqual([
      '2 SEAL_ALTERED',
    ]);
    expect(await tampered(`delete from audit_seal where ${ours} and number = 2`)).toEqual(
      expect.arrayContaining(['3 SEAL_MISSING', '3 NOT_AFTER_THE_SEAL_BEFORE']),
    );
    expect(
      await tampered(
        `update audit_event set object = 'Team' where ${ours} and number = 2;
         update audit_seal set lines_hash = audit_lines_hash(municipality_id, from_line, to_line) where ${ours} and number = 1;
         update audit_seal s set hash = audit_seal_hash(s) where ${ours} and number = 1`,
      ),
    ).toEqual(['2 NOT_AFTER_THE_SEAL_BEFORE']);
    expect(await tampered(`delete from audit_seal_scope where ${ours} and seal_number = 1`)).toContain(
      '1 RANGES_ALTERED',
    );
  });

  it('finds seals taken off the end by one that was written down', async () => {
    const hash = (await verifyAudit(world.admin)).find(
      ({ municipality }) => municipality === 'Testby Kommune',
    )!.lastHash!;
    expect(await sealStillThere(world.admin, hash)).toBe(true);
    expect(await sealStillThere(world.admin, '0'.repeat(64))).toBe(false);
  });

  it('says it plainly', async () => {
    const whole = { municipality: 'Testby Kommune', seals: 1_200, lines: 3, changes: 2, lastHash: 'ab', findings: [] };
    expect(told(whole)).toEqual(['Testby Kommune: 1.200 segl over 3 linjer og 2 ændringer: ubrudt. Sidste segl: ab']);
    expect(told({ ...whole, findings: [{ seal: 7, finding: 'LINES_ALTERED', place: '4-9' }] })).toEqual([
      'Testby Kommune: 1.200 segl over 3 linjer og 2 ændringer: BRUDT',
      '  segl 7: linjer er ændret (4-9)',
    ]);
  });
});
