import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTENDING, VIEWER_BITS } from '../../src/access/viewer-column.ts';
import { build, drawn, write } from '../access/generated-town.ts';
import type { Town } from '../access/relations.ts';
import { readVisibility } from '../access/visibility.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';
import { SEARCH, searchFor, wordsOf, type Hit } from './searching.ts';

const WORD = 'fyrtårn';
const visibility = readVisibility();
const NAMES = Object.keys(PEOPLE) as PersonName[];
const TEAMS = { A1: IDS.teamA1, A2: IDS.teamA2, B1: IDS.teamB1, other: IDS.otherTeam };
const STATES = ['DRAFT', 'CONVENED', 'IN_PROGRESS', 'HELD', 'CLOSED', 'CANCELLED'] as const;

/** A text that holds the word, what must be open for it to be found, and whose it is. */
interface Text {
  kind: string;
  objectId: string;
  row: string;
  meetingId: string;
  itemId?: string;
}

let world: World;
const texts: Text[] = [];
const callers = new Map<PersonName, Caller>();

beforeAll(async () => {
  world = await startWorld();
  for (const team of Object.values(TEAMS)) for (const state of STATES) await meetingOf(team, state);
  const invite = (team: string, state: string, person: PersonName, isGuest: boolean) =>
    world.admin.query(
      `insert into meeting_participant (municipality_id, meeting_id, person_id, is_guest) values ($1, $2, $3, $4)`,
      [IDS.municipality, meetingIn(team, state), PEOPLE[person].id, isGuest],
    );
  // Guests in every state: a draft and approved minutes must give them nothing. A coach as a participant, and somebody who is neither.
  for (const state of STATES) await invite(TEAMS.A2, state, 'gaest', true);
  await invite(TEAMS.B1, 'HELD', 'mads', true);
  await invite(TEAMS.A1, 'HELD', 'coach', false);
  await invite(TEAMS.A1, 'CONVENED', 'konsulent', false);
  await world.admin.query('update team_membership set valid_to = current_date - 1 where person_id = $1', [
    PEOPLE.trine.id,
  ]);
  for (const name of NAMES) callers.set(name, await world.signIn(name));
});
afterAll(() => world.stop());

const meetings = new Map<string, string>();
const meetingIn = (team: string, state: string) => meetings.get(`${team} ${state}`)!;

