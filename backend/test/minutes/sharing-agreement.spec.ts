import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedByTimeAt } from '#domain/minutes-lifecycle.ts';
import type { LiveChange } from '#live-protocol/change.ts';
import { ApprovalByTime } from '../../src/minutes/approval-by-time.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';

const COPY =
  'title week purpose teamName schoolName note items { title note decisions actions { title takenOn } } amendments';
const AT_SCHOOL = 'query($id: ID!) { schoolOverview(schoolId: $id) { agreement { id since mayKeep } } }';
const AT_TEAM = 'query($id: ID!) { teamPage(teamId: $id) { agreement { id since mayKeep } } }';
const AGREE = 'mutation($id: ID!, $on: Boolean!) { agreeOnSharingMinutes(schoolId: $id, on: $on) { id } }';
const CHOICE =
  'query($id: ID!) { minutesSharingChoice(meetingId: $id) { standing mayChoose receivers { displayName } } }';
const CHOOSE = 'mutation($id: ID!, $shares: Boolean!) { chooseMinutesSharing(meetingId: $id, shares: $shares) { id } }';
const AHEAD = `query($id: ID!) { leaderCopyAhead(meetingId: $id) { ${COPY} } }`;
const SHARING = `query($id: ID!) { minutesSharing(meetingId: $id) { isByAgreement isUpToDate shared { id } } }`;
const SHARED = `query($id: ID!) { sharedMinutes(id: $id) { copy { ${COPY} } } }`;
const REVOKE = 'mutation($id: ID!) { revokeMinutesShare(meetingId: $id) { id } }';
const PROPOSE = 'mutation($id: ID!) { proposeMinutes(meetingId: $id) { id } }';
const TAP = 'mutation($id: ID!) { tapMinutes(meetingId: $id) { id } }';
const APPROVE = 'mutation($id: ID!, $seen: Int!) { approveMinutes(meetingId: $id, seenRevision: $seen) { id } }';

const NOBODYS: readonly PersonName[] = [
  'klyngeleder',
  'bodil',
  'laeser',
  'konsulent',
  'admin',
  'dpo',
  'gaest',
  'nabo',
  'naboleder',
];

let world: World;
const callers = new Map<PersonName, Caller>();
const as = (name: PersonName): Caller => callers.get(name)!;
beforeAll(async () => {
  world = await startWorld();
  for (const name of Object.keys(PEOPLE) as PersonName[]) callers.set(name, await world.signIn(name));
});
afterAll(() => world.stop());

const rows = async (sql: string, values: unknown[] = []) => (await world.admin.query(sql, values)).rows;
const agreed = async () => (await as('leder').ask(AT_SCHOOL, { id: IDS.schoolA }))['schoolOverview'].agreement;
const agree = (on: boolean) => as('leder').ask(AGREE, { id: IDS.schoolA, on });
const choice = async (id: string, who: PersonName = 'mads') =>
  (await as(who).ask(CHOICE, { id }))['minutesSharingChoice'];
const sharing = async (id: string) => (await as('mads').ask(SHARING, { id }))['minutesSharing'];
const shares = (id: string) =>
  rows('select shared_by, version, copy is not null as words from minutes_share where meeting_id = $1', [id]);
const history = (id: string, verbs: string[]) =>
  rows('select verb, fields from change where is_home and entity_id = $1 and verb = any($2) order by version', [
    id,
    verbs,
  ]);

