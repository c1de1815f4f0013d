import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storable } from '../../src/access/audited.ts';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
let nabo: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  nabo = await world.signIn('nabo');
});
afterAll(() => world.stop());

const MEETING = 'query($id: ID!) { meeting(id: $id) { id title } }';
const MINE =
  'query($after: String) { myAuditLines(after: $after) { id cursor lines { id verb object objectId criterion at } } }';
const gathered = () => world.app.get(GatheredUses, { strict: false });

/** The lines written since the last time, oldest first, without what came of signing in. */
async function newLines(): Promise<Record<string, unknown>[]> {
  await gathered().flush();
  const { rows } = await world.admin.query(
    `select municipality_id, actor_id, verb, object, object_id, criterion from audit_event
     where verb in ('READ', 'SEARCH') and id <> all (select id from seen_line) order by municipality_id, number`,
  );
  await world.admin.query('insert into seen_line select id from audit_event on conflict do nothing');
  return rows;
}

const line = (
  who: 'anne' | 'nabo',
  verb: string,
  object: string,
  objectId: string | null,
  criterion: string | null = null,
) => ({
  municipality_id: who === 'nabo' ? IDS.otherMunicipality : IDS.municipality,
  actor_id: PEOPLE[who].id,
  verb,
  object,
  object_id: objectId,
  criterion,
});

beforeAll(() => world.admin.query('create temporary table seen_line (id uuid primary key)'));
beforeEach(newLines);

describe('what was not shown', () => {
  it('leaves no line: not for a stranger, not for somebody elsewhere, not for what is not there', async () => {
    await world.stranger().send(MEETING, { id: IDS.meeting });
    await nabo.send(MEETING, { id: IDS.meeting });
    await anne.send(MEETING, { id: IDS.otherMeeting });
    await anne.send(MEETING, { id: 'no id' });
    expect(await newLines()).toEqual([]);
  });

  it('leaves no line where it tells of nobody but whoever looks', async () => {
    await anne.ask(
      `{ viewer { id } markersPage { id } templateHome(scope: "TEAM", id: "${IDS.teamA1}") { id } whoSeesWhat { ability } myAuditLines { id } }`,
    );
    expect(await newLines()).toEqual([]);
  });
});

