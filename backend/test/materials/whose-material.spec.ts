import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comesAlong } from '#domain/material.ts';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';
import { ADD_LINK, get, onOwnPage, PDF, REMOVE, send, shown } from './sending.ts';

let world: World;
let anne: Caller;
const pages = new Map<PersonName, Caller>();
beforeAll(async () => {
  world = await startWorld();
  for (const name of Object.keys(PEOPLE) as PersonName[]) pages.set(name, await onOwnPage(world, name));
  anne = pages.get('anne')!;
});
afterAll(() => world.stop());

const id = IDS.meeting;
const page = (name: PersonName) => pages.get(name)!;
const count = async (table: string) => Number((await world.admin.query(`select count(*) from ${table}`)).rows[0].count);
const refusedTo = async (materialId: string, names: readonly PersonName[]) => {
  for (const name of names) expect((await get(page(name), materialId)).status, name).toBe(404);
};
const NOBODY_OF_IT = [
  'nabo',
  'naboleder',
  'ove',
  'bodil',
  'leder',
  'klyngeleder',
  'laeser',
  'konsulent',
  'admin',
  'dpo',
] as const;

describe('a file of a meeting', () => {
  let file: string;
  beforeAll(async () => {
    file = (await send(anne, id, 'plan.pdf', PDF, { item: IDS.items[2] })).id;
  });

  it('is answered alike, to the letter, whether foreign, missing, a link or no id, and to nobody who is not signed in', async () => {
    const link = (await anne.ask(ADD_LINK, { meeting: id, title: 'EMU', url: 'https://emu.dk' }))['addLink'].id;
    const answers = [
      await get(page('nabo'), file),
      await get(page('leder'), file),
      await get(anne, link),
      await get(anne, '00000000-0000-4000-8000-00000000dead'),
      await get(anne, "1'; select 1"),
      await get(anne, '..%2f..%2fetc%2fpasswd'),
    ];
    const told = answers.map(({ status, bytes, headers }) =>
      JSON.stringify([status, bytes.toString(), headers.get('content-type'), headers.get('x-pejling-refusal')]),
    );
    expect(new Set(told).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404 });
    expect((await get(world.stranger(), file)).status).toBe(401);
  });

  it('is asked for by GET alone: its head is refused, whoever asks', async () => {
    for (const caller of [anne, page('leder'), world.stranger()]) {
      const { status, headers } = await get(caller, file, { method: 'HEAD' });
      expect([status, headers.get('allow'), headers.get('content-disposition')]).toEqual([405, 'GET', null]);
    }
  });

  it('leaves a line in the audit for each time it is given, and none for what is refused', async () => {
    const lines = async () => {
      await world.app.get(GatheredUses, { strict: false }).flush();
      const { rows } = await world.admin.query(
        `select actor_id, object, object_id from audit_event where verb = 'EXPORT' order by number`,
      );
      return rows;
    };
    const before = (await lines()).length;
    await get(page('mads'), file);
    await get(page('leder'), file);
    await get(world.stranger(), file);
    expect((await lines()).slice(before)).toEqual([{ actor_id: PEOPLE.mads.id, object: 'Material', object_id: file }]);
  });

  it('is the team’s, and a guest’s and a coach’s while they attend; nobody’s above the team or beside it', async () => {
    await refusedTo(file, [...NOBODY_OF_IT, 'coach']);
    for (const name of ['mads', 'trine', 'gaest'] as const)
      expect((await get(page(name), file)).status, name).toBe(200);
    expect(await shown(page('gaest'), id)).toHaveLength(2);
    // The coach sees the meeting, and none of what hangs on it.
    expect(await shown(page('coach'), id)).toBeNull();
    await world.admin.query(
      `insert into meeting_participant (municipality_id, meeting_id, person_id, attendance, is_guest) values ($1, $2, $3, 'INVITED', false)`,
      [IDS.municipality, id, PEOPLE.coach.id],
    );
    expect((await get(page('coach'), file)).status).toBe(200);
    expect(await shown(page('coach'), id)).toHaveLength(2);
  });

  it('is taken off by whoever put it there or is in the team, and by nobody else', async () => {
    const guests = (await send(page('gaest'), id, 'oplæg.pdf', PDF)).id;
    for (const name of NOBODY_OF_IT)
      expect(await page(name).refusal(REMOVE, { id: file }), name).toMatchObject({ code: 'NOT_FOUND' });
    expect(await page('gaest').refusal(REMOVE, { id: file })).toMatchObject({ code: 'NOT_ALLOWED' });
    await page('gaest').ask(REMOVE, { id: guests });
    const before = await count('material_piece');
    await page('mads').ask(REMOVE, { id: file });
    expect(await count('material_piece')).toBe(before - 1);
    await refusedTo(file, ['anne']);
    expect(await anne.refusal(REMOVE, { id: file })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves in the log that it came and went, and neither its name nor its address', async () => {
    const secret = 'Samtale om noget privat';
    const named = (await send(anne, id, `${secret}.pdf`, PDF)).id;
    await anne.ask(ADD_LINK, { meeting: id, title: secret, url: 'https://example.dk/hemmeligt' });
    await anne.ask(REMOVE, { id: named });
    const { rows } = await world.admin.query(
      `select verb, fields::text from change where entity = 'Material' and entity_id = $1 order by version`,
      [named],
    );
    expect(rows.map(({ verb }) => verb)).toEqual(['added', 'removed']);
    const { rows: all } = await world.admin.query(`select to_jsonb(c)::text as text from change c`);
    expect(all.some(({ text }) => text.includes(secret) || text.includes('hemmeligt'))).toBe(false);
  });
});

