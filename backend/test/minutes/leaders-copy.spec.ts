import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';

const NOTE =
  'items { position title note noteDoc outcome decisions amendments actions { kind title dueWeek takenOn markers { position } } }';
const COPY = `title week purpose teamName schoolName note noteDoc amendments ${NOTE}`;
const SHARING = `query($id: ID!) { minutesSharing(meetingId: $id) { isUpToDate schoolName fingerprint shared { id title week sharedOn }
  receivers { displayName } copy { ${COPY} } } }`;
const SHARED = `query($id: ID!) { sharedMinutes(id: $id) { id sharedOn teamId schoolId copy { ${COPY} } } }`;
const OVERVIEW = `query($id: ID!) { schoolOverview(schoolId: $id, schoolYear: "2026-2027") { teams { id sharedMinutes { id title week } } } }`;
const SHARE = 'mutation($id: ID!, $seen: String!) { shareMinutes(meetingId: $id, seen: $seen) { id } }';
const REVOKE = 'mutation($id: ID!) { revokeMinutesShare(meetingId: $id) { id } }';
const AMEND =
  'mutation($id: ID!, $item: ID, $text: String!) { amendMinutes(meetingId: $id, itemId: $item, text: $text) { id } }';

const id = IDS.meeting;
const OUTSIDE: readonly PersonName[] = [
  'ove',
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
  for (const name of ['anne', 'mads', 'coach', 'leder', ...OUTSIDE] as const)
    callers.set(name, await world.signIn(name));
  const note = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Trine prøver det først. ' },
          { type: 'mention', attrs: { id: PEOPLE.trine.id, name: 'Trine Skov' } },
        ],
      },
    ],
  };
  await world.admin.query(
    `update meeting set state = 'HELD', started_at = '2026-11-25T13:37:00Z', ended_at = '2026-11-25T14:41:00Z' where id = '${id}';
     update meeting_participant set attendance = 'PRESENT' where meeting_id = '${id}' and person_id in ('${PEOPLE.anne.id}', '${PEOPLE.mads.id}');
     update agenda_item set state = 'DONE', outcome = 'DISCUSSED', started_at = '2026-11-25T13:39:00Z' where meeting_id = '${id}';
     update action set origin_meeting_id = '${id}', origin_item_id = '${IDS.items[2]}', due_on = '2026-12-03' where id = '${IDS.trial}';
     insert into action_responsible (municipality_id, action_id, person_id) values ('${IDS.municipality}', '${IDS.trial}', '${PEOPLE.mads.id}') on conflict do nothing`,
  );
  await world.admin.query(
    `insert into note (id, municipality_id, meeting_id, item_id, text, doc) values ($1, $2, $3, $1, 'Note til punkt 3', $4)
     on conflict (id) do update set text = excluded.text, doc = excluded.doc`,
    [IDS.items[2], IDS.municipality, id, JSON.stringify(note)],
  );
});
afterAll(() => world.stop());

const sharing = async (who: Caller) => (await who.ask(SHARING, { id }))['minutesSharing'];
const shared = async (share: string) => (await as('leder').ask(SHARED, { id: share }))['sharedMinutes'];
const listed = async (who: Caller) =>
  (await who.ask(OVERVIEW, { id: IDS.schoolA }))['schoolOverview'].teams.find(
    (team: { id: string }) => team.id === IDS.teamA1,
  ).sharedMinutes;
const changes = async () =>
  (
    await world.admin.query(
      `select verb, fields from change where is_home and scope_kind = 'MEETING' and scope_id = $1 and verb in ('shared', 'unshared') order by version`,
      [id],
    )
  ).rows;

/** Shares what stands now. @returns the share's id */
async function share(who: Caller): Promise<string> {
  await who.ask(SHARE, { id, seen: (await sharing(who)).fingerprint });
  return (await sharing(who)).shared.id;
}

