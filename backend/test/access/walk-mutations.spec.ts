import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abilityNamed } from '../../src/access/policy.ts';
import { THE_CLOCK } from '../../src/platform/clock-job.ts';
import { schoolYearOf } from '#domain/school-year.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';
import { wrongRows } from '../sharing/search-rows.ts';
import { hanging } from './material-probes.ts';
import { templateProbes } from './template-probes.ts';
import { readVisibility } from './visibility.ts';
import { OPEN_PROPOSAL, preparing } from './walk-preparation.ts';
import { MAY, OF_THE_SESSION, WORDS, type Probe } from './who-writes.ts';

const later = new Date(Date.now() + 21 * 86_400_000).toISOString();
const inAWhile = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const SECOND_GUEST = PEOPLE.laeser.id;
const CLOSED_IN = '2028-2029';
const closedDay = { name: 'Lukket', schoolId: IDS.schoolA, from: '2028-10-09', to: '2028-10-13' };
const newAction = {
  kind: 'TASK',
  title: 'Find to bænke',
  markerIds: [],
  expectedSigns: [],
  responsibleIds: [PEOPLE.mads.id],
};

/** Every mutation, on what is team A1's, in an order in which each can be done: first the plan, then the meeting, then its minutes. */
const PROBES: readonly Probe[] = [
  {
    mutation: 'createMeeting',
    may: 'team',
    args: { teamId: IDS.teamA1, input: { durationMin: 60, startsAt: later, templateKey: 'plf-grundmoede' } },
  },
  {
    mutation: 'planSeries',
    may: 'team',
    args: {
      teamId: IDS.teamA1,
      input: {
        name: 'Efterårets møder',
        templateKey: 'plf-grundmoede',
        place: '',
        rule: { kind: 'PICKED', days: [inAWhile(40)], time: '07:30', durationMin: 60 },
        days: [inAWhile(40)],
      },
    },
  },
  {
    mutation: 'moveSeries',
    may: 'team',
    args: {
      meetingId: IDS.draft,
      input: { reach: 'FOLLOWING', shiftDays: 0, time: '07:10', durationMin: 15, place: 'Biblioteket' },
    },
  },
  ...templateProbes((sql, values) => one(sql, values)),
  { mutation: 'addClosingDays', may: 'administrator', args: { schoolYear: CLOSED_IN, days: [closedDay] } },
  {
    mutation: 'changeClosingDay',
    may: 'administrator',
    args: async () => ({
      id: await one('select id from closing_day limit 1'),
      schoolYear: CLOSED_IN,
      day: { ...closedDay, name: 'Fri' },
      seen: closedDay,
    }),
  },
  {
    mutation: 'removeClosingDay',
    may: 'administrator',
    args: async () => ({ id: await one('select id from closing_day limit 1') }),
  },
  {
    mutation: 'cancelSeries',
    may: 'leads',
    args: async () => ({
      meetingId: await one(`select id from meeting where team_id = $1 and starts_at::date = $2::date`, [
        IDS.teamA1,
        inAWhile(40),
      ]),
      schoolYear: schoolYearOf(inAWhile(40)),
      reason: 'Teamet bliver delt',
    }),
  },
  {
    mutation: 'changeMeeting',
    may: 'team',
    args: { meetingId: IDS.meeting, change: { place: 'Biblioteket' }, seen: { place: 'lokale 5.b' } },
  },
  { mutation: 'setFocusMarkers', may: 'team', args: { meetingId: IDS.meeting, markerIds: [IDS.markers[1]], seen: [] } },
  {
    mutation: 'giveRole',
    may: 'team',
    args: async () => ({
      meetingId: IDS.meeting,
      participantId: await participant(PEOPLE.trine.id),
      role: 'NOTE_TAKER',
    }),
  },
  {
    mutation: 'addItem',
    may: 'team',
    args: {
      meetingId: IDS.meeting,
      input: { title: 'Et punkt til', plannedMin: 5, kind: 'DISCUSSION', track: 'OPERATIONS' },
    },
  },
  {
    mutation: 'addItems',
    may: 'team',
    args: async () => ({ meetingId: IDS.draft, items: [{ id: randomUUID(), title: 'Et punkt fra listen' }] }),
  },
  {
    mutation: 'changeItem',
    may: 'team',
    args: { itemId: IDS.items[2], change: { title: 'Vi undersøger' }, seen: { title: 'Fælles undersøgelse' } },
  },
  { mutation: 'moveItem', may: 'team', args: { itemId: IDS.items[2], position: 4 } },
  { mutation: 'fitToSlot', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'inviteGuest', may: 'team', args: { meetingId: IDS.meeting, personId: SECOND_GUEST } },
  { mutation: 'removeGuest', may: 'team', args: async () => ({ participantId: await participant(SECOND_GUEST) }) },
  { mutation: 'pickTemplate', may: 'team', args: { meetingId: IDS.draft, templateKey: 'opfoelgning-kort' } },
  { mutation: 'conveneMeeting', may: 'team', args: { meetingId: IDS.draft } },
  ...preparing(() => one(OPEN_PROPOSAL)),
  { mutation: 'giveReply', may: 'room', args: { meetingId: IDS.meeting, reply: 'COMING' } },
  {
    mutation: 'splitItem',
    may: 'team',
    args: async () => ({
      itemId: await lastItem(),
      seenRevision: 1,
      parts: [
        { title: 'Første del', plannedMin: 3 },
        { title: 'Anden del', plannedMin: 3 },
        { title: 'Tredje del', plannedMin: 3 },
      ],
    }),
  },
  {
    mutation: 'dropItem',
    may: 'team',
    args: async () => ({ itemId: await lastItem(), seenRevision: 1, reason: 'Vi slipper det' }),
  },
  { mutation: 'removeItem', may: 'team', args: async () => ({ itemId: await lastItem(), seenRevision: 1 }) },
  { mutation: 'cancelMeeting', may: 'leads', args: { meetingId: IDS.draft, reason: 'Vi er på lejr' } },
  { mutation: 'createAction', may: 'team', args: { teamId: IDS.teamA1, action: newAction } },
  {
    mutation: 'createActions',
    may: 'team',
    args: async () => ({
      teamId: IDS.teamA1,
      actions: [{ id: randomUUID(), kind: 'TASK', title: 'Find en bænk til', markerIds: [], responsibleIds: [] }],
    }),
  },
  {
    mutation: 'changeAction',
    may: 'team',
    args: async () => ({
      id: IDS.task,
      action: { title: 'Spørg pedellen' },
      seenRevision: await revision('action', IDS.task),
    }),
  },
  { mutation: 'reflectOnAction', may: 'team', args: { id: IDS.trial, whatWeSaw: 'De gik i gang' } },
  { mutation: 'askForHelp', may: 'team', args: { id: IDS.trial, text: 'Vi vil gerne observeres' } },
  { mutation: 'actionNotYet', may: 'team', args: { id: IDS.trial } },
  {
    mutation: 'moveAction',
    may: 'team',
    args: async () => ({ id: IDS.task, event: 'CLOSE', seenRevision: await revision('action', IDS.task) }),
  },
  { mutation: 'startMeeting', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'startedByMistake', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'startMeeting', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'comeIn', may: 'room', each: true, args: { meetingId: IDS.meeting } },
  { mutation: 'lendScreen', may: 'room', args: async () => ({ meetingId: IDS.meeting, code: await screenCode() }) },
  { mutation: 'takeBackScreens', may: 'room', args: { meetingId: IDS.meeting } },
  {
    mutation: 'setAttendance',
    may: 'team',
    args: { meetingId: IDS.meeting, personId: PEOPLE.mads.id, attendance: 'ABSENT' },
  },
  {
    mutation: 'nextItem',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, seenCurrentItemId: await current() }),
  },
  {
    mutation: 'previousItem',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, seenCurrentItemId: await current() }),
  },
  {
    mutation: 'goToItem',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, itemId: IDS.items[2], seenCurrentItemId: await current() }),
  },
  {
    mutation: 'pauseMeeting',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, seenRevision: await revision('meeting', IDS.meeting) }),
  },
  {
    mutation: 'resumeMeeting',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, seenRevision: await revision('meeting', IDS.meeting) }),
  },
  {
    mutation: 'handOverRole',
    may: 'team',
    args: async () => ({
      meetingId: IDS.meeting,
      role: 'OBSERVER',
      participantId: await participant(PEOPLE.mads.id),
      seenHolderId: null,
    }),
  },
  { mutation: 'extendMeeting', may: 'team', args: { meetingId: IDS.meeting, minutes: 5, seenExtendedMin: 0 } },
  { mutation: 'extendMeeting', may: 'team', args: { meetingId: IDS.meeting, minutes: -5, seenExtendedMin: 5 } },
  {
    mutation: 'shortenRest',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, seenRevision: await behind() }),
  },
  {
    mutation: 'giveMinutesBack',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, items: await shortened() }),
  },
  { mutation: 'postponeItem', may: 'team', args: async () => ({ itemId: await toCome() }) },
  { mutation: 'bringItemBack', may: 'team', args: async () => ({ itemId: await postponed() }) },
  { mutation: 'startRound', may: 'team', args: async () => ({ itemId: await current(), seconds: 60 }) },
  {
    mutation: 'passSpeaker',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, roundId: await round(), seenAt: 0, seenSpeakerId: await speaker() }),
  },
  {
    mutation: 'nextSpeaker',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, roundId: await round(), seenAt: 0 }),
  },
  { mutation: 'endRound', may: 'team', args: async () => ({ meetingId: IDS.meeting, roundId: await round() }) },
  {
    mutation: 'skipItem',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, seenCurrentItemId: await current() }),
  },
  {
    mutation: 'goToItem',
    may: 'team',
    args: async () => ({ meetingId: IDS.meeting, itemId: IDS.items[2], seenCurrentItemId: await current() }),
  },
  { mutation: 'extendItem', may: 'team', args: { itemId: IDS.items[2], minutes: 3, seenExtendedMin: 0 } },
  { mutation: 'addDecision', may: 'room', args: { itemId: IDS.items[2], text: 'Vi holder fast' } },
  {
    mutation: 'changeDecision',
    may: 'room',
    args: async () => ({
      decisionId: IDS.decision,
      // Ten digits in a row may read as a CPR number.
      text: `Vi begynder ens ${randomUUID().replaceAll(/\d/g, 'x')}`,
      seenRevision: await revision('decision', IDS.decision),
    }),
  },
  {
    mutation: 'createAction',
    may: 'room',
    args: { teamId: IDS.teamA1, action: { ...newAction, originMeetingId: IDS.meeting, originItemId: IDS.items[2] } },
  },
  {
    mutation: 'openSilentWriting',
    may: 'team',
    args: { itemId: IDS.items[2], question: 'Hvad ser vi?', minutes: 5, withNames: false },
  },
  {
    mutation: 'saveSilentPost',
    may: 'room',
    each: true,
    args: async () => ({ writingId: await silentWriting(), id: randomUUID(), text: 'Jeg så ro', seenVersion: 0 }),
  },
  { mutation: 'sayReady', may: 'room', args: async () => ({ writingId: await silentWriting(), ready: true }) },
  { mutation: 'revealSilentWriting', may: 'team', args: async () => ({ writingId: await silentWriting() }) },
  {
    mutation: 'addReflectionGroup',
    may: 'room',
    args: async () => ({ writingId: await silentWriting(), id: randomUUID(), title: 'Døren' }),
  },
  {
    mutation: 'nameReflectionGroup',
    may: 'room',
    args: async () => ({ groupId: await one('select id from reflection_group limit 1'), title: 'Ved døren' }),
  },
  {
    mutation: 'moveReflectionPost',
    may: 'room',
    args: async () => ({ postId: await firstPost(), groupId: await one('select id from reflection_group limit 1') }),
  },
  { mutation: 'markReflectionPost', may: 'room', args: async () => ({ postId: await firstPost(), marked: true }) },
  {
    mutation: 'openSilentWriting',
    may: 'team',
    args: { itemId: IDS.items[2], question: 'Og nu?', minutes: 5, withNames: true },
  },
  { mutation: 'cancelSilentWriting', may: 'team', args: async () => ({ writingId: await silentWriting() }) },
  { mutation: 'answerPulse', may: 'team', each: true, args: { itemId: IDS.items[3], step: 4 } },
  { mutation: 'showPulse', may: 'team', args: { itemId: IDS.items[3] } },
  { mutation: 'setOutcome', may: 'team', args: { itemId: IDS.items[2], outcome: 'DISCUSSED' } },
  { mutation: 'removeDecision', may: 'room', args: async () => ({ decisionId: await newestDecision() }) },
  ...hanging((sql) => one(sql)),
  { mutation: 'finishMeeting', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'agreeOnSharingMinutes', may: 'leadsSchool', args: { schoolId: IDS.schoolA, on: true } },
  { mutation: 'chooseMinutesSharing', may: 'team', args: { meetingId: IDS.meeting, shares: false } },
  { mutation: 'proposeMinutes', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'withdrawMinutes', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'proposeMinutes', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'objectToMinutes', may: 'present', args: { meetingId: IDS.meeting, text: 'Vi aftalte også tavlen' } },
  {
    mutation: 'answerObjection',
    may: 'leads',
    args: async () => ({ meetingId: IDS.meeting, objectionId: await openObjection(), text: 'Det er skrevet ind' }),
  },
  { mutation: 'tapMinutes', may: 'present', args: { meetingId: IDS.meeting } },
  {
    mutation: 'approveMinutes',
    may: 'leads',
    args: async () => ({ meetingId: IDS.meeting, seenRevision: await revision('minutes', IDS.meeting, 'meeting_id') }),
  },
  { mutation: 'amendMinutes', may: 'team', args: { meetingId: IDS.meeting, text: 'Det blev torsdag' } },
  {
    mutation: 'shareMinutes',
    may: 'team',
    args: async () => ({
      meetingId: IDS.meeting,
      seen: await one('select minutes_fingerprint(leader_copy($1))', [IDS.meeting]),
    }),
  },
  { mutation: 'revokeMinutesShare', may: 'team', args: { meetingId: IDS.meeting } },
  { mutation: 'startMeetingNow', may: 'team', args: { teamId: IDS.teamA1 } },
];

