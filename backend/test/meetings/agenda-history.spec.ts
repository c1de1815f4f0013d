import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const HISTORY =
  'query($meetingId: ID!, $after: ID) { agendaHistory(meetingId: $meetingId, after: $after) { cursor changes { id at who entity entityId verb title fields text before left { threadId kind plannedMin } } } }';
const CREATE =
  'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }';
const ADD = 'mutation($meetingId: ID!, $input: NewItemInput!) { addItem(meetingId: $meetingId, input: $input) { id } }';
const CHANGE =
  'mutation($itemId: ID!, $change: ItemFieldsInput!, $seen: ItemFieldsInput!) { changeItem(itemId: $itemId, change: $change, seen: $seen) { id } }';
const CHANGE_MEETING =
  'mutation($id: ID!, $change: MeetingFieldsInput!, $seen: MeetingFieldsInput!) { changeMeeting(meetingId: $id, change: $change, seen: $seen) { id } }';
const REMOVE = 'mutation($itemId: ID!, $seen: Int!) { removeItem(itemId: $itemId, seenRevision: $seen) { id } }';

let world: World;
let anne: Caller;
let mads: Caller;
let meetingId: string;
let itemId: string;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const input = { templateKey: 'opfoelgning-kort', startsAt, durationMin: 60 };
  meetingId = (await anne.ask(CREATE, { teamId: IDS.teamA1, input }))['createMeeting'].id;
  itemId = (await anne.ask(ADD, { meetingId, input: { title: 'Overgange', plannedMin: 12 } }))['addItem'].id;
});
afterAll(() => world.stop());

const changes = async (caller = anne) => (await caller.ask(HISTORY, { meetingId }))['agendaHistory'].changes as any[];

describe('who changed what', () => {
  it('is told to the team and its coach; to everybody else the meeting is not there', async () => {
    for (const name of ['leder', 'klyngeleder', 'konsulent', 'admin', 'dpo', 'laeser', 'ove', 'nabo'] as const)
      expect((await (await world.signIn(name)).refusal(HISTORY, { meetingId }))['code'], name).toBe('NOT_FOUND');
    // Called as a guest, somebody reads the agenda, and not how it came to be.
    const guest = await world.signIn('gaest');
    expect((await guest.refusal(HISTORY, { meetingId: IDS.meeting }))['code']).toBe('NOT_FOUND');
    expect((await changes(await world.signIn('coach'))).length).toBeGreaterThan(0);
    expect((await changes(mads)).length).toBeGreaterThan(0);
    expect((await anne.refusal(HISTORY, { meetingId, after: '1 or true' }))['code']).toBe('NOT_FOUND');
  });

  it('names the person, the item as it was called, and what stood there before', async () => {
    await mads.ask(CHANGE, { itemId, change: { title: 'Overgange om morgenen' }, seen: { title: 'Overgange' } });
    expect((await changes())[0]).toMatchObject({
      who: PEOPLE.mads.name,
      entity: 'AgendaItem',
      entityId: itemId,
      verb: 'changed',
      fields: ['title'],
      text: 'Overgange om morgenen',
      before: 'Overgange',
      left: null,
    });
    await anne.ask(CHANGE_MEETING, { id: meetingId, change: { purpose: 'At vælge' }, seen: { purpose: '' } });
    expect((await changes())[0]).toMatchObject({ who: PEOPLE.anne.name, entity: 'Meeting', text: 'At vælge' });
    await anne.ask(CHANGE, { itemId, change: { plannedMin: 9 }, seen: { plannedMin: 12 } });
    expect((await changes())[0]).toMatchObject({ fields: ['plannedMin'], text: null, title: 'Overgange om morgenen' });
  });

  it('holds what an item was when it left, so that it can be laid back', async () => {
    const { rows } = await world.admin.query('select revision, thread_id from agenda_item where id = $1', [itemId]);
    await mads.ask(REMOVE, { itemId, seen: rows[0].revision });
    const gone = (await changes()).find((one) => one.verb === 'removed');
    expect(gone).toMatchObject({
      who: PEOPLE.mads.name,
      title: 'Overgange om morgenen',
      left: { threadId: rows[0].thread_id, kind: 'DISCUSSION', plannedMin: 9 },
    });
    await anne.ask(ADD, { meetingId, input: { title: gone.title, ...gone.left } });
    const now = await world.admin.query('select count(*)::int as n from agenda_item where thread_id = $1', [
      rows[0].thread_id,
    ]);
    expect(now.rows[0].n).toBe(1);
  });

  it('comes a page at a time, each change once', async () => {
    for (let n = 0; n < 70; n += 1)
      await anne.ask(CHANGE_MEETING, {
        id: meetingId,
        change: { place: `Lokale ${n}` },
        seen: { place: n === 0 ? '' : `Lokale ${n - 1}` },
      });
    const seen: any[] = [];
    let after: string | null = null;
    do {
      const page: any = (await anne.ask(HISTORY, { meetingId, after }))['agendaHistory'];
      seen.push(...page.changes);
      after = page.cursor;
    } while (after);
    const places = seen.filter((one) => one.fields.includes('place')).map((one) => one.text);
    expect(places).toEqual(Array.from({ length: 70 }, (_, n) => `Lokale ${69 - n}`));
    expect(new Set(seen.map((one) => one.id)).size).toBe(seen.length);
  });
});