/** A meeting in a state with the word in every kind of text that there is of it. */
async function meetingOf(team: string, state: (typeof STATES)[number]): Promise<void> {
  const m = team === IDS.otherTeam ? IDS.otherMunicipality : IDS.municipality;
  const [series, meeting, thread, item, decision, action, writing, link, file] = Array.from({ length: 9 }, () =>
    randomUUID(),
  );
  meetings.set(`${team} ${state}`, meeting!);
  const { admin } = world;
  await admin.query('insert into meeting_series (id, municipality_id, team_id, name) values ($1, $2, $3, $4)', [
    series,
    m,
    team,
    'S',
  ]);
  await admin.query(
    `insert into agenda_thread (id, municipality_id, series_id, title, kind, track) values ($1, $2, $3, '${WORD}', 'DISCUSSION', 'DEVELOPMENT')`,
    [thread, m, series],
  );
  await admin.query(
    `insert into meeting (id, municipality_id, team_id, series_id, title, starts_at, duration_min, purpose, state)
     values ($1, $2, $3, $4, 'Et møde', now(), 60, 'Om ${WORD}et', $5)`,
    [meeting, m, team, series, state],
  );
  await admin.query(
    `insert into agenda_item (id, municipality_id, meeting_id, thread_id, position, title, kind, track, planned_min, note)
     values ($1, $2, $3, $4, 1, 'Vores ${WORD}', 'DISCUSSION', 'DEVELOPMENT', 10, 'Noteret'),
       (uuidv7(), $2, $3, $4, 2, '${WORD}', 'BREAK', 'DEVELOPMENT', 10, '')`,
    [item, m, meeting, thread],
  );
  const noted = randomUUID();
  await admin.query(
    `insert into agenda_item (id, municipality_id, meeting_id, thread_id, position, title, kind, track, planned_min, note)
     values ($1, $2, $3, $4, 3, 'Et andet punkt', 'DISCUSSION', 'DEVELOPMENT', 10, 'Her står ${WORD}')`,
    [noted, m, meeting, thread],
  );
  const [{ person }] = (
    await admin.query<{ person: string }>('select person_id as person from team_membership where team_id = $1', [team])
  ).rows as [{ person: string }];
  await admin.query(
    `insert into decision (id, municipality_id, meeting_id, item_id, text, created_by) values ($1, $2, $3, $4, 'Vi bygger et ${WORD}', $5)`,
    [decision, m, meeting, item, person],
  );
  await admin.query(
    `insert into action (id, municipality_id, team_id, kind, title, why, state, origin_meeting_id, origin_item_id, created_by)
     values ($1, $2, $3, 'TASK', 'Tegn', '${WORD}ets plan', 'AGREED', $4, $5, $6)`,
    [action, m, team, meeting, item, person],
  );
  await admin.query(`insert into material_file (id, municipality_id, place) values ($1, $2, 'DATABASE')`, [file, m]);
  await admin.query(
    `insert into material (id, municipality_id, team_id, meeting_id, item_id, thread_id, kind, title, url, file_id, mime, size_bytes, added_by)
     values ($1, $2, $3, $4, $5, $6, 'LINK', 'Om ${WORD}e', 'https://emu.dk', null, null, null, $7),
       ($8, $2, $3, $4, null, null, 'FILE', '${WORD}_uge_46.csv', null, $8, 'text/csv', 12, $7)`,
    [link, m, team, meeting, item, thread, person, file],
  );
  // What is never found: silent posts before and after the reveal, who gave up what, objections.
  await admin.query(
    `insert into silent_writing (id, municipality_id, meeting_id, item_id, question, state) values ($1, $2, $3, $4, '${WORD}?', 'REVEALED')`,
    [writing, m, meeting, item],
  );
  await admin.query(
    `insert into silent_post (id, municipality_id, writing_id, written_by, author_id, text) values (uuidv7(), $1, $2, $3, $3, '${WORD}')`,
    [m, writing, person],
  );
  await admin.query(
    `insert into reflection_post (municipality_id, writing_id, position, text) values ($1, $2, 1, '${WORD}')`,
    [m, writing],
  );
  const draft = state === 'DRAFT';
  const agenda = draft ? 'meeting draft and its agenda' : 'meeting convened (time place purpose agenda)';
  texts.push({ kind: 'MEETING', objectId: meeting!, row: agenda, meetingId: meeting! });
  texts.push({ kind: 'ITEM', objectId: item!, row: agenda, meetingId: meeting! });
  texts.push({ kind: 'DECISION', objectId: decision!, row: 'decisions', meetingId: meeting! });
  texts.push({
    kind: 'ACTION',
    objectId: action!,
    row: 'action (title kind marker state outcome signs week)',
    meetingId: meeting!,
  });
  for (const objectId of [link!, file!])
    texts.push({
      kind: 'MATERIAL',
      objectId,
      row: 'material of a meeting (files and links)',
      meetingId: meeting!,
    });
  if (state !== 'CLOSED') {
    texts.push({
      kind: 'NOTE',
      objectId: noted,
      row: 'item notes and meeting notes',
      meetingId: meeting!,
      itemId: noted,
    });
  } else {
    await admin.query(
      `insert into minutes (municipality_id, meeting_id, state, snapshot, fingerprint) select $1, $2, 'APPROVED', minutes_text($2), 'x'`,
      [m, meeting],
    );
    texts.push({ kind: 'MINUTES', objectId: noted, row: 'minutes approved', meetingId: meeting! });
  }
}

/** All that somebody finds, page after page. */
async function everything(caller: Caller, text: string, more: Record<string, unknown> = {}): Promise<Hit[]> {
  const hits: Hit[] = [];
  let after: string | null = null;
  do {
    const page: { hits: Hit[]; cursor: string | null } = await searchFor(caller, text, { ...more, after });
    expect(page.hits.length).toBeLessThanOrEqual(20);
    hits.push(...page.hits);
    after = page.cursor;
  } while (after !== null);
  return hits;
}

