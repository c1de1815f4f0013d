import { hash } from '@node-rs/argon2';
import type pg from 'pg';

/** Everybody's password in the small world. */
export const PASSWORD = 'en-lang-kode-1';

const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The ids of the small world, by name. */
export const IDS = {
  municipality: id(1),
  otherMunicipality: id(2),
  cluster: id(10),
  schoolA: id(20),
  schoolB: id(21),
  schoolC: id(22),
  otherSchool: id(23),
  teamA1: id(30),
  teamA2: id(31),
  teamB1: id(32),
  otherTeam: id(33),
  initiative: id(40),
  markerSet: id(41),
  markers: [id(51), id(52), id(53), id(54), id(55)],
  otherMarker: id(61),
  seriesA1: id(70),
  otherSeries: id(71),
  meeting: id(80),
  draft: id(81),
  otherMeeting: id(82),
  items: [id(90), id(91), id(92), id(93)],
  draftItem: id(95),
  otherItem: id(96),
  threads: [id(100), id(101), id(102), id(103)],
  draftThread: id(105),
  otherThread: id(106),
  trial: id(110),
  task: id(111),
  otherAction: id(112),
  decision: id(120),
} as const;

/** A person for each column of visibility.csv, and one in a neighbouring municipality. */
export const PEOPLE = {
  anne: { id: id(201), name: 'Anne Kjær', initials: 'AK', school: IDS.schoolA },
  mads: { id: id(202), name: 'Mads Juhl', initials: 'MJ', school: IDS.schoolA },
  trine: { id: id(203), name: 'Trine Skov', initials: 'TS', school: IDS.schoolA },
  ove: { id: id(204), name: 'Ove Aabo', initials: 'OA', school: IDS.schoolA },
  coach: { id: id(205), name: 'Karen Øster', initials: 'KØ', school: IDS.schoolB },
  leder: { id: id(206), name: 'Birgitte Dam', initials: 'BD', school: IDS.schoolA },
  klyngeleder: { id: id(207), name: 'Henrik Lund', initials: 'HL', school: IDS.schoolB },
  bodil: { id: id(208), name: 'Bodil Ærø', initials: 'BÆ', school: IDS.schoolB },
  laeser: { id: id(209), name: 'Lene Munk', initials: 'LM', school: null },
  konsulent: { id: id(210), name: 'Kim Storm', initials: 'KS', school: null },
  admin: { id: id(211), name: 'Asta Riis', initials: 'AR', school: null },
  dpo: { id: id(212), name: 'Dan Poulsen', initials: 'DP', school: null },
  gaest: { id: id(213), name: 'Gitte Holm', initials: 'GH', school: null },
  nabo: { id: id(301), name: 'Nis Nabo', initials: 'NN', school: IDS.otherSchool },
  naboleder: { id: id(302), name: 'Lis Nabo', initials: 'LN', school: IDS.otherSchool },
} as const;

export type PersonName = keyof typeof PEOPLE;

/**
 * Writes two municipalities: in the first a team with a convened meeting (four items, a guest), a draft, a trial and a
 * task; in the second one team with the same. Times lie around now.
 */