/** A meeting of the team that is over, with a decision and a guest. @param begun as Postgres reads it; null where it never formally began */
async function held(begun: string | null, teamId: string = IDS.teamA1): Promise<string> {
  const id = randomUUID();
  const item = randomUUID();
  await world.admin.query(
    `insert into meeting (id, municipality_id, team_id, series_id, title, starts_at, duration_min, state, started_at, ended_at)
       select $1, municipality_id, $2, series_id, 'Et møde', now() + interval '1 day', 60, 'HELD', $3::timestamptz, now() + interval '2 days'
       from meeting where id = $4`,
    [id, teamId, begun, IDS.meeting],
  );
  await world.admin.query(
    `insert into agenda_item (id, municipality_id, meeting_id, thread_id, position, title, kind, track, planned_min, state, outcome, note)
       select $1, municipality_id, $2, thread_id, 1, 'Overgangene', kind, track, planned_min, 'DONE', 'DECISION', 'Mads begynder'
       from agenda_item where id = $3`,
    [item, id, IDS.items[3]],
  );
  await world.admin.query(
    `insert into meeting_participant (municipality_id, meeting_id, person_id, attendance, is_guest, meeting_role)
       select $2, $1, x.person, 'PRESENT', x.guest, x.role from (values ($3::uuid, false, 'FACILITATOR'), ($4, false, null), ($5, true, null)) x(person, guest, role)`,
    [id, IDS.municipality, PEOPLE.anne.id, PEOPLE.mads.id, PEOPLE.gaest.id],
  );
  await world.admin.query(
    `insert into decision (municipality_id, meeting_id, item_id, text, created_by) values ($1, $2, $3, 'Vi begynder ens', $4)`,
    [IDS.municipality, id, item, PEOPLE.anne.id],
  );
  return id;
}

/** The three ways to approval. */
const WAYS = {
  'all present': async (id: string) => {
    for (const name of ['anne', 'mads', 'gaest'] as const) await as(name).ask(TAP, { id });
  },
  'the facilitator': async (id: string) => {
    const [row] = await rows('select revision from minutes where meeting_id = $1', [id]);
    await as('anne').ask(APPROVE, { id, seen: row.revision });
  },
  'the clock': async (id: string) => {
    const [row] = await rows('select proposed_at from minutes where meeting_id = $1', [id]);
    const done = await world.app.get(ApprovalByTime).round(approvedByTimeAt(row.proposed_at.getTime()));
    expect(done).toContain(id);
  },
};
type Way = keyof typeof WAYS;
const BY = Object.keys(WAYS) as Way[];

async function approve(id: string, way: Way): Promise<void> {
  await as('mads').ask(PROPOSE, { id });
  await WAYS[way](id);
  expect(await rows('select state from minutes where meeting_id = $1', [id])).toEqual([{ state: 'APPROVED' }]);
}

const LONG_AGO = '2026-11-02T13:30:00Z';
const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

