import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { ADD_LINK, REMOVE } from '../materials/sending.ts';
import { found, searchFor, wordsOf } from './searching.ts';
import { wrongRows } from './search-rows.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const tell = async (mutation: string, variables: Record<string, unknown> = {}): Promise<string> =>
  (Object.values(await anne.ask(mutation, variables))[0] as { id: string }).id;
const finds = (text: string) => found(anne, text);
const itself = async () => expect(await wrongRows(world.admin)).toEqual([]);

describe('what was written is found right away, what was changed no longer by its old words, what is gone not at all', () => {
  it('of a meeting', async () => {
    const startsAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const id = await tell('mutation($t: ID!, $i: NewMeetingInput!) { createMeeting(teamId: $t, input: $i) { id } }', {
      t: IDS.teamA1,
      i: { title: 'Fyrpasser', durationMin: 60, startsAt, templateKey: 'plf-grundmoede' },
    });
    expect(await finds('fyrpasser')).toEqual([`MEETING ${id}`]);
    await tell(
      'mutation($id: ID!, $c: MeetingFieldsInput!, $s: MeetingFieldsInput!) { changeMeeting(meetingId: $id, change: $c, seen: $s) { id } }',
      { id, c: { title: 'Bøjemøde', purpose: 'At se på sejlrenden' }, s: { title: 'Fyrpasser', purpose: '' } },
    );
    expect(await finds('bøjemøde sejlrenden')).toEqual([`MEETING ${id}`]);
    expect(await finds('fyrpasser')).toEqual([]);
  });

  it('of an item', async () => {
    const id = await tell('mutation($id: ID!, $i: NewItemInput!) { addItem(meetingId: $id, input: $i) { id } }', {
      id: IDS.draft,
      i: { title: 'Tågehorn', kind: 'DISCUSSION', track: 'DEVELOPMENT', plannedMin: 5 },
    });
    expect(await finds('tågehorn')).toEqual([`ITEM ${id}`]);
    await tell(
      'mutation($id: ID!, $c: ItemFieldsInput!, $s: ItemFieldsInput!) { changeItem(itemId: $id, change: $c, seen: $s) { id } }',
      { id, c: { title: 'Dybgang' }, s: { title: 'Tågehorn' } },
    );
    expect(await finds('dybgang')).toEqual([`ITEM ${id}`]);
    expect(await finds('tågehorn')).toEqual([]);
    const { rows } = await world.admin.query<{ revision: number }>('select revision from agenda_item where id = $1', [
      id,
    ]);
    await tell('mutation($id: ID!, $r: Int!) { removeItem(itemId: $id, seenRevision: $r) { id } }', {
      id,
      r: rows[0]!.revision,
    });
    expect(await finds('dybgang')).toEqual([]);
  });

  it('of an action, with what was seen when it was tried', async () => {
    const id = await tell('mutation($t: ID!, $a: NewActionInput!) { createAction(teamId: $t, action: $a) { id } }', {
      t: IDS.teamA1,
      a: {
        kind: 'TRIAL',
        title: 'Ankerplads',
        why: 'Der mangler læ',
        markerIds: [IDS.markers[0]],
        expectedSigns: ['Rolige ankomster'],
        responsibleIds: [PEOPLE.mads.id],
      },
    });
    for (const word of ['ankerplads', 'læ', 'ankomsterne']) expect(await finds(word), word).toEqual([`ACTION ${id}`]);
    const { rows } = await world.admin.query<{ revision: number }>('select revision from action where id = $1', [id]);
    await tell(
      'mutation($id: ID!, $a: ChangedActionInput!, $r: Int!) { changeAction(id: $id, action: $a, seenRevision: $r) { id } }',
      {
        id,
        a: { title: 'Fortøjning', why: 'Vinden vender' },
        r: rows[0]!.revision,
      },
    );
    expect(await finds('fortøjning vinden')).toEqual([`ACTION ${id}`]);
    expect(await finds('ankerplads')).toEqual([]);
    await tell('mutation($id: ID!, $w: String!) { reflectOnAction(id: $id, whatWeSaw: $w) { id } }', {
      id,
      w: 'Dønningerne lagde sig',
    });
    expect(await finds('dønninger')).toEqual([`ACTION ${id}`]);
  });

  it('of a meeting that is held: its decisions, its notes, its approved minutes and what was added', async () => {
    await tell('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
    const decision = await tell('mutation($id: ID!, $t: String!) { addDecision(itemId: $id, text: $t) { id } }', {
      id: IDS.items[2],
      t: 'Vi sætter lanternen',
    });
    expect(await finds('lanterner')).toEqual([`DECISION ${decision}`]);
    await tell(
      'mutation($id: ID!, $t: String!) { changeDecision(decisionId: $id, text: $t, seenRevision: 1) { id } }',
      { id: decision, t: 'Vi sætter vimplen' },
    );
    expect(await finds('lanterner')).toEqual([]);
    expect(await finds('vimplen')).toEqual([`DECISION ${decision}`]);
    await tell('mutation($id: ID!) { removeDecision(decisionId: $id) { id } }', { id: decision });
    expect(await finds('vimplen')).toEqual([]);
    // As the note's builder writes, under an item and of the meeting itself.
    await world.admin.query(`update agenda_item set note = 'Om kompasset' where id = $1`, [IDS.items[2]]);
    await world.admin.query(`select ensure_notes($1)`, [IDS.meeting]);
    await world.admin.query(`update note set text = 'Om sekstanten' where id = $1`, [IDS.meeting]);
    expect(await finds('kompas')).toEqual([`NOTE ${IDS.items[2]}`]);
    expect(await finds('sekstant')).toEqual([`NOTE ${IDS.meeting}`]);
    await world.admin.query(`update agenda_item set note = '' where id = $1`, [IDS.items[2]]);
    expect(await finds('kompas')).toEqual([]);
    await world.admin.query(`update agenda_item set note = 'Om kompasnålen' where id = $1`, [IDS.items[2]]);
    await world.admin.query(`update agenda_item set note = 'Om loddet' where id = $1`, [IDS.items[1]]);
    await world.admin.query(
      `update meeting set state = 'HELD', started_at = now() - interval '1 hour', ended_at = now(), current_item_id = null where id = '${IDS.meeting}';
       update agenda_item set state = 'DONE' where meeting_id = '${IDS.meeting}';
       update meeting_participant set attendance = 'PRESENT' where meeting_id = '${IDS.meeting}' and person_id = '${PEOPLE.anne.id}'`,
    );
    await tell('mutation($id: ID!) { proposeMinutes(meetingId: $id) { id } }', { id: IDS.meeting });
    const coach = await world.signIn('coach');
    expect(await found(coach, 'kompasnål')).toEqual([]);
    await tell('mutation($id: ID!) { tapMinutes(meetingId: $id) { id } }', { id: IDS.meeting });
    for (const who of [anne, coach]) {
      expect(await found(who, 'kompasnål')).toEqual([`MINUTES ${IDS.items[2]}`]);
      expect(await found(who, 'sekstant')).toEqual([`MINUTES ${IDS.meeting}`]);
    }
    await tell('mutation($id: ID!, $t: String!) { amendMinutes(meetingId: $id, text: $t) { id } }', {
      id: IDS.meeting,
      t: 'Kronometeret gik for stærkt',
    });
    expect(await finds('kronometer')).toEqual([`MINUTES ${IDS.meeting}`]);
    await itself();
  });

  it('of a link and of a file: its name’s words in any form, where a link leads, and nothing more of its address', async () => {
    const link = await tell(ADD_LINK, {
      meeting: IDS.draft,
      title: 'Søkort over sundet',
      url: 'https://www.farvandet.dk/hemmelig-boelgegang?noegle=hav',
    });
    expect(await finds('søkortet')).toEqual([`MATERIAL ${link}`]);
    const [hit] = (await searchFor(anne, 'farvandet.dk')).hits;
    expect([hit!.objectId, wordsOf(hit!.title), wordsOf(hit!.fragment)]).toEqual([
      link,
      'Søkort over sundet',
      'farvandet.dk',
    ]);
    for (const word of ['bølgegang', 'hemmelig', 'nøgle']) expect(await finds(word), word).toEqual([]);
    const file = randomUUID();
    await world.admin.query(
      `insert into material_file (id, municipality_id, place) values ('${file}', '${IDS.municipality}', 'DATABASE')`,
    );
    await world.admin.query(
      `insert into material (id, municipality_id, team_id, meeting_id, kind, title, file_id, mime, size_bytes, added_by)
       values ('${file}', '${IDS.municipality}', '${IDS.teamA1}', '${IDS.draft}', 'FILE', 'Tidevandstabeller_uge-46.csv', '${file}', 'text/csv', 9, '${PEOPLE.anne.id}')`,
    );
    for (const words of ['tidevandstabel', 'tidevand', 'tidevandstabellerne uge 46', 'Tidevandstabeller_uge-46.csv']) {
      const hits = (await searchFor(anne, words)).hits;
      expect(
        hits.map(({ objectId, fragment }) => [objectId, fragment]),
        words,
      ).toEqual([[file, null]]);
    }
    await itself();
    for (const id of [link, file]) await anne.ask(REMOVE, { id });
    expect(await finds('søkortet')).toEqual([]);
    expect(await finds('tidevand')).toEqual([]);
    await itself();
  });

  it('of a name that is taken out of a text', async () => {
    const { rows } = await world.admin.query<{ id: string }>(
      `update action set why = 'Aftalt med Sørine Havfrue' where id = $1 returning id`,
      [IDS.task],
    );
    expect(await finds('havfrue')).toEqual([`ACTION ${rows[0]!.id}`]);
    await world.admin.query(`update action set why = 'Aftalt med en kollega' where id = $1`, [IDS.task]);
    expect(await finds('havfrue')).toEqual([]);
    expect(
      (await world.admin.query(`select from search_row where title || text || folded || tsv::text ilike '%havfrue%'`))
        .rowCount,
    ).toBe(0);
  });
});

describe('the rows', () => {
  it('say what the things themselves say, in a world that nobody has written in since it was made', itself);

  it('hold both of two who write to one action at once', async () => {
    const clients = await Promise.all(
      ['hvalros', 'narhval'].map(async (word) => {
        const client = new pg.Client({ connectionString: world.database.adminUrl });
        await client.connect();
        await client.query('begin');
        return { client, word };
      }),
    );
    const write = ({ client, word }: { client: pg.Client; word: string }) =>
      client.query(
        `insert into action_reflection (municipality_id, action_id, on_date, what_we_saw, created_by) values ($1, $2, current_date, $3, $4)`,
        [IDS.municipality, IDS.trial, word, PEOPLE.anne.id],
      );
    await write(clients[0]!);
    const second = write(clients[1]!);
    await expect
      .poll(
        async () =>
          (
            await world.admin.query(
              `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%action_reflection%'`,
            )
          ).rowCount,
      )
      .toBe(1);
    await clients[0]!.client.query('commit');
    await second;
    await clients[1]!.client.query('commit');
    for (const { client } of clients) await client.end();
    expect(await finds('hvalros')).toEqual([`ACTION ${IDS.trial}`]);
    expect(await finds('narhval')).toEqual([`ACTION ${IDS.trial}`]);
    await itself();
  });

  it('are made of what was there before there were rows', async () => {
    await world.admin.query('delete from search_row');
    expect(await finds('plf-møde')).toEqual([]);
    const fill = readFileSync(new URL('../../src/sharing/search-what-is-there.sql', import.meta.url), 'utf8');
    await world.admin.query(fill);
    await itself();
    expect(await finds('plf-møde')).not.toEqual([]);
    await world.admin.query(fill);
    await itself();
  });
});
