import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PreparationEnds } from '../../src/preparation/preparation-ends.ts';
import { PreparedBeat } from '../../src/preparation/prepared-beat.ts';
import { FINISH, START } from '../meetings/run-documents.ts';
import { catchUp, recorderOf, type Recorder } from '../reflections/recorder.ts';
import { IDS, PEOPLE, startWorld, type PersonName, type World } from '../world.ts';
import { NOTE, prepared, PROPOSE, READY, TAKE, wish } from './preparing.ts';

const DAY = 86_400_000;
const OUTSIDE = ['ove', 'leder', 'klyngeleder', 'bodil', 'laeser', 'konsulent', 'admin', 'dpo', 'nabo'] as const;
const IN_THE_ROOM = ['anne', 'mads', 'trine', 'gaest'] as const satisfies readonly PersonName[];
const ROOMS = (name: PersonName) =>
  [
    { kind: 'MEETING', id: IDS.meeting },
    { kind: 'TEAM', id: IDS.teamA1 },
    { kind: 'PERSON', id: PEOPLE[name].id },
  ] as const;
const PAGES = `query($id: ID!, $team: ID!) {
  meeting(id: $id) { id revision liveVersion preparation { id readyCount notes { id text } } proposals { id title revision } participants { id person { id } } }
  myWeek { id prepare { id } preparing { id preparation { id readyCount } } } teamPage(teamId: $team) { id liveVersion coming { id } } }`;

let world: World;
const recorders = new Map<PersonName, Recorder>();
const { meeting } = IDS;
const of = (name: PersonName): Recorder => recorders.get(name)!;
const beat = () => world.app.get(PreparedBeat, { strict: false }).round(Date.now());
const ends = (now: number) => world.app.get(PreparationEnds, { strict: false }).round(now);
const count = async (sql: string, values: unknown[] = []) => Number((await world.admin.query(sql, values)).rows[0].n);

beforeAll(async () => {
  world = await startWorld();
  // The beat is beaten by hand here.
  await world.app.get(PreparedBeat, { strict: false }).onApplicationShutdown();
  for (const name of IN_THE_ROOM)
    recorders.set(name, await recorderOf(world, name, await world.signIn(name), ROOMS(name)));
});
afterAll(() => world.stop());

/** What a query gives in somebody's own context, as the role that serves. */
async function asPerson(name: PersonName, sql: string, values: unknown[] = []) {
  const { default: pg } = await import('pg');
  const app = new pg.Client({ connectionString: world.database.appUrl });
  await app.connect();
  try {
    await app.query('begin');
    await app.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
      IDS.municipality,
      PEOPLE[name].id,
    ]);
    return (await app.query(sql, values)).rows as Record<string, unknown>[];
  } finally {
    await app.end();
  }
}