export async function seedSmallWorld(client: pg.ClientBase): Promise<void> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  const rows = async (table: string, list: Record<string, unknown>[]) => {
    const columns = Object.keys(list[0]!);
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(list)],
    );
  };
  const m = IDS.municipality;
  const o = IDS.otherMunicipality;
  const since = '2020-08-01';
  await client.query('begin');
  await rows('municipality', [
    { id: m, name: 'Testby Kommune', is_demonstration: false, created_at: '2020-01-01' },
    { id: o, name: 'Naboby Kommune', is_demonstration: false, created_at: '2020-01-01' },
  ]);
  await rows('school_cluster', [{ id: IDS.cluster, municipality_id: m, name: 'Midt' }]);
  await rows('school', [
    { id: IDS.schoolA, municipality_id: m, cluster_id: IDS.cluster, name: 'Askeskolen', kind: 'FOLKESKOLE' },
    { id: IDS.schoolB, municipality_id: m, cluster_id: IDS.cluster, name: 'Bøgeskolen', kind: 'FOLKESKOLE' },
    { id: IDS.schoolC, municipality_id: m, cluster_id: IDS.cluster, name: 'Ceder Skole', kind: 'FOLKESKOLE' },
    { id: IDS.otherSchool, municipality_id: o, cluster_id: null, name: 'Naboskolen', kind: 'FOLKESKOLE' },
  ]);
  const inOther = (name: string) => name.startsWith('nabo');
  await rows(
    'person',
    Object.entries(PEOPLE).map(([name, person]) => ({
      id: person.id,
      municipality_id: inOther(name) ? o : m,
      school_id: person.school,
      display_name: person.name,
      initials: person.initials,
      professions: ['Lærer'],
      email: `${name}@example.test`,
    })),
  );
  await rows(
    'account',
    Object.entries(PEOPLE).map(([name, person]) => ({
      id: person.id.replace('-8000-', '-8001-'),
      municipality_id: inOther(name) ? o : m,
      person_id: person.id,
      sign_in_name: name,
      password_hash: passwordHash,
      is_demonstration: false,
      created_at: '2020-01-01',
    })),
  );
  const team = { kind: 'AARGANGSTEAM', school_year: '2026-2027' };
  await rows('team', [
    {
      ...team,
      id: IDS.teamA1,
      municipality_id: m,
      school_id: IDS.schoolA,
      name: '5. årgang',
      grade_band: 'MELLEMTRIN',
    },
    { ...team, id: IDS.teamA2, municipality_id: m, school_id: IDS.schoolA, name: '7. årgang', grade_band: 'UDSKOLING' },
    {
      ...team,
      id: IDS.teamB1,
      municipality_id: m,
      school_id: IDS.schoolB,
      name: '1. årgang',
      grade_band: 'INDSKOLING',
    },
    {
      ...team,
      id: IDS.otherTeam,
      municipality_id: o,
      school_id: IDS.otherSchool,
      name: '5. årgang',
      grade_band: 'MELLEMTRIN',
    },
  ]);
  const member = (n: number, municipality: string, teamId: string, person: PersonName, fn = 'MEMBER') => ({
    id: id(400 + n),
    municipality_id: municipality,
    team_id: teamId,
    person_id: PEOPLE[person].id,
    function: fn,
    valid_from: since,
  });
  await rows('team_membership', [
    member(1, m, IDS.teamA1, 'anne', 'FACILITATOR'),
    member(2, m, IDS.teamA1, 'mads'),
    member(3, m, IDS.teamA1, 'trine', 'COORDINATOR'),
    member(4, m, IDS.teamA2, 'ove'),
    member(5, m, IDS.teamB1, 'bodil'),
    member(6, o, IDS.otherTeam, 'nabo', 'FACILITATOR'),
  ]);
  const role = (n: number, municipality: string, person: PersonName, name: string, kind: string, scope: string) => ({
    id: id(500 + n),
    municipality_id: municipality,
    person_id: PEOPLE[person].id,
    role: name,
    scope_kind: kind,
    scope_id: scope,
    valid_from: since,
  });
  await rows('role_assignment', [
    role(1, m, 'coach', 'PLC_COACH', 'TEAM', IDS.teamA1),
    role(2, m, 'leder', 'SCHOOL_LEADER', 'SCHOOL', IDS.schoolA),
    role(3, m, 'klyngeleder', 'SCHOOL_LEADER', 'SCHOOL', IDS.schoolB),
    role(4, m, 'laeser', 'READER', 'SCHOOL', IDS.schoolA),
    role(5, m, 'konsulent', 'MUNICIPAL_CONSULTANT', 'MUNICIPALITY', m),
    role(6, m, 'admin', 'MUNICIPAL_ADMIN', 'MUNICIPALITY', m),
    role(7, m, 'dpo', 'DPO', 'MUNICIPALITY', m),
    role(8, o, 'naboleder', 'SCHOOL_LEADER', 'SCHOOL', IDS.otherSchool),
  ]);
  await seedWork(rows, m, o);
  await client.query('commit');
}