describe('a school’s agreement on sharing minutes', () => {
  it('is off from the start; its teams, their coach and its leader know it, and nobody else', async () => {
    const off = { id: IDS.schoolA, since: null, mayKeep: false };
    expect(await agreed()).toEqual({ ...off, mayKeep: true });
    for (const name of ['mads', 'coach'] as const)
      expect((await as(name).ask(AT_TEAM, { id: IDS.teamA1 }))['teamPage'].agreement, name).toEqual(off);
    expect((await as('ove').ask(AT_TEAM, { id: IDS.teamA2 }))['teamPage'].agreement).toEqual(off);
    expect((await as('coach').ask(AT_SCHOOL, { id: IDS.schoolA }))['schoolOverview'].agreement).toEqual(off);
    expect(await world.stranger().refusal(AT_SCHOOL, { id: IDS.schoolA })).toMatchObject({ code: 'SIGNED_OUT' });
    for (const name of NOBODYS) {
      expect(await as(name).refusal(AT_SCHOOL, { id: IDS.schoolA }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await as(name).refusal(AT_TEAM, { id: IDS.teamA1 }), name).toEqual({ code: 'NOT_FOUND' });
    }
  });

  it('is made by the school’s own leader alone: no other leader, nobody in the municipality, nobody in a team', async () => {
    expect(await world.stranger().refusal(AGREE, { id: IDS.schoolA, on: true })).toMatchObject({ code: 'SIGNED_OUT' });
    for (const name of NOBODYS)
      expect(await as(name).refusal(AGREE, { id: IDS.schoolA, on: true }), name).toEqual({ code: 'NOT_FOUND' });
    for (const name of ['anne', 'mads', 'ove', 'coach'] as const)
      expect(await as(name).refusal(AGREE, { id: IDS.schoolA, on: true }), name).toEqual({ code: 'NOT_ALLOWED' });
    expect(await as('leder').refusal(AGREE, { id: IDS.schoolA, on: false })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      possible: ['AGREE'],
    });
    expect(await as('leder').refusal(AGREE, { id: IDS.schoolB, on: true })).toEqual({ code: 'NOT_FOUND' });
    expect(await as('leder').refusal(AGREE, { id: randomUUID(), on: true })).toEqual({ code: 'NOT_FOUND' });
    expect(await rows('select * from minutes_agreement where since is not null')).toEqual([]);
  });

  it('says nothing to anybody while it is off: no approval shares', async () => {
    for (const way of BY) {
      const id = await held(IN_AN_HOUR);
      expect((await choice(id)).standing).toBe('NOT_AGREED');
      await approve(id, way);
      expect(await shares(id), way).toEqual([]);
    }
  });

  it('is told to the school’s teams as it is made, once, and stands in the history with who made it', async () => {
    const before = Date.now();
    const [{ version }] = await rows(`select scope_version('TEAM', $1) as version`, [IDS.teamA1]);
    await agree(true);
    const { since } = await agreed();
    expect(Math.abs(Date.parse(since) - before)).toBeLessThan(60_000);
    expect(await as('leder').refusal(AGREE, { id: IDS.schoolA, on: true })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
    });
    expect((await agreed()).since).toBe(since);
    expect(
      await rows(
        `select scope_kind, verb, fields, actor_id from change where is_home and entity = 'MinutesAgreement' and entity_id = $1`,
        [IDS.schoolA],
      ),
    ).toEqual([{ scope_kind: 'SCHOOL', verb: 'agreed', fields: { hint: true }, actor_id: PEOPLE.leder.id }]);
    const [{ version: after }] = await rows(`select scope_version('TEAM', $1) as version`, [IDS.teamA1]);
    expect(Number(after)).toBe(Number(version) + 1);
  });

  it.each(BY)('shares by itself what began after it, approved by %s: word for word what the team saw', async (way) => {
    const id = await held(IN_AN_HOUR);
    expect(await choice(id)).toMatchObject({ standing: 'AGREED', receivers: [{ displayName: PEOPLE.leder.name }] });
    const { leaderCopyAhead } = await as('mads').ask(AHEAD, { id });
    expect(leaderCopyAhead).toMatchObject({ title: 'Et møde', items: [{ decisions: ['Vi begynder ens'] }] });
    const socket = await world.connectLive(as('leder'));
    const told = new Promise<LiveChange>((resolve) => {
      socket.on('changes', (changes) => {
        const one = changes.find(({ entity }) => entity === 'SharedMinutes');
        if (one) resolve(one);
      });
    });
    await socket.emitWithAck('follow', { kind: 'PERSON', id: PEOPLE.leder.id, since: null });
    await approve(id, way);
    expect(await sharing(id)).toMatchObject({ isByAgreement: true, isUpToDate: true });
    const { shared } = await sharing(id);
    expect((await as('leder').ask(SHARED, { id: shared.id }))['sharedMinutes'].copy).toEqual(leaderCopyAhead);
    expect(await told).toMatchObject({ entityId: shared.id, verb: 'told', fields: { hint: true } });
    expect(await shares(id)).toEqual([{ shared_by: null, version: 1, words: true }]);
    expect(await history(id, ['approved', 'shared', 'shared by agreement', 'shared as chosen'])).toMatchObject([
      { verb: 'approved' },
      { verb: 'shared by agreement', fields: { hint: true } },
    ]);
    socket.disconnect();
  });

  it('counts for no meeting that had begun when it was made, nor for one that never formally began', async () => {
    const [{ at, before }] = await rows(
      `select since::text as at, (since - interval '1 millisecond')::text as before from minutes_agreement`,
    );
    for (const begun of [LONG_AGO, before, at, null]) {
      for (const way of BY) {
        const id = await held(begun);
        expect((await choice(id)).standing, String(begun)).toBe('BEGUN_BEFORE');
        await approve(id, way);
        expect(await shares(id), `${begun} ${way}`).toEqual([]);
      }
    }
  });

  it('is met by a meeting that is started after it', async () => {
    expect((await choice(IDS.draft)).standing).toBe('AGREED');
    const { startMeetingNow } = await as('anne').ask('mutation($id: ID!) { startMeetingNow(teamId: $id) { id } }', {
      id: IDS.teamA1,
    });
    expect((await choice(startMeetingNow.id)).standing).toBe('AGREED');
  });
});