describe('who may', () => {
  it('a stranger is ready for nothing and writes nothing, and a coach only while attending', async () => {
    for (const name of OUTSIDE) {
      const caller = await world.signIn(name);
      expect(await caller.refusal(READY, { meeting, ready: true }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await caller.refusal(NOTE, { meeting, text: 'x', seen: '' }), name).toEqual({ code: 'NOT_FOUND' });
    }
    const coach = await world.signIn('coach');
    expect(await coach.refusal(READY, { meeting, ready: true })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await coach.refusal(NOTE, { meeting, text: 'x', seen: '' })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await of('gaest').caller.refusal(NOTE, { meeting: IDS.draft, text: 'x', seen: '' })).toEqual({
      code: 'NOT_FOUND',
    });
    expect(await world.stranger().refusal(READY, { meeting, ready: true })).toMatchObject({ code: 'SIGNED_OUT' });
  });
});

describe('how many are ready', () => {
  it('is a figure at a beat; that somebody is reaches nobody else, in any answer, event, version or list of changes', async () => {
    for (const name of IN_THE_ROOM) await of(name).caller.send(PAGES, { id: meeting, team: IDS.teamA1 });
    const pages = async (name: PersonName) => {
      const answer = await of(name).caller.send(PAGES, { id: meeting, team: IDS.teamA1 });
      return JSON.stringify(answer);
    };
    const before = new Map<PersonName, string>();
    for (const name of ['anne', 'trine', 'gaest'] as const) before.set(name, await pages(name));
    const began = Date.now();
    await of('mads').caller.ask(READY, { meeting, ready: true });
    for (const name of ['anne', 'trine', 'gaest'] as const) {
      // To the last byte what it was.
      expect(await pages(name), name).toBe(before.get(name));
      await catchUp(world, of(name), ROOMS(name));
      expect(
        of(name).heard.filter((one) => one.at >= began && one.how === 'event changes'),
        name,
      ).toEqual([]);
    }
    expect((await prepared(of('mads').caller, meeting)).preparation).toMatchObject({ ownReady: true, readyCount: 0 });
    expect(await beat()).toEqual([meeting]);
    expect(await beat()).toEqual([]);
    for (const name of IN_THE_ROOM)
      expect((await prepared(of(name).caller, meeting)).preparation, name).toMatchObject({
        readyCount: 1,
        ownReady: name === 'mads',
      });
    const told = await world.admin.query(
      `select scope_kind, actor_id, verb, fields from change where entity = 'Preparation' and scope_kind <> 'PERSON'`,
    );
    expect(told.rows).toEqual([
      {
        scope_kind: 'MEETING',
        actor_id: '00000000-0000-7000-8000-00000000c10c',
        verb: 'counted',
        fields: { set: { readyCount: 1 } },
      },
    ]);
    await catchUp(world, of('anne'), ROOMS('anne'));
    for (const { words, how } of of('anne').heard.filter((one) => one.at >= began && one.words.includes('counted')))
      expect(words, how).not.toContain(PEOPLE.mads.id);
  });

  it('says nothing of whom it lost when a guest is called no more, and never more than are called', async () => {
    await of('gaest').caller.ask(READY, { meeting, ready: true });
    await beat();
    const guest = (
      await world.admin.query('select id from meeting_participant where meeting_id = $1 and person_id = $2', [
        meeting,
        PEOPLE.gaest.id,
      ])
    ).rows[0].id;
    await of('anne').caller.ask('mutation($id: ID!) { removeGuest(participantId: $id) { id } }', { id: guest });
    expect(await beat()).toEqual([]);
    for (const name of ['anne', 'trine'] as const) await of(name).caller.ask(READY, { meeting, ready: true });
    await beat();
    expect((await prepared(of('anne').caller, meeting)).preparation.readyCount).toBe(3);
    for (const name of ['anne', 'trine', 'mads'] as const)
      await of(name).caller.ask(READY, { meeting, ready: name === 'mads' });
    await beat();
    await of('anne').caller.ask('mutation($m: ID!, $p: ID!) { inviteGuest(meetingId: $m, personId: $p) { id } }', {
      m: meeting,
      p: PEOPLE.gaest.id,
    });
  });

  it('straight at the database: each reads their own mark alone, and the doors answer to the clock', async () => {
    for (const name of ['anne', 'mads', 'trine', 'leder', 'coach', 'ove'] as const) {
      const mine = name === 'mads' ? 1 : 0;
      expect(await asPerson(name, 'select 1 from preparation_ready'), name).toHaveLength(mine);
      expect(await asPerson(name, 'select * from door_prepared_counts()'), name).toEqual([]);
      expect(await asPerson(name, 'select * from door_ready_left()'), name).toEqual([]);
      expect(await asPerson(name, 'select door_end_ready($1) as n', [meeting]), name).toEqual([{ n: 0 }]);
      const own = await asPerson(
        name,
        `select 1 from change where entity_id = $1 and scope_kind = 'PERSON' and verb in ('ready', 'not ready')`,
        [meeting],
      );
      if (mine === 0 && !['anne', 'trine'].includes(name)) expect(own, name).toEqual([]);
    }
    const columns = await world.admin.query(
      `select column_name as name from information_schema.columns where table_name in ('preparation_ready', 'preparation_count') and data_type like 'timestamp%'`,
    );
    expect(columns.rows).toEqual([]);
  });
});

describe('one’s own note', () => {
  it('is read by the team and whoever attends, and by nobody above', async () => {
    await of('mads').caller.ask(NOTE, { meeting, text: 'Jeg har set på køen ved døren', seen: '' });
    for (const name of IN_THE_ROOM)
      expect(
        (await prepared(of(name).caller, meeting)).preparation.notes!.map((one) => [one.person.id, one.text]),
        name,
      ).toEqual([[PEOPLE.mads.id, 'Jeg har set på køen ved døren']]);
    expect((await prepared(await world.signIn('coach'), meeting)).preparation.notes).toBeNull();
    const { rows } = await world.admin.query(
      `select count(*)::int as n from change where fields::text like '%køen ved døren%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('from two devices: the second is shown the first’s words, and neither is lost', async () => {
    const again = await world.signIn('mads');
    expect(await again.refusal(NOTE, { meeting, text: 'Fra telefonen', seen: '' })).toEqual({
      code: 'CHANGED_MEANWHILE',
      current: { text: 'Jeg har set på køen ved døren' },
    });
    const [one, two] = await Promise.all([
      of('trine').caller.send(NOTE, { meeting, text: 'Første ord', seen: '' }),
      (await world.signIn('trine')).send(NOTE, { meeting, text: 'Andre ord', seen: '' }),
    ]);
    const kept = (await prepared(of('trine').caller, meeting)).preparation.notes!.find(
      (note) => note.person.id === PEOPLE.trine.id,
    )!.text;
    const refused = [one, two].filter((answer) => answer.errors);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.errors![0]!.extensions).toEqual({ code: 'CHANGED_MEANWHILE', current: { text: kept } });
  });

  it('is held to the rules of every text; empty, it is gone', async () => {
    expect(await of('anne').caller.refusal(NOTE, { meeting, text: '010203-1234', seen: '' })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'text', problem: 'CPR' }],
    });
    expect(await of('anne').caller.refusal(NOTE, { meeting, text: 'x'.repeat(2_001), seen: '' })).toMatchObject({
      fields: [{ field: 'text', problem: 'TOO_LONG' }],
    });
    await of('anne').caller.ask(NOTE, { meeting, text: 'Kort', seen: '' });
    await of('anne').caller.ask(NOTE, { meeting, text: ' ', seen: 'Kort' });
    expect(await count('select count(*) as n from preparation_note where person_id = $1', [PEOPLE.anne.id])).toBe(0);
  });
});

describe('when the meeting is over', () => {
  it('is still written while it is on; then it is refused by name, and what is there stays readable', async () => {
    const id = '00000000-0000-4000-8000-0000000000aa';
    await of('mads').caller.ask(PROPOSE, { meeting, id, proposal: wish('Et punkt') });
    await of('anne').caller.ask(TAKE, { id, seen: 1 });
    await of('anne').caller.ask(START, { id: meeting });
    expect(await of('anne').caller.refusal(READY, { meeting, ready: true })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'IN_PROGRESS',
    });
    await of('anne').caller.ask(NOTE, { meeting, text: 'Lige inden', seen: '' });
    expect(await ends(Date.now())).toEqual([]);
    await of('anne').caller.ask(FINISH, { id: meeting });
    expect(await of('anne').caller.refusal(NOTE, { meeting, text: 'For sent', seen: 'Lige inden' })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'HELD',
    });
    expect((await prepared(of('anne').caller, meeting)).preparation.notes).toHaveLength(3);
  });

  it('who was ready goes at once; words thirty days after the approval, once, also when two replicas look', async () => {
    expect(await ends(Date.now())).toEqual([meeting]);
    for (const table of ['preparation_ready', 'preparation_count'])
      expect(await count(`select count(*) as n from ${table} where meeting_id = $1`, [meeting]), table).toBe(0);
    expect(await ends(Date.now())).toEqual([]);
    expect(await beat()).toEqual([]);
    await of('anne').caller.ask('mutation($id: ID!) { proposeMinutes(meetingId: $id) { id } }', { id: meeting });
    const { revision } = (
      await of('anne').caller.ask('query($id: ID!) { minutes(meetingId: $id) { revision } }', { id: meeting })
    )['minutes'];
    await of('anne').caller.ask(
      'mutation($id: ID!, $seen: Int!) { approveMinutes(meetingId: $id, seenRevision: $seen) { id } }',
      { id: meeting, seen: revision },
    );
    expect(
      (await of('gaest').caller.send(PAGES, { id: meeting, team: IDS.teamA1 })).data?.['meeting'] ?? null,
    ).toBeNull();
    expect(await ends(Date.now() + 30 * DAY - 60_000)).toEqual([]);
    expect((await prepared(of('anne').caller, meeting)).preparation.notes).toHaveLength(3);
    const now = Date.now() + 30 * DAY + 60_000;
    const [one, two] = await Promise.all([ends(now), ends(now)]);
    expect([...one, ...two]).toEqual([meeting]);
    const after = await prepared(of('anne').caller, meeting);
    expect(after.preparation.notes).toEqual([]);
    expect(after.proposals).toEqual([]);
    expect(after.items.map((item) => item.title)).toContain('Et punkt');
  });
});