describe('how much there may be', () => {
  it('is bounded for a meeting', async () => {
    const link = (n: number) => ({ meeting: IDS.draft, title: `Link ${n}`, url: 'https://emu.dk' });
    for (let n = 0; n < 20; n += 1) await anne.ask(ADD_LINK, link(n));
    expect(await anne.refusal(ADD_LINK, link(21))).toMatchObject({ code: 'MATERIAL_FULL', most: 20 });
    expect(await send(anne, IDS.draft, 'a.pdf', PDF)).toMatchObject({ status: 409, code: 'MATERIAL_FULL' });
    await world.admin.query(`delete from material where meeting_id = '${IDS.draft}'`);
  });

  it('is never exceeded by two who fill the last room together', async () => {
    const link = (n: number) => ({ meeting: IDS.draft, title: `Link ${n}`, url: 'https://emu.dk' });
    for (let n = 0; n < 19; n += 1) await anne.ask(ADD_LINK, link(n));
    const both = await Promise.all([anne.send(ADD_LINK, link(20)), page('mads').send(ADD_LINK, link(21))]);
    expect(both.filter(({ errors }) => errors).length).toBe(1);
    expect(await shown(anne, IDS.draft)).toHaveLength(20);
    await world.admin.query(`delete from material where meeting_id = '${IDS.draft}'`);
  });

  it('is bounded for a team, over all its meetings', async () => {
    const { rows } = await world.admin.query(
      `with f as (insert into material_file (municipality_id, place) select $1, 'DATABASE' from generate_series(1, 20) returning id)
       insert into material (municipality_id, team_id, meeting_id, kind, title, file_id, mime, size_bytes, added_by)
       select $1, $2, $3, 'FILE', 'x.pdf', id, 'application/pdf', 26214400, $4 from f returning id`,
      [IDS.municipality, IDS.teamA1, id, PEOPLE.anne.id],
    );
    expect(await send(anne, IDS.draft, 'a.pdf', PDF)).toMatchObject({ status: 409, code: 'TEAM_FULL' });
    await world.admin.query('delete from material where id = any($1::uuid[])', [rows.map((row) => row.id)]);
    expect(await send(anne, IDS.draft, 'a.pdf', PDF)).toMatchObject({ status: 200 });
  });
});