describe('a team’s choice for one meeting', () => {
  it('is the team’s alone: its coach sees it, a guest and the leader do not', async () => {
    const id = await held(IN_AN_HOUR);
    expect(await world.stranger().refusal(CHOOSE, { id, shares: false })).toMatchObject({ code: 'SIGNED_OUT' });
    for (const name of [...NOBODYS, 'leder', 'ove'] as const) {
      expect(await as(name).refusal(CHOICE, { id }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await as(name).refusal(CHOOSE, { id, shares: false }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await as(name).refusal(AHEAD, { id }), name).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await choice(id, 'coach')).toMatchObject({ standing: 'AGREED', mayChoose: false });
    expect(await as('coach').refusal(CHOOSE, { id, shares: false })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await as('coach').refusal(AHEAD, { id }), 'the open minutes are read by a coach who attends').toEqual({
      code: 'NOT_FOUND',
    });
    expect(await rows('select * from minutes_share_choice')).toEqual([]);
  });

  it.each(BY)('keeps the minutes in the team, whatever the school agreed, approved by %s', async (way) => {
    const id = await held(IN_AN_HOUR);
    await as('mads').ask(CHOOSE, { id, shares: false });
    expect(await choice(id, 'anne')).toMatchObject({ standing: 'KEPT', mayChoose: true });
    await approve(id, way);
    expect(await shares(id)).toEqual([]);
    expect(await history(id, ['shared', 'shared by agreement', 'shared as chosen'])).toEqual([]);
    expect(await sharing(id)).toMatchObject({ shared: null, isByAgreement: false });
  });

  it.each(BY)('shares them where the agreement does not reach, by whoever chose it, approved by %s', async (way) => {
    const id = await held(LONG_AGO);
    await as('mads').ask(CHOOSE, { id, shares: true });
    expect((await choice(id)).standing).toBe('CHOSEN');
    const { leaderCopyAhead } = await as('anne').ask(AHEAD, { id });
    await approve(id, way);
    expect(await shares(id)).toEqual([{ shared_by: PEOPLE.mads.id, version: 1, words: true }]);
    const { shared, isByAgreement } = await sharing(id);
    expect(isByAgreement).toBe(false);
    expect((await as('leder').ask(SHARED, { id: shared.id }))['sharedMinutes'].copy).toEqual(leaderCopyAhead);
    expect(await history(id, ['shared', 'shared by agreement', 'shared as chosen'])).toMatchObject([
      { verb: 'shared as chosen' },
    ]);
    await as('anne').ask(REVOKE, { id });
    expect(await as('leder').refusal(SHARED, { id: shared.id })).toEqual({ code: 'NOT_FOUND' });
  });

  it('is made from the planning on, can be made again, and is told to the team alone', async () => {
    for (const shares of [false, true, false]) await as('trine').ask(CHOOSE, { id: IDS.draft, shares });
    expect((await choice(IDS.draft)).standing).toBe('KEPT');
    expect(
      await rows(
        `select scope_kind, scope_id, verb, fields from change where entity = 'MinutesSharing' and entity_id = $1 order by version`,
        [IDS.draft],
      ),
    ).toEqual(
      ['kept', 'shared', 'kept'].map((word) => ({
        scope_kind: 'TEAM',
        scope_id: IDS.teamA1,
        verb: `chosen to be ${word}`,
        fields: { hint: true },
      })),
    );
  });

  it('made in the same moment as the approval either keeps them in the team or comes too late', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await held(IN_AN_HOUR);
      await as('mads').ask(PROPOSE, { id });
      const [chosen] = await Promise.all([as('mads').send(CHOOSE, { id, shares: false }), WAYS['the facilitator'](id)]);
      const refused = chosen.errors?.[0]?.extensions?.['code'];
      expect([undefined, 'STEP_NOT_POSSIBLE']).toContain(refused);
      expect(await shares(id)).toHaveLength(refused === undefined ? 0 : 1);
    }
  });

  it('ends with the approval, and is not made for a meeting that is cancelled', async () => {
    const id = await held(IN_AN_HOUR);
    await approve(id, 'the facilitator');
    expect(await as('mads').refusal(CHOOSE, { id, shares: false })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      possible: ['SHARE'],
    });
    expect(await as('mads').refusal(AHEAD, { id })).toEqual({ code: 'NOT_FOUND' });
    await world.admin.query(`update meeting set state = 'CANCELLED' where id = $1`, [IDS.draft]);
    expect(await as('mads').refusal(CHOOSE, { id: IDS.draft, shares: true })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
    });
  });
});