/** What visibility.csv gives somebody, by the columns they are in to the thing: worked out without search. */
async function given(name: PersonName): Promise<string[]> {
  const client = new pg.Client({ connectionString: world.database.appUrl });
  await client.connect();
  try {
    const m = name.startsWith('nabo') ? IDS.otherMunicipality : IDS.municipality;
    await client.query(`select set_config('app.municipality', $1, false), set_config('app.person', $2, false)`, [
      m,
      PEOPLE[name].id,
    ]);
    const found: string[] = [];
    for (const { kind, objectId, row, meetingId } of texts) {
      const { rows } = await client.query<{ rel: number }>('select meeting_rel($1) as rel', [meetingId]);
      const { rel } = rows[0]!;
      const isOpen = Object.entries(VIEWER_BITS).some(([viewer, bit]) => {
        const cell = visibility.get(row)![viewer];
        return (rel & bit) !== 0 && (cell === 'yes' || (cell === 'attending' && (rel & ATTENDING) !== 0));
      });
      if (isOpen) found.push(`${kind} ${objectId}`);
    }
    return found.sort();
  } finally {
    await client.end();
  }
}

/** Whether somebody can open the page that the thing stands on, and read it there. */
async function opens(caller: Caller, { kind, objectId, meetingId, itemId }: Text): Promise<boolean> {
  if (kind === 'ACTION')
    return (
      (await caller.send('query($id: ID!) { actionPage(id: $id) { id } }', { id: objectId })).data?.['actionPage'] !=
      null
    );
  if (kind === 'MINUTES')
    return (
      (await caller.send('query($id: ID!) { minutes(meetingId: $id) { id } }', { id: meetingId })).data?.['minutes'] !=
      null
    );
  const { data } = await caller.send('query($id: ID!) { meeting(id: $id) { id materials { id } items { id note } } }', {
    id: meetingId,
  });
  if (kind === 'MATERIAL')
    return ((data?.['meeting']?.materials ?? []) as { id: string }[]).some(({ id }) => id === objectId);
  if (kind !== 'NOTE') return data?.['meeting'] != null;
  const items = (data?.['meeting']?.items ?? []) as { id: string; note: string | null }[];
  return items.some((item) => item.id === itemId && item.note !== null);
}

describe('somebody who may see nothing', () => {
  it('finds nothing, whoever they are: stranger, leader, reader, consultant, administrator, DPO, and who was a member yesterday', async () => {
    expect(await world.stranger().refusal(SEARCH, { text: WORD })).toMatchObject({ code: 'SIGNED_OUT' });
    for (const name of ['leder', 'klyngeleder', 'laeser', 'konsulent', 'admin', 'dpo', 'trine', 'naboleder'] as const)
      expect(await everything(callers.get(name)!, WORD), name).toEqual([]);
  });

  it('finds nothing by naming a team, a kind or a year that is not theirs: foreign and missing alike', async () => {
    for (const teamId of [IDS.teamA2, IDS.teamB1, IDS.otherTeam, randomUUID()])
      expect(await everything(callers.get('anne')!, WORD, { teamId }), teamId).toEqual([]);
    expect(await everything(callers.get('anne')!, WORD, { schoolYear: '2025-2026' })).toEqual([]);
    expect(await everything(callers.get('leder')!, WORD, { kinds: ['ACTION'], teamId: IDS.teamA1 })).toEqual([]);
  });
});