const visibility = readVisibility();
let world: World;
let schema: GraphQLSchema;
const callers = new Map<PersonName, Caller>();
beforeAll(async () => {
  world = await startWorld();
  schema = world.app.get(GraphQLSchemaHost, { strict: false }).schema;
  for (const name of Object.keys(PEOPLE) as PersonName[]) callers.set(name, await world.signIn(name));
  await world.admin.query(`update agenda_item set kind = 'EVALUATION' where id = $1`, [IDS.items[3]]);
});
afterAll(() => world.stop());

const one = async (sql: string, values: unknown[] = []): Promise<any> =>
  Object.values((await world.admin.query(sql, values)).rows[0] ?? {})[0];
const revision = (table: string, id: string, column = 'id') =>
  one(`select revision from ${table} where ${column} = $1`, [id]);
const participant = (person: string) =>
  one('select id from meeting_participant where meeting_id = $1 and person_id = $2', [IDS.meeting, person]);
const current = () => one('select current_item_id from meeting where id = $1', [IDS.meeting]);
/** The meeting's time has gone. @returns its revision */
const behind = async () => {
  await world.admin.query(
    `update meeting set starts_at = now() - interval '50 minutes', started_at = now() - interval '50 minutes', duration_min = 60 where id = $1`,
    [IDS.meeting],
  );
  return revision('meeting', IDS.meeting);
};
const shortened = async () =>
  (
    await world.admin.query(
      `select id as "itemId", 0 as "extendedMin", extended_min as "seenExtendedMin" from agenda_item where meeting_id = $1 and extended_min < 0`,
      [IDS.meeting],
    )
  ).rows;