describe('a page that was read', () => {
  it('leaves exactly one line: who, what, which and when', async () => {
    const before = Date.now();
    await anne.ask(MEETING, { id: IDS.meeting });
    expect(await newLines()).toEqual([line('anne', 'READ', 'Meeting', IDS.meeting)]);
    const { rows } = await world.admin.query<{ at: Date }>('select at from audit_event order by at desc limit 1');
    expect(rows[0]!.at.getTime()).toBeGreaterThanOrEqual(before);
    expect(rows[0]!.at.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('leaves its line for each of the pages there are', async () => {
    const team = { id: IDS.teamA1 };
    await anne.ask('query($id: ID!) { teamPage(teamId: $id) { id } }', team);
    await anne.ask('query($id: ID!) { teamBoard(teamId: $id) { id } }', team);
    await anne.ask('query($id: ID!) { teamMeetings(teamId: $id) { id } }', team);
    await anne.ask('query($id: ID!) { newMeeting(teamId: $id) { id } }', team);
    await anne.ask('query($id: ID!) { actionPage(id: $id) { id } }', { id: IDS.trial });
    await anne.ask('{ myWeek { id } }');
    expect(await newLines()).toEqual([
      line('anne', 'READ', 'Team', IDS.teamA1),
      line('anne', 'READ', 'TeamBoard', IDS.teamA1),
      line('anne', 'READ', 'TeamMeetings', IDS.teamA1),
      line('anne', 'READ', 'NewMeetingPlan', IDS.teamA1),
      line('anne', 'READ', 'Action', IDS.trial),
      line('anne', 'READ', 'MyWeek', null),
    ]);
  });

  it('leaves one for each thing, when one question asks for several', async () => {
    await anne.ask('query($a: ID!, $b: ID!) { one: meeting(id: $a) { id } two: meeting(id: $b) { id } }', {
      a: IDS.meeting,
      b: IDS.draft,
    });
    expect((await newLines()).map((one) => one['object_id']).sort()).toEqual([IDS.meeting, IDS.draft].sort());
  });

  it('leaves its line in the reader’s own municipality, also when lines of several are written together', async () => {
    await Promise.all([anne.ask(MEETING, { id: IDS.meeting }), nabo.ask(MEETING, { id: IDS.otherMeeting })]);
    expect(await newLines()).toEqual([
      line('anne', 'READ', 'Meeting', IDS.meeting),
      line('nabo', 'READ', 'Meeting', IDS.otherMeeting),
    ]);
  });

  it('leaves its line though the session ended before it was written', async () => {
    const mads = await world.signIn('mads');
    await mads.ask(MEETING, { id: IDS.meeting });
    await world.admin.query('update session set ended_at = now() where person_id = $1', [PEOPLE.mads.id]);
    expect(await newLines()).toMatchObject([{ actor_id: PEOPLE.mads.id, object_id: IDS.meeting }]);
  });

  it('leaves its line by itself within a second or so', async () => {
    await anne.ask(MEETING, { id: IDS.meeting });
    await expect
      .poll(
        async () =>
          (
            await world.admin.query(
              `select from audit_event where verb = 'READ' and id <> all (select id from seen_line)`,
            )
          ).rowCount,
        {
          timeout: 5_000,
        },
      )
      .toBe(1);
  });
});

describe('a search', () => {
  const SEARCH = 'query($id: ID!, $search: String!) { guestChoices(meetingId: $id, search: $search) { id } }';

  it('leaves what was searched for, and where, but not who was found', async () => {
    await anne.ask(SEARCH, { id: IDS.meeting, search: ' Lene' });
    expect(await newLines()).toEqual([line('anne', 'SEARCH', 'Person', IDS.meeting, 'Lene')]);
  });

  it('leaves no CPR number', async () => {
    await anne.ask(SEARCH, { id: IDS.meeting, search: '010190-1234' });
    expect(await newLines()).toEqual([line('anne', 'SEARCH', 'Person', IDS.meeting, '(CPR)')]);
  });

  it('leaves nothing that Postgres cannot hold, and no more than there is room for', () => {
    expect(storable('Le\ud800n\u0000e')).toBe('Lene');
    expect([...storable('😀'.repeat(300))]).toHaveLength(200);
    expect(storable(undefined)).toBe('');
  });
});

describe('signing in and out', () => {
  it('leaves a line each, written with the session itself', async () => {
    const trine = await world.signIn('trine');
    await trine.ask('mutation { signOut }');
    const { rows } = await world.admin.query(
      'select verb, object from audit_event where actor_id = $1 order by number',
      [PEOPLE.trine.id],
    );
    expect(rows).toEqual([
      { verb: 'SIGN_IN', object: 'Session' },
      { verb: 'SIGN_OUT', object: 'Session' },
    ]);
  });
});

describe('one’s own lines', () => {
  it('are told to nobody who is not signed in', async () => {
    expect(await world.stranger().refusal(MINE)).toMatchObject({ code: 'SIGNED_OUT' });
    expect(await anne.refusal(MINE, { after: 'nonsense' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are one’s own alone, the newest first, and end with a cursor where there are more', async () => {
    const ove = await world.signIn('ove');
    await nabo.ask(MEETING, { id: IDS.otherMeeting });
    for (let n = 0; n < 21; n += 1) await ove.ask('{ myWeek { id } }');
    await gathered().flush();
    const first = (await ove.ask(MINE))['myAuditLines'];
    expect(first.id).toBe(PEOPLE.ove.id);
    expect(first.lines).toHaveLength(20);
    const rest = (await ove.ask(MINE, { after: first.cursor }))['myAuditLines'];
    expect(rest.lines.map((one: any) => one.verb)).toEqual(['READ', 'SIGN_IN']);
    expect(rest.cursor).toBeNull();
    const all = [...first.lines, ...rest.lines];
    expect(new Set(all.map((one) => one.id)).size).toBe(22);
    expect(all.map((one) => one.at)).toEqual(
      all
        .map((one) => one.at)
        .sort()
        .reverse(),
    );
    const { rows } = await world.admin.query('select id from audit_event where actor_id = $1', [PEOPLE.ove.id]);
    expect(all.map((one) => one.id).sort()).toEqual(rows.map((row) => row.id).sort());
  });
});