describe('a word that stands in every text of every team', () => {
  it('is found by each exactly where visibility.csv gives it, once, and nowhere else', async () => {
    let some = 0;
    for (const name of NAMES) {
      const hits = await everything(callers.get(name)!, WORD);
      const expected = await given(name);
      expect(hits.map(({ kind, objectId }) => `${kind} ${objectId}`).sort(), name).toEqual(expected);
      some += Number(expected.length > 0);
    }
    expect(some).toBeGreaterThan(6);
  });

  it('is found exactly where the page itself can be opened and read', async () => {
    for (const name of NAMES) {
      const caller = callers.get(name)!;
      const opened: string[] = [];
      for (const text of texts) if (await opens(caller, text)) opened.push(`${text.kind} ${text.objectId}`);
      const hits = await everything(caller, WORD);
      expect(hits.map(({ kind, objectId }) => `${kind} ${objectId}`).sort(), name).toEqual(opened.sort());
    }
  }, 60_000);

  it('is shown with the words round it, a note’s in the field that has the note’s own rule', async () => {
    const notes = await everything(callers.get('gaest')!, WORD, { kinds: ['NOTE'] });
    expect(notes.map(({ noteFragment }) => wordsOf(noteFragment))).toContain(`Her står ${WORD}`);
    for (const { title, noteFragment, fragment } of notes) {
      expect(wordsOf(title) + wordsOf(noteFragment)).toContain(WORD);
      expect(fragment).toBeNull();
    }
  });

  it('is never found in silent posts, in threads or in pauses', async () => {
    const kinds = new Set(
      (await world.admin.query<{ kind: string }>('select distinct kind from search_row')).rows.map(({ kind }) => kind),
    );
    expect([...kinds].sort()).toEqual(['ACTION', 'DECISION', 'ITEM', 'MATERIAL', 'MEETING', 'MINUTES', 'NOTE']);
    const { rows } = await world.admin.query(
      `select from search_row r where exists (select from silent_post p where p.id = r.object_id) or exists (select from reflection_post p where p.id = r.object_id)
         or exists (select from silent_writing w where w.id = r.object_id) or exists (select from agenda_item i where i.id = r.object_id and i.kind = 'BREAK')`,
    );
    expect(rows).toEqual([]);
  });

  it('is no longer found by whoever is taken out of the team, at once', async () => {
    const ove = callers.get('ove')!;
    expect((await everything(ove, WORD)).length).toBeGreaterThan(0);
    await world.admin.query('update team_membership set valid_to = current_date - 1 where person_id = $1', [
      PEOPLE.ove.id,
    ]);
    expect(await everything(ove, WORD)).toEqual([]);
  });
});

describe('straight at the database, as the role that serves', () => {
  it('the rows are neither read nor written, and the function finds nothing without a context', async () => {
    const client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
    await client.query(`select set_config('app.municipality', $1, false), set_config('app.person', $2, false)`, [
      IDS.municipality,
      PEOPLE.anne.id,
    ]);
    for (const statement of [
      'select from search_row',
      `insert into search_row (municipality_id, team_id, kind, object_id, part, title, text) values (uuidv7(), uuidv7(), 'ITEM', uuidv7(), 'SELF', '', '')`,
      `update search_row set title = ''`,
      'delete from search_row',
      `select search_keep('{}', '{}', '{}', '{}', '{}')`,
    ])
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    const search = `select count(*)::int as n from search_texts('${WORD}', search_words('${WORD}'), null, null, null, false, null, null, null, 100)`;
    expect((await client.query(search)).rows[0].n).toBeGreaterThan(0);
    await client.query(`select set_config('app.person', '', false)`);
    expect((await client.query(search)).rows[0].n).toBe(0);
    await client.query(`select set_config('app.municipality', $1, false), set_config('app.person', $2, false)`, [
      IDS.otherMunicipality,
      PEOPLE.anne.id,
    ]);
    expect((await client.query(search)).rows[0].n).toBe(0);
    await client.end();
  });
});

const RUNS = 30;
/** What became of each meeting's item of the one thread that its team has. */
const itemStates = fc.array(fc.constantFrom('PLANNED', 'CARRIED', 'PARKED', 'DONE'), { minLength: 3, maxLength: 3 });
/** A place of material x that shows it to whoever asks. */
const PLACE_OPEN = `select from material_places(x) p, meeting_rel(p.meeting_id) r where (r & 2 <> 0 or (r & 4096 <> 0 and r & 12 <> 0))`;