const inState = (state: string) =>
  one('select id from agenda_item where meeting_id = $1 and state = $2 order by position desc limit 1', [
    IDS.meeting,
    state,
  ]);
/** The digits on a screen that waits. */
const screenCode = async () => (await world.stranger().ask('mutation { openScreen { code } }'))['openScreen'].code;
const toCome = () => inState('PLANNED');
const postponed = () => inState('CARRIED');
const round = () => one(`select id from speaking_round where meeting_id = $1 order by id desc limit 1`, [IDS.meeting]);
const speaker = () =>
  one(`select speakers[at + 1] from speaking_round where meeting_id = $1 and state = 'RUNNING'`, [IDS.meeting]);
const lastItem = () =>
  one('select id from agenda_item where meeting_id = $1 order by position desc limit 1', [IDS.draft]);
const silentWriting = () => one('select id from silent_writing order by opened_at desc limit 1');
const firstPost = () => one('select id from reflection_post order by position limit 1');
const newestDecision = () =>
  one('select id from decision where meeting_id = $1 order by created_at desc limit 1', [IDS.meeting]);
const openObjection = () =>
  one(
    `select o.id from minutes_objection o join minutes x on x.id = o.minutes_id where x.meeting_id = $1 and o.answered_at is null order by o.id limit 1`,
    [IDS.meeting],
  );