describe('the leader’s copy of minutes', () => {
  it('is neither seen nor shared before the minutes are approved', async () => {
    expect(await as('mads').refusal(SHARING, { id })).toEqual({ code: 'NOT_FOUND' });
    expect(await as('mads').refusal(SHARE, { id, seen: '' })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    expect(await as('mads').refusal(REVOKE, { id })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    await world.admin.query(
      `insert into minutes (id, municipality_id, meeting_id, state, approved_at, snapshot, fingerprint)
         select '${id}', '${IDS.municipality}', '${id}', 'APPROVED', now(), minutes_text('${id}'), 'x'`,
    );
    expect(await listed(as('leder'))).toEqual([]);
  });

  it('is shared by the team alone, and is not there for anybody else', async () => {
    const { fingerprint } = await sharing(as('mads'));
    expect(await world.stranger().refusal(SHARING, { id })).toMatchObject({ code: 'SIGNED_OUT' });
    for (const name of [...OUTSIDE, 'leder'] as const) {
      expect(await as(name).refusal(SHARING, { id }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await as(name).refusal(SHARE, { id, seen: fingerprint }), name).toEqual({ code: 'NOT_FOUND' });
      expect(await as(name).refusal(REVOKE, { id }), name).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await as('coach').refusal(SHARE, { id, seen: fingerprint })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await as('coach').refusal(REVOKE, { id })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await changes()).toEqual([]);
  });

  it('names to the team, before it is sent, the leaders of their own school who would read it', async () => {
    expect(await sharing(as('mads'))).toMatchObject({
      shared: null,
      schoolName: 'Askeskolen',
      receivers: [{ displayName: PEOPLE.leder.name }],
    });
  });

  it('is what the team read before sharing: one that has had something added since is read again', async () => {
    const { fingerprint } = await sharing(as('mads'));
    await as('anne').ask(AMEND, { id, item: IDS.items[2], text: 'Tavleplanen hænger nu' });
    expect(await as('mads').refusal(SHARE, { id, seen: fingerprint })).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect((await sharing(as('mads'))).shared).toBeNull();
  });

  it('is read by the school’s leader exactly as the team saw it, and by no other leader, cluster or municipality', async () => {
    const before = await sharing(as('mads'));
    const one = await share(as('mads'));
    const read = await shared(one);
    expect(read.copy).toEqual(before.copy);
    expect(read).toMatchObject({ teamId: IDS.teamA1, schoolId: IDS.schoolA });
    expect(await listed(as('leder'))).toEqual([{ id: one, title: before.copy.title, week: '2026-W48' }]);
    expect(await world.stranger().refusal(SHARED, { id: one })).toMatchObject({ code: 'SIGNED_OUT' });
    for (const name of OUTSIDE) {
      expect(await as(name).refusal(SHARED, { id: one }), name).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await changes()).toEqual([{ verb: 'shared', fields: { hint: true } }]);
  });

  it('tells of no person, no attendance and no clock time', async () => {
    const { id: one } = (await sharing(as('mads'))).shared;
    const read = await shared(one);
    const said = JSON.stringify(read);
    for (const name of [PEOPLE.anne.name, PEOPLE.mads.name, PEOPLE.gaest.name]) expect(said, name).not.toContain(name);
    for (const person of Object.values(PEOPLE)) expect(said, person.name).not.toContain(person.id);
    for (const time of ['13:3', '14.3', '14:4', '2026-11-25', '2026-12-03', 'T1'])
      expect(said, time).not.toContain(time);
    // An id that has its time in it would tell when.
    expect(one[14]).toBe('4');
    for (const known of [id, ...IDS.items, IDS.trial, IDS.decision]) expect(said).not.toContain(known);
    const third = read.copy.items[2];
    expect(third).toMatchObject({
      title: 'Fælles undersøgelse',
      decisions: ['Vi begynder ens'],
      amendments: ['Tavleplanen hænger nu'],
      actions: [{ kind: 'TRIAL', dueWeek: '2026-W49', takenOn: true }],
    });
  });

  it('keeps the names that the team wrote in its own text, and makes a mention no more than a name', async () => {
    const { copy } = await sharing(as('mads'));
    expect(copy.items[2].noteDoc.content[0].content).toEqual([
      { type: 'text', text: 'Trine prøver det først. ' },
      { type: 'text', text: '@Trine Skov' },
    ]);
  });

  it('stays as it was shared when something is added, until it is shared anew', async () => {
    const { id: first } = (await sharing(as('mads'))).shared;
    const before = await shared(first);
    await as('anne').ask(AMEND, { id, item: null, text: 'Vi ses torsdag' });
    expect(await shared(first)).toEqual(before);
    expect((await sharing(as('mads'))).isUpToDate).toBe(false);
    const second = await share(as('anne'));
    expect((await shared(second)).copy.amendments).toEqual(['Vi ses torsdag']);
    expect(await as('leder').refusal(SHARED, { id: first })).toEqual({ code: 'NOT_FOUND' });
    expect((await listed(as('leder'))).map((line: { id: string }) => line.id)).toEqual([second]);
    await expect(
      world.admin.query(`update minutes_share set copy = '{}' where meeting_id = $1 and copy is not null`, [id]),
    ).rejects.toThrow('immutable');
  });

  it('is gone for the leader at once when the team takes it back, with its words', async () => {
    const { id: one } = (await sharing(as('mads'))).shared;
    await as('mads').ask(REVOKE, { id });
    expect(await as('leder').refusal(SHARED, { id: one })).toEqual({ code: 'NOT_FOUND' });
    expect(await listed(as('leder'))).toEqual([]);
    expect((await sharing(as('anne'))).shared).toBeNull();
    expect((await world.admin.query('select copy from minutes_share where copy is not null')).rows).toEqual([]);
    expect(await as('mads').refusal(REVOKE, { id })).toMatchObject({ code: 'STEP_NOT_POSSIBLE', possible: ['SHARE'] });
    expect((await changes()).map(({ verb }: { verb: string }) => verb)).toEqual(['shared', 'shared', 'unshared']);
  });

  it('is gone for whoever no longer leads the school', async () => {
    const one = await share(as('mads'));
    expect((await shared(one)).id).toBe(one);
    await world.admin.query(`update role_assignment set valid_to = '2021-01-01' where person_id = $1`, [
      PEOPLE.leder.id,
    ]);
    expect(await as('leder').refusal(SHARED, { id: one })).toEqual({ code: 'NOT_FOUND' });
    expect((await sharing(as('mads'))).receivers).toEqual([]);
  });
});