type Rows = (table: string, list: Record<string, unknown>[]) => Promise<void>;

async function seedWork(rows: Rows, m: string, o: string): Promise<void> {
  const otherSet = id(42);
  await rows('initiative', [
    { id: IDS.initiative, municipality_id: m, name: 'Alle med' },
    { id: id(43), municipality_id: o, name: 'Alle med' },
  ]);
  const set = { version: 1, state: 'PUBLISHED', is_example: true, label: 'Eksempel', published_at: '2021-01-01' };
  await rows('marker_set', [
    { ...set, id: IDS.markerSet, municipality_id: m, initiative_id: IDS.initiative },
    { ...set, id: otherSet, municipality_id: o, initiative_id: id(43) },
  ]);
  const marker = (markerId: string, municipality: string, markerSet: string, position: number) => ({
    id: markerId,
    municipality_id: municipality,
    marker_set_id: markerSet,
    position,
    title: `Pejlemærke ${position} i fuld længde`,
    short_title: `Mærke ${position}`,
    description: 'Hvad vi pejler efter.',
    slot: position,
  });
  await rows('guiding_marker', [
    ...IDS.markers.map((one, n) => marker(one, m, IDS.markerSet, n + 1)),
    marker(IDS.otherMarker, o, otherSet, 1),
  ]);
  await rows(
    'marker_sign',
    IDS.markers.map((one, n) => ({
      id: id(600 + n),
      municipality_id: m,
      marker_id: one,
      position: 1,
      text: `Et tegn for mærke ${n + 1}`,
    })),
  );
  await rows('meeting_series', [
    { id: IDS.seriesA1, municipality_id: m, team_id: IDS.teamA1, name: 'PLF-møder' },
    { id: IDS.otherSeries, municipality_id: o, team_id: IDS.otherTeam, name: 'PLF-møder' },
  ]);
  const thread = (
    threadId: string,
    municipality: string,
    series: string,
    title: string,
    kind: string,
    key: string | null,
    recurs: boolean,
  ) => ({
    id: threadId,
    municipality_id: municipality,
    series_id: series,
    step_key: key,
    title,
    kind,
    track: 'DEVELOPMENT',
    recurs,
    times_moved: 0,
    state: 'OPEN',
  });
  const agenda = [
    ['Check-in og roller', 'ORIENTATION', 'check-in', true],
    ['Opfølgning på aftalte handlinger', 'FOLLOW_UP', 'follow-up', true],
    ['Fælles undersøgelse', 'DISCUSSION', null, false],
    ['Næste prøvehandling', 'DECISION', null, false],
  ] as const;
  await rows('agenda_thread', [
    ...agenda.map(([title, kind, key, recurs], n) =>
      thread(IDS.threads[n]!, m, IDS.seriesA1, title, kind, key, recurs),
    ),
    thread(IDS.draftThread, m, IDS.seriesA1, 'Et punkt i kladden', 'DISCUSSION', null, false),
    thread(IDS.otherThread, o, IDS.otherSeries, 'Naboens punkt', 'DISCUSSION', null, false),
  ]);
  const soon = new Date(Date.now() + 10 * 60_000).toISOString();
  const later = new Date(Date.now() + 14 * 86_400_000).toISOString();
  const meeting = (
    meetingId: string,
    municipality: string,
    teamId: string,
    series: string,
    state: string,
    startsAt: string,
  ) => ({
    id: meetingId,
    municipality_id: municipality,
    team_id: teamId,
    series_id: series,
    title: 'PLF-møde',
    starts_at: startsAt,
    duration_min: 60,
    place: 'lokale 5.b',
    purpose: 'At se på skiftet',
    bring: 'Noter',
    state,
    revision: 1,
    ended_by_clock: false,
    extended_min: 0,
    convened_at: state === 'CONVENED' ? '2026-01-01' : null,
  });
  await rows('meeting', [
    meeting(IDS.meeting, m, IDS.teamA1, IDS.seriesA1, 'CONVENED', soon),
    meeting(IDS.draft, m, IDS.teamA1, IDS.seriesA1, 'DRAFT', later),
    meeting(IDS.otherMeeting, o, IDS.otherTeam, IDS.otherSeries, 'CONVENED', soon),
  ]);
  const participant = (
    n: number,
    municipality: string,
    meetingId: string,
    person: PersonName,
    meetingRole: string | null,
    isGuest = false,
  ) => ({
    id: id(700 + n),
    municipality_id: municipality,
    meeting_id: meetingId,
    person_id: PEOPLE[person].id,
    attendance: 'INVITED',
    is_guest: isGuest,
    meeting_role: meetingRole,
  });
  await rows('meeting_participant', [
    participant(1, m, IDS.meeting, 'anne', 'FACILITATOR'),
    participant(2, m, IDS.meeting, 'mads', 'NOTE_TAKER'),
    participant(3, m, IDS.meeting, 'trine', 'TIMEKEEPER'),
    participant(4, m, IDS.meeting, 'gaest', null, true),
    participant(5, m, IDS.draft, 'anne', 'FACILITATOR'),
    participant(6, m, IDS.draft, 'gaest', null, true),
    participant(7, o, IDS.otherMeeting, 'nabo', 'FACILITATOR'),
  ]);
  const item = (
    itemId: string,
    municipality: string,
    meetingId: string,
    threadId: string,
    position: number,
    title: string,
    kind: string,
    key: string | null,
  ) => ({
    id: itemId,
    municipality_id: municipality,
    meeting_id: meetingId,
    thread_id: threadId,
    position,
    step_key: key,
    title,
    kind,
    track: 'DEVELOPMENT',
    planned_min: 15,
    extended_min: 0,
    guidance: 'Sådan gør I.',
    brought_over: false,
    state: 'PLANNED',
    note: `Note til punkt ${position}`,
    note_version: 0,
    revision: 1,
  });
  await rows('agenda_item', [
    ...agenda.map(([title, kind, key], n) =>
      item(IDS.items[n]!, m, IDS.meeting, IDS.threads[n]!, n + 1, title, kind, key),
    ),
    item(IDS.draftItem, m, IDS.draft, IDS.draftThread, 1, 'Et punkt i kladden', 'DISCUSSION', null),
    item(IDS.otherItem, o, IDS.otherMeeting, IDS.otherThread, 1, 'Naboens punkt', 'DISCUSSION', null),
  ]);
  const action = (
    actionId: string,
    municipality: string,
    teamId: string,
    kind: string,
    title: string,
    by: PersonName,
  ) => ({
    id: actionId,
    municipality_id: municipality,
    team_id: teamId,
    kind,
    title,
    why: 'Fordi skiftet er svært',
    state: 'IN_PROGRESS',
    due_on: '2026-12-10',
    expected_signs: kind === 'TRIAL' ? ['Eleverne går i gang uden at spørge'] : [],
    created_by: PEOPLE[by].id,
    created_at: '2026-11-01T12:00:00Z',
    agreed_at: '2026-11-01T12:00:00Z',
    begun_at: '2026-11-02T12:00:00Z',
    revision: 1,
  });
  await rows('action', [
    action(IDS.trial, m, IDS.teamA1, 'TRIAL', 'Fælles lektionsstart i alle fag', 'anne'),
    action(IDS.task, m, IDS.teamA1, 'TASK', 'Spørg pedellen om bænkene', 'mads'),
    action(IDS.otherAction, o, IDS.otherTeam, 'TASK', 'Naboens opgave', 'nabo'),
  ]);
  await rows('action_marker', [{ municipality_id: m, action_id: IDS.trial, marker_id: IDS.markers[1] }]);
  await rows('action_responsible', [
    { municipality_id: m, action_id: IDS.trial, person_id: PEOPLE.anne.id },
    { municipality_id: m, action_id: IDS.task, person_id: PEOPLE.mads.id },
  ]);
  await rows('decision', [
    {
      id: IDS.decision,
      municipality_id: m,
      meeting_id: IDS.meeting,
      item_id: IDS.items[2],
      text: 'Vi begynder ens',
      created_by: PEOPLE.anne.id,
      created_at: '2026-11-01T12:00:00Z',
      revision: 1,
    },
  ]);
}