describe('material of an item that goes on', () => {
  const FINISH = 'mutation($id: ID!) { finishMeeting(meetingId: $id) { id } }';
  const CANCEL = 'mutation($id: ID!) { cancelMeeting(meetingId: $id, reason: "Vi er på lejr") { id } }';
  const FIND = 'query($words: String!) { search(text: $words, kinds: ["MATERIAL"]) { hits { objectId meetingId } } }';
  const START = 'mutation($id: ID!) { startMeeting(meetingId: $id) { id } }';
  const titles = async (meeting: string) => (await shown(anne, meeting))!.map(({ title }) => title);

  beforeAll(async () => {
    await world.admin.query('delete from material');
    // The guest is at the first meeting alone, the coach at the next.
    await world.admin.query(
      `delete from meeting_participant where meeting_id = '${id}' and person_id = '${PEOPLE.coach.id}';
       delete from meeting_participant where meeting_id = '${IDS.draft}' and person_id = '${PEOPLE.gaest.id}';
       insert into meeting_participant (municipality_id, meeting_id, person_id, attendance, is_guest)
         values ('${IDS.municipality}', '${IDS.draft}', '${PEOPLE.coach.id}', 'INVITED', false);
       update meeting set state = 'CONVENED', convened_at = now() where id = '${IDS.draft}'`,
    );
  });

  it('comes along with what was not reached, and stays with what was dealt with', async () => {
    const carried = await send(anne, id, 'ikke nået.pdf', PDF, { item: IDS.items[3] });
    await send(anne, id, 'behandlet.pdf', PDF, { item: IDS.items[2] });
    await send(anne, id, 'mødets eget.pdf', PDF);
    await anne.ask(START, { id });
    await world.admin.query(
      `update agenda_item set state = 'DONE', outcome = 'DISCUSSED' where id = '${IDS.items[2]}'`,
    );
    await anne.ask(FINISH, { id });
    expect(await titles(id)).toEqual(['ikke nået.pdf', 'behandlet.pdf', 'mødets eget.pdf']);
    expect(await titles(IDS.draft)).toEqual(['ikke nået.pdf']);
    const [there] = (await shown(anne, IDS.draft))!;
    const item = await world.admin.query('select id from agenda_item where meeting_id = $1 and thread_id = $2', [
      IDS.draft,
      IDS.threads[3],
    ]);
    expect(there).toMatchObject({ id: carried.id, itemId: item.rows[0].id });
    // Whoever attends the next meeting alone has what is shown there, and no more.
    expect((await get(page('coach'), carried.id)).status).toBe(200);
    expect((await get(page('coach'), (await shown(anne, id))![1].id)).status).toBe(404);
    // And finds it there; the team finds it where it was put.
    const finds = async (name: PersonName, words: string) =>
      (await page(name).ask(FIND, { words }))['search'].hits.map(
        (hit: { objectId: string; meetingId: string }) => `${hit.objectId} ${hit.meetingId}`,
      );
    expect(await finds('coach', 'nået')).toEqual([`${carried.id} ${IDS.draft}`]);
    expect(await finds('coach', 'behandlet')).toEqual([]);
    expect(await finds('gaest', 'nået')).toEqual([`${carried.id} ${id}`]);
    expect(await finds('anne', 'nået')).toEqual([`${carried.id} ${id}`]);
    for (const name of NOBODY_OF_IT) expect(await finds(name, 'nået'), name).toEqual([]);
    await refusedTo(carried.id, NOBODY_OF_IT);
  });

  it('is fetched by whoever looks as it comes and goes, and nothing is for an item without any', async () => {
    const hints = (changes: { entity: string; scopeId: string; fields: object }[]) =>
      changes.filter(({ entity }) => entity === 'Material').map(({ scopeId, fields }) => ({ scopeId, fields }));
    const hint = { scopeId: IDS.draft, fields: { hint: true } };
    const ADD = 'mutation($id: ID!, $i: NewItemInput!) { addItem(meetingId: $id, input: $i) { id changes } }';
    const OFF = 'mutation($id: ID!, $r: Int!) { removeItem(itemId: $id, seenRevision: $r) { changes } }';
    const itemOn = async (thread: string) =>
      (
        await world.admin.query<{ id: string; revision: number; title: string }>(
          'select id, revision, title from agenda_item where meeting_id = $1 and thread_id = $2',
          [IDS.draft, thread],
        )
      ).rows[0]!;
    const input = { title: 'Nyt', kind: 'DISCUSSION', track: 'DEVELOPMENT', plannedMin: 5 };
    const fresh = (await anne.ask(ADD, { id: IDS.draft, i: input }))['addItem'];
    expect(hints(fresh.changes)).toEqual([]);
    expect(hints((await anne.ask(OFF, { id: fresh.id, r: 1 }))['removeItem'].changes)).toEqual([]);
    // As the meeting before was finished, which brought it over; and then taken off and put back by hand.
    const { rows } = await world.admin.query(
      `select fields from change where entity = 'Material' and verb = 'followed' and scope_id = $1`,
      [IDS.draft],
    );
    expect(rows).toEqual([{ fields: { hint: true } }]);
    const on = await itemOn(IDS.threads[3]!);
    expect(hints((await anne.ask(OFF, { id: on.id, r: on.revision }))['removeItem'].changes)).toEqual([hint]);
    expect(await titles(IDS.draft)).toEqual([]);
    const back = { ...input, title: on.title, threadId: IDS.threads[3] };
    expect(hints((await anne.ask(ADD, { id: IDS.draft, i: back }))['addItem'].changes)).toEqual([hint]);
    expect(await titles(IDS.draft)).toEqual(['ikke nået.pdf']);
  });

  it('goes on from a meeting that is called off, and comes to the next that is planned', async () => {
    await send(anne, IDS.draft, 'til kladden.pdf', PDF, { item: IDS.draftItem });
    await anne.ask(CANCEL, { id: IDS.draft });
    const CREATE =
      'mutation($team: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $team, input: $input) { id } }';
    const input = {
      templateKey: 'opfoelgning-kort',
      durationMin: 60,
      startsAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    };
    const next = (await anne.ask(CREATE, { team: IDS.teamA1, input }))['createMeeting'].id;
    expect((await titles(next)).sort()).toEqual(['ikke nået.pdf', 'til kladden.pdf']);
    // Taken off the agenda and put back, it is not lost.
    expect(await titles(IDS.draft)).toContain('til kladden.pdf');
  });
});

