import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedByTimeAt } from '#domain/minutes-lifecycle.ts';
import { ApprovalByTime } from '../../src/minutes/approval-by-time.ts';
import { ATTEND, DECIDE, REDECIDE, START, UNDECIDE } from '../meetings/run-documents.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const HISTORY = `query($id: ID!, $after: ID) { minutesHistory(meetingId: $id, after: $after) { state may cursor decisions { id text revision }
  changes { id at who entity verb way item objection answer amendment decision { decisionId itemId text before } attended { person attendance } } } }`;
const mutation = (name: string, extra = '', args = '') =>
  `mutation($id: ID!${extra}) { ${name}(meetingId: $id${args}) { id } }`;
const PROPOSE = mutation('proposeMinutes');
const WITHDRAW = mutation('withdrawMinutes');
const TAP = mutation('tapMinutes');
const APPROVE = mutation('approveMinutes', ', $seen: Int!', ', seenRevision: $seen');
const OBJECT = mutation('objectToMinutes', ', $item: ID, $text: String!', ', itemId: $item, text: $text');
const ANSWER = mutation('answerObjection', ', $to: ID!, $text: String!', ', objectionId: $to, text: $text');
const AMEND = mutation('amendMinutes', ', $item: ID, $text: String!', ', itemId: $item, text: $text');
const SHARE = mutation('shareMinutes', ', $seen: String!', ', seen: $seen');
const REVOKE = mutation('revokeMinutesShare');
const CREATE =
  'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }';
const OUTSIDE = ['ove', 'leder', 'klyngeleder', 'bodil', 'laeser', 'konsulent', 'admin', 'dpo', 'nabo'] as const;
const id = IDS.meeting;
const item = IDS.items[0];

let world: World;
let anne: Caller;
let mads: Caller;
let coach: Caller;
let decision = '';
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  coach = await world.signIn('coach');
  await anne.ask(START, { id });
  decision = (await anne.ask(DECIDE, { item, text: 'Vi begynder kl. 8' }))['addDecision'].id;
});
afterAll(() => world.stop());

const page = async (caller = anne, after: string | null = null, meeting: string = id) =>
  (await caller.ask(HISTORY, { id: meeting, after }))['minutesHistory'] as Record<string, any>;
const changes = async (caller = anne) => (await page(caller))['changes'] as any[];
const verbs = async (caller = anne) => (await changes(caller)).map(({ verb }) => verb as string);
const revision = async (meeting: string = id): Promise<number> =>
  (await world.admin.query('select revision from minutes where meeting_id = $1', [meeting])).rows[0].revision;
/** Puts the meeting where the clock and the room would have brought it. */
const held = (meeting: string = id) =>
  world.admin.query(
    `update meeting set state = 'HELD', started_at = now() - interval '1 hour', ended_at = now(), current_item_id = null where id = '${meeting}';
     update meeting_participant set attendance = 'PRESENT' where meeting_id = '${meeting}' and person_id in ('${PEOPLE.anne.id}', '${PEOPLE.mads.id}')`,
  );

describe('who did what to the minutes', () => {
  it('is told of no meeting before it was held, and of none that is foreign or unknown', async () => {
    expect(await anne.refusal(HISTORY, { id })).toEqual({ code: 'NOT_FOUND' });
    await held();
    for (const unknown of [IDS.otherMeeting, randomUUID(), 'ikke et id'])
      expect(await anne.refusal(HISTORY, { id: unknown }), unknown).toEqual({ code: 'NOT_FOUND' });
  });

  it('is the team’s: to everybody else, a guest and a coach who is not called among them, it is not there', async () => {
    for (const name of [...OUTSIDE, 'gaest', 'coach'] as const)
      expect(await (await world.signIn(name)).refusal(HISTORY, { id }), name).toEqual({ code: 'NOT_FOUND' });
    expect((await world.stranger().refusal(HISTORY, { id }))['code']).toBe('SIGNED_OUT');
    for (const after of ['1 or true', '0', '-1', '9'.repeat(30)])
      expect((await anne.refusal(HISTORY, { id, after }))['code'], after).toBe('NOT_FOUND');
  });

  it('says who decided, who changed it, what stood there before, and who took it away', async () => {
    await mads.ask(REDECIDE, { id: decision, text: 'Vi begynder kl. 9', seen: 1 });
    await anne.ask(UNDECIDE, { id: decision });
    const [removed, changed, made] = await changes();
    const of = { decisionId: decision, itemId: item };
    expect(made).toMatchObject({
      who: PEOPLE.anne.name,
      entity: 'Decision',
      verb: 'decided',
      item: 'Check-in og roller',
      decision: { ...of, text: 'Vi begynder kl. 8', before: null },
    });
    expect(changed).toMatchObject({
      who: PEOPLE.mads.name,
      verb: 'changed',
      decision: { ...of, text: 'Vi begynder kl. 9', before: 'Vi begynder kl. 8' },
    });
    expect(removed).toMatchObject({
      who: PEOPLE.anne.name,
      verb: 'removed',
      decision: { ...of, text: 'Vi begynder kl. 9', before: null },
    });
  });

  it('leads back: what was removed is laid back once, and its old text is put back by the revision that was seen', async () => {
    const back = { item, text: 'Vi begynder kl. 9', id: decision };
    await Promise.all([anne.ask(DECIDE, back), mads.ask(DECIDE, back)]);
    const told = await page();
    expect(told['changes'][0]).toMatchObject({ verb: 'laid back', decision: { text: 'Vi begynder kl. 9' } });
    expect(told['changes'][1].verb).toBe('removed');
    expect(told['may']).toEqual(expect.arrayContaining(['meeting.write', 'minutes.amend']));
    const now = told['decisions'].find((one: any) => one.id === decision);
    // Whoever had it open before it was removed writes over nothing.
    for (const seen of [1, 2, now.revision - 1])
      expect((await mads.refusal(REDECIDE, { id: decision, text: 'Kl. 7', seen }))['code']).toBe('CHANGED_MEANWHILE');
    await mads.ask(REDECIDE, { id: decision, text: 'Vi begynder kl. 8', seen: now.revision });
    expect((await changes())[0].decision).toMatchObject({ text: 'Vi begynder kl. 8', before: 'Vi begynder kl. 9' });
  });

  it('tells whose presence was put right after the meeting, and not who came to it', async () => {
    await mads.ask(ATTEND, { id, person: PEOPLE.trine.id, attendance: 'PRESENT' });
    await mads.ask(ATTEND, { id, person: PEOPLE.trine.id, attendance: 'ABSENT' });
    expect(
      (await changes()).filter(({ attended }) => attended !== null).map(({ who, attended }) => [who, attended]),
    ).toEqual([
      [PEOPLE.mads.name, { person: PEOPLE.trine.name, attendance: 'ABSENT' }],
      [PEOPLE.mads.name, { person: PEOPLE.trine.name, attendance: 'PRESENT' }],
    ]);
  });
});

describe('the way to approval', () => {
  it('has no line for a tap: how many is shown on the page, and who is missing is told nowhere', async () => {
    await mads.ask(PROPOSE, { id });
    await anne.ask(WITHDRAW, { id });
    await anne.ask(PROPOSE, { id });
    const before = await page();
    expect(before['changes'].slice(0, 3).map(({ who, verb }: any) => [who, verb])).toEqual([
      [PEOPLE.anne.name, 'proposed'],
      [PEOPLE.anne.name, 'withdrawn'],
      [PEOPLE.mads.name, 'proposed'],
    ]);
    await mads.ask(TAP, { id });
    expect(await page()).toEqual(before);
  });

  it('names who objected and who answered, with the words that stand in their rows', async () => {
    await mads.ask(OBJECT, { id, item, text: 'Vi aftalte også tavleplanen' });
    await mads.ask(OBJECT, { id, item: null, text: 'Trine var der' });
    const { rows } = await world.admin.query('select id from minutes_objection order by created_at');
    await anne.ask(ANSWER, { id, to: rows[0].id, text: 'Det er skrevet ind' });
    await anne.ask(ANSWER, { id, to: rows[1].id, text: 'Nej' });
    await anne.ask(ANSWER, { id, to: rows[1].id, text: 'Hun var der ikke' });
    expect((await changes()).slice(0, 5)).toMatchObject([
      { who: PEOPLE.anne.name, verb: 'answered', objection: 'Trine var der', answer: 'Hun var der ikke' },
      { verb: 'answered', objection: 'Trine var der', answer: null },
      { verb: 'answered', objection: 'Vi aftalte også tavleplanen', answer: 'Det er skrevet ind' },
      { who: PEOPLE.mads.name, verb: 'objected', item: null, objection: 'Trine var der', answer: null },
      { who: PEOPLE.mads.name, verb: 'objected', item: 'Check-in og roller', objection: 'Vi aftalte også tavleplanen' },
    ]);
    await world.admin.query(`update minutes_objection set text = '[slettet]', answer = '[slettet]'`);
    expect(JSON.stringify(await page())).not.toMatch(/tavleplanen|Trine var|Hun var/);
  });

  it('is a coach’s while they attend, without objections and answers', async () => {
    await world.admin.query(
      `insert into meeting_participant (id, municipality_id, meeting_id, person_id, attendance) values ($1, $2, $3, $4, 'INVITED')`,
      [randomUUID(), IDS.municipality, id, PEOPLE.coach.id],
    );
    const told = await verbs(coach);
    expect(told).toEqual((await verbs()).filter((verb) => !['objected', 'answered'].includes(verb)));
    expect(told).toContain('attended');
    expect(told).toContain('decided');
  });

  it('ends with all who were present: nobody stands as the last to tap, and nothing is put back any more', async () => {
    await anne.ask(TAP, { id });
    const told = await page();
    expect(told).toMatchObject({ state: 'APPROVED' });
    expect(told['changes'][0]).toMatchObject({ verb: 'approved', way: 'ALL_PRESENT', who: null });
    expect((await mads.refusal(REDECIDE, { id: decision, text: 'Kl. 7', seen: 9 }))['code']).toBe('STEP_NOT_POSSIBLE');
    expect((await mads.refusal(DECIDE, { item, text: 'Kl. 7', id: randomUUID() }))['code']).toBe('STEP_NOT_POSSIBLE');
  });

  it('goes on with what was added and shared; a coach reads that, and not who came', async () => {
    await mads.ask(AMEND, { id, item, text: 'Tavleplanen hænger nu i alle lokaler' });
    const { minutesSharing } = await anne.ask('query($id: ID!) { minutesSharing(meetingId: $id) { fingerprint } }', {
      id,
    });
    await mads.ask(SHARE, { id, seen: minutesSharing.fingerprint });
    await anne.ask(REVOKE, { id });
    for (const caller of [anne, coach])
      expect((await changes(caller)).slice(0, 4)).toMatchObject([
        { who: PEOPLE.anne.name, verb: 'unshared' },
        { who: PEOPLE.mads.name, verb: 'shared' },
        {
          who: PEOPLE.mads.name,
          verb: 'amended',
          item: 'Check-in og roller',
          amendment: 'Tavleplanen hænger nu i alle lokaler',
        },
        { verb: 'approved' },
      ]);
    expect((await page(coach))['may']).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(meeting\.write|minutes\.amend)$/)]),
    );
    for (const verb of ['objected', 'answered', 'attended', 'came']) expect(await verbs(coach)).not.toContain(verb);
    for (const name of [...OUTSIDE, 'gaest'] as const)
      expect(await (await world.signIn(name)).refusal(HISTORY, { id }), name).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('another meeting’s', () => {
  let other = '';
  const another = async () => {
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const input = { templateKey: 'opfoelgning-kort', startsAt, durationMin: 60 };
    const made = (await anne.ask(CREATE, { teamId: IDS.teamA1, input }))['createMeeting'].id as string;
    await held(made);
    return made;
  };

  it('comes a page at a time, newest first, each once', async () => {
    other = await another();
    const { rows } = await world.admin.query('select id from agenda_item where meeting_id = $1 limit 1', [other]);
    const made = (await anne.ask(DECIDE, { item: rows[0].id, text: 'Nr. 0' }))['addDecision'].id;
    for (let n = 1; n < 60; n += 1) await anne.ask(REDECIDE, { id: made, text: `Nr. ${n}`, seen: n });
    const seen: any[] = [];
    let after: string | null = null;
    do {
      const one: Record<string, any> = await page(mads, after, other);
      expect(one['changes'].length).toBeLessThanOrEqual(40);
      seen.push(...one['changes']);
      after = one['cursor'];
    } while (after);
    expect(seen.map(({ decision: { text } }) => text)).toEqual(Array.from({ length: 60 }, (_, n) => `Nr. ${59 - n}`));
    expect(new Set(seen.map((one) => one.id)).size).toBe(60);
  });

  it('shared by the approval itself names nobody: it would be the last to tap', async () => {
    await world.admin.query(
      `insert into change (scope_kind, scope_id, version, municipality_id, change_id, is_home, entity, entity_id, verb, actor_id, at, fields)
       select 'MEETING', $1, 1000000 + n, $2, gen_random_uuid(), true, 'Minutes', $1, verb, $3, now(), '{"hint": true}'
       from (values (1, 'shared as chosen'), (2, 'shared by agreement')) x (n, verb)`,
      [other, IDS.municipality, PEOPLE.mads.id],
    );
    expect((await page(anne, null, other))['changes'].slice(0, 2)).toMatchObject([
      { who: null, verb: 'shared by agreement' },
      { who: null, verb: 'shared as chosen' },
    ]);
    await world.admin.query('delete from change where scope_id = $1 and version > 1000000', [other]);
  });

  it('approved by the clock is nobody’s', async () => {
    await mads.ask(PROPOSE, { id: other });
    const { rows } = await world.admin.query('select proposed_at from minutes where meeting_id = $1', [other]);
    await world.app.get(ApprovalByTime).round(approvedByTimeAt(rows[0].proposed_at.getTime()));
    expect((await page(anne, null, other))['changes'][0]).toMatchObject({ verb: 'approved', way: 'TIME', who: null });
  });

  it('approved by the facilitator names them', async () => {
    const third = await another();
    await anne.ask(PROPOSE, { id: third });
    await anne.ask(APPROVE, { id: third, seen: await revision(third) });
    expect((await page(mads, null, third))['changes'][0]).toMatchObject({
      verb: 'approved',
      way: 'FACILITATOR',
      who: PEOPLE.anne.name,
    });
  });
});