describe('where there is nobody to share with', () => {
  const TEAM = randomUUID();
  beforeAll(async () => {
    await world.admin.query(
      `insert into team (id, municipality_id, cluster_id, name, kind, school_year) select $1, municipality_id, $2, 'Klyngens team', kind, school_year from team where id = $3`,
      [TEAM, IDS.cluster, IDS.teamA1],
    );
    await world.admin.query(
      `insert into team_membership (municipality_id, team_id, person_id, function, valid_from)
         select municipality_id, $1, person_id, function, valid_from from team_membership where team_id = $2`,
      [TEAM, IDS.teamA1],
    );
  });

  it('a team of no one school chooses nothing, and its minutes are approved and stay its own', async () => {
    for (const way of BY) {
      const id = await held(IN_AN_HOUR, TEAM);
      expect(await choice(id)).toMatchObject({ standing: 'NOBODY', receivers: [] });
      expect(await as('mads').refusal(CHOOSE, { id, shares: true })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
      await approve(id, way);
      expect(await shares(id)).toEqual([]);
    }
    expect((await as('mads').ask(AT_TEAM, { id: TEAM }))['teamPage'].agreement).toBeNull();
  });

  it('a school without a leader shares nothing, by agreement or by choice', async () => {
    const [byItself, chosen] = [await held(IN_AN_HOUR), await held(IN_AN_HOUR)];
    await as('mads').ask(CHOOSE, { id: chosen, shares: true });
    await world.admin.query(`update role_assignment set valid_to = '2021-01-01' where person_id = $1`, [
      PEOPLE.leder.id,
    ]);
    for (const id of [byItself, chosen]) {
      expect((await choice(id)).standing).toBe('NOBODY');
      await approve(id, 'the clock');
      expect(await shares(id)).toEqual([]);
    }
    expect(await as('leder').refusal(AGREE, { id: IDS.schoolA, on: false })).toEqual({ code: 'NOT_FOUND' });
    await world.admin.query(`update role_assignment set valid_to = null where person_id = $1`, [PEOPLE.leder.id]);
  });
});

describe('an agreement that is ended', () => {
  it('counts for nothing more at once; what was shared stays, and making it anew reaches no further back', async () => {
    const already = await held(IN_AN_HOUR);
    await approve(already, 'all present');
    const waiting = await held(IN_AN_HOUR);
    await agree(false);
    expect((await agreed()).since).toBeNull();
    await approve(waiting, 'all present');
    expect(await shares(waiting)).toEqual([]);
    expect((await sharing(already)).shared).not.toBeNull();
    const between = await held(new Date().toISOString());
    await world.admin.query(`update meeting set started_at = clock_timestamp() where id = $1`, [between]);
    await agree(true);
    await approve(between, 'all present');
    expect(await shares(between)).toEqual([]);
  });
});