describe('whether an item’s material comes along', () => {
  it('is said by SQL as by the rule, for every state that item and meeting may be in', async () => {
    const { rows: known } = await world.admin.query('select id, state from agenda_item where meeting_id = $1', [id]);
    const one = (await anne.ask(ADD_LINK, { meeting: id, item: IDS.items[0], title: 'EMU', url: 'https://emu.dk' }))[
      'addLink'
    ].id;
    for (const state of ['PLANNED', 'ACTIVE', 'DONE', 'CARRIED', 'PARKED', 'DROPPED'])
      for (const meetingState of ['HELD', 'CLOSED', 'CANCELLED']) {
        const { rows } = await sayAs(state, meetingState, one);
        expect(rows[0].comes, `${state} ${meetingState}`).toBe(comesAlong([{ state, meetingState }]));
      }
    const { rows: after } = await world.admin.query('select id, state from agenda_item where meeting_id = $1', [id]);
    expect(after).toEqual(known);
    await anne.ask(REMOVE, { id: one });
  });

  /** Asked while the item and its meeting are in these states, which are then taken back. */
  const sayAs = async (state: string, meetingState: string, material: string) => {
    await world.admin.query('begin');
    try {
      await world.admin.query('update agenda_item set state = $2 where id = $1', [IDS.items[0], state]);
      await world.admin.query(`update meeting set state = $2, ended_at = now() where id = $1`, [id, meetingState]);
      return await world.admin.query(
        'select material_comes_along(x, m) as comes from material x, meeting m where x.id = $1 and m.id = $2',
        [material, IDS.draft],
      );
    } finally {
      await world.admin.query('rollback');
    }
  };
});

describe('when the minutes are approved', () => {
  it('material is gone for guest and coach, also what they put there themselves, and still the team’s', async () => {
    const own = (await send(page('gaest'), id, 'oplæg.pdf', PDF)).id;
    expect((await get(page('gaest'), own)).status).toBe(200);
    await world.admin.query(
      `update minutes set state = 'APPROVED', snapshot = minutes_text('${id}'), fingerprint = 'x', approved_at = now() where meeting_id = '${id}'`,
    );
    await refusedTo(own, [...NOBODY_OF_IT, 'coach', 'gaest']);
    expect(await page('gaest').refusal(REMOVE, { id: own })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await get(page('mads'), own)).status).toBe(200);
    // Nothing more is put there; what should not be there is still taken off.
    expect(await send(anne, id, 'sen.pdf', PDF)).toMatchObject({ status: 409, code: 'STEP_NOT_POSSIBLE' });
    await page('mads').ask(REMOVE, { id: own });
    await refusedTo(own, ['mads']);
  });
});