/** One thread through each team's meetings, one after the other, and two links at each: the meeting's, and the item's. */
async function followedMaterial(town: Town, states: readonly string[]): Promise<void> {
  await world.admin.query(
    `insert into agenda_thread (id, municipality_id, series_id, title, kind, track)
     select s.id, s.municipality_id, s.id, 'T', 'DISCUSSION', 'DEVELOPMENT' from meeting_series s where s.municipality_id = $1`,
    [town.id],
  );
  for (const [n, meeting] of town.meetings.entries()) {
    await world.admin.query(`update meeting set starts_at = starts_at + make_interval(days => $2) where id = $1`, [
      meeting.id,
      n,
    ]);
    await world.admin.query(
      `insert into agenda_item (id, municipality_id, meeting_id, thread_id, position, title, kind, track, planned_min, state)
       select uuidv7(), municipality_id, id, series_id, 1, 'T', 'DISCUSSION', 'DEVELOPMENT', 10, $2 from meeting where id = $1`,
      [meeting.id, states[n % states.length]],
    );
    await world.admin.query(
      `insert into material (municipality_id, team_id, meeting_id, item_id, thread_id, kind, title, url, added_by)
       select m.municipality_id, m.team_id, m.id, i.id, i.thread_id, 'LINK', 'M A', 'https://emu.dk', $2::uuid
       from meeting m left join agenda_item i on i.meeting_id = m.id where m.id = $1
       union all select m.municipality_id, m.team_id, m.id, null, null, 'LINK', 'M A', 'https://emu.dk', $2::uuid from meeting m where m.id = $1`,
      [meeting.id, town.people[0]!.id],
    );
  }
}

describe('who finds what', () => {
  it(`is what their relation to the thing gives, in ${RUNS} generated municipalities`, async () => {
    const app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
    let some = 0;
    const finds = async (kind: string) =>
      (
        await app.query<{ id: string }>(
          `select object_id as id from search_texts('m', '{m,a}', array[$1], null, null, false, null, null, null, 100)`,
          [kind],
        )
      ).rows
        .map(({ id }) => id)
        .sort();
    await fc.assert(
      fc.asyncProperty(drawn, itemStates, async (d, states) => {
        const town = build(d);
        await write(
          world.admin,
          town,
          d.meetings.map((one) => one.minutes),
        );
        // Both words in every text, so that one question finds all of them.
        await world.admin.query(`update meeting set purpose = 'A' where municipality_id = $1`, [town.id]);
        await world.admin.query(`update action set why = 'M' where municipality_id = $1`, [town.id]);
        await world.admin.query(
          `insert into note (id, municipality_id, meeting_id, text) select id, municipality_id, id, 'A M' from meeting where municipality_id = $1`,
          [town.id],
        );
        await followedMaterial(town, states);
        for (const { id: person } of town.people) {
          await app.query(`select set_config('app.municipality', $1, false), set_config('app.person', $2, false)`, [
            town.id,
            person,
          ]);
          const { rows } = await app.query<Record<'meetings' | 'notes' | 'actions' | 'materials', string[]>>(
            `select array(select id from meeting where meeting_rel(id) & 6 <> 0 or meeting_rel(id) & 4104 = 4104 order by id) as meetings,
               array(select n.id from note n where (meeting_rel(n.id) & 2 <> 0 or (meeting_rel(n.id) & 4096 <> 0 and meeting_rel(n.id) & 12 <> 0))
                 and not exists (select from minutes x where x.meeting_id = n.id and x.state = 'APPROVED') order by n.id) as notes,
               array(select id from action where action_rel(id) & 6 <> 0 or action_rel(id) & 4104 = 4104 order by id) as actions,
               array(select x.id from material x where exists (${PLACE_OPEN}) order by x.id) as materials`,
          );
          expect(await finds('MEETING')).toEqual(rows[0]!.meetings);
          expect(await finds('NOTE')).toEqual(rows[0]!.notes);
          expect(await finds('ACTION')).toEqual(rows[0]!.actions);
          expect(await finds('MATERIAL')).toEqual(rows[0]!.materials);
          // And each at a meeting that shows it to them.
          const astray = await app.query(
            `select from search_texts('m', '{m,a}', '{MATERIAL}', null, null, false, null, null, null, 100) f join material x on x.id = f.object_id
             where not exists (${PLACE_OPEN} and p.meeting_id = f.meeting_id)`,
          );
          expect(astray.rowCount).toBe(0);
          some += rows[0]!.materials.length;
        }
      }),
      { numRuns: RUNS },
    );
    expect(some).toBeGreaterThan(RUNS);
    await app.end();
  }, 90_000);
});