/** Grows with whatever anybody writes; what the clock does meanwhile (the count of who is ready) is nobody's. */
const written = () => one('select count(*)::int from change where is_home and actor_id <> $1', [THE_CLOCK]);

async function asked(who: Caller, mutation: string, args: Record<string, unknown>) {
  const field = schema.getMutationType()!.getFields()[mutation]!;
  const used = field.args.filter((arg) => arg.name in args);
  const head = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const body = isObjectType(getNamedType(field.type)) ? '{ __typename }' : '';
  const answer = await who.send(
    `mutation(${head}) { ${mutation}(${used.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) ${body} }`,
    args,
  );
  return answer.errors?.[0]?.extensions ?? null;
}

/** The same question about things that are not there. */
const elsewhere = (args: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(args).replaceAll(/00000000-0000-7000-[0-9a-f]{4}-[0-9a-f]{12}/g, () => randomUUID()));

describe('the access walk over what is written', () => {
  it('asks every mutation there is', () => {
    const probed = new Set(PROBES.map((probe) => probe.mutation));
    expect(Object.keys(schema.getMutationType()!.getFields()).sort()).toEqual([...probed, ...OF_THE_SESSION].sort());
  });

  for (const [n, { mutation, may, each, args }] of PROBES.entries()) {
    it(`${n + 1} ${mutation} is done for ${WORDS[may]}, and refused without a trace to everybody else`, async () => {
      const values = typeof args === 'function' ? await args() : args;
      const before = await written();
      expect(await asked(world.stranger(), mutation, values), 'signed out').toMatchObject({ code: 'SIGNED_OUT' });
      for (const [name, caller] of callers) {
        if ((MAY[may] as readonly string[]).includes(name)) continue;
        const refusal = await asked(caller, mutation, values);
        expect(['NOT_FOUND', 'NOT_ALLOWED'], `${name}: ${JSON.stringify(refusal)}`).toContain(refusal?.['code']);
        if (name.startsWith('nabo'))
          expect(refusal, `${name} learns whether it is there`).toEqual(
            await asked(caller, mutation, elsewhere(values)),
          );
      }
      expect(await written(), 'a refusal left a trace').toBe(before);
      for (const name of MAY[may]) {
        const again = typeof args === 'function' ? await args() : args;
        const refusal = await asked(callers.get(name)!, mutation, again);
        // Whoever comes after the first may find it done already; that is no question of who may.
        expect(['NOT_FOUND', 'NOT_ALLOWED'], `${name}: ${JSON.stringify(refusal)}`).not.toContain(refusal?.['code']);
        if (!each && (await written()) > before) break;
      }
      expect(await written(), 'nobody could do it: the lock has no key').toBeGreaterThan(before);
    });
  }

  it('and search’s rows say afterwards what the things themselves say', async () => {
    expect(await wrongRows(world.admin)).toEqual([]);
  });

  it('and what it sends to a room is only what everybody in that room may see', async () => {
    const { rows } = await world.admin.query<{ kind: 'MEETING' | 'TEAM'; entity: string; fields: { set?: object } }>(
      `select distinct c.scope_kind as kind, h.entity, h.fields from change c join change h on h.change_id = c.change_id and h.is_home
       where c.scope_kind in ('MEETING', 'TEAM')`,
    );
    expect(rows.length).toBeGreaterThan(30);
    const leaks = new Set<string>();
    for (const { kind, entity, fields } of rows)
      for (const [row, where] of rowsIn(entity, fields.set ?? {}))
        for (const [viewer, cells] of Object.entries(IN_ROOM[kind]))
          if (!cells.includes(visibility.get(row)![viewer]!)) leaks.add(`${kind}: ${where} (${row}) for ${viewer}`);
    expect([...leaks]).toEqual([]);
  });
});

/** Who is in a room, and what the table must say of each for something to be sent there; a count is sent as a count. */
const IN_ROOM: Record<'MEETING' | 'TEAM', Record<string, string[]>> = {
  MEETING: {
    team_member: ['yes', 'count'],
    team_coach: ['yes', 'attending', 'count'],
    meeting_guest: ['yes', 'attending', 'count'],
  },
  TEAM: { team_member: ['yes'], team_coach: ['yes'] },
};

/** The table's rows that an object of a type tells of, each with where. */
function rowsIn(entity: string, set: object): [string, string][] {
  const type = schema.getType(entity);
  if (!isObjectType(type)) return [];
  return Object.entries(set).flatMap(([name, value]): [string, string][] => {
    const field = type.getFields()[name];
    if (!field || value === null) return [];
    const row = abilityNamed(String(field.extensions['ability']))?.row;
    const inner = getNamedType(field.type);
    const below = isObjectType(inner)
      ? (Array.isArray(value) ? value : [value]).flatMap((one: object) => rowsIn(inner.name, one))
      : [];
    return [...(row ? [[row, `${entity}.${name}`] as [string, string]] : []), ...below];
  });
}
