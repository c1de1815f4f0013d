import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { roomOf, START } from './run-documents.ts';

let world: World;
let anne: Caller;
let meetingId: string;
let itemId: string;
let threadId: string;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const CREATE =
  'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }';
const ADD = 'mutation($meetingId: ID!, $input: NewItemInput!) { addItem(meetingId: $meetingId, input: $input) { id } }';
const DROP =
  'mutation($itemId: ID!, $reason: String!, $seenRevision: Int!) { dropItem(itemId: $itemId, reason: $reason, seenRevision: $seenRevision) { id changes } }';
const SPLIT =
  'mutation($itemId: ID!, $parts: [ItemPartInput!]!, $seenRevision: Int!) { splitItem(itemId: $itemId, parts: $parts, seenRevision: $seenRevision) { id changes } }';
const ASIDE =
  'query($meetingId: ID!, $after: ID) { setAside(meetingId: $meetingId, after: $after) { id cursor threads { id title state droppedReason timesMoved plannedMin } } }';
const MEETING =
  'query($id: ID!) { meeting(id: $id) { items { id threadId position title kind plannedMin broughtOver timesMoved revision owner { id } markers { id } } } }';

const items = async () =>
  (await anne.ask(MEETING, { id: meetingId }))['meeting'].items.toSorted((a: any, b: any) => a.position - b.position);
const aside = async () => (await anne.ask(ASIDE, { meetingId }))['setAside'].threads as any[];
const parts = [
  { title: 'Hvad ser vi?', plannedMin: 7 },
  { title: 'Hvad vil vi prøve?', plannedMin: 5 },
];

/** A draft with an item that has been moved three times. */
beforeEach(async () => {
  const input = { templateKey: 'opfoelgning-kort', startsAt: in_(3), durationMin: 60 };
  meetingId = (await anne.ask(CREATE, { teamId: IDS.teamA1, input }))['createMeeting'].id;
  const given = { title: 'Det store emne', kind: 'DISCUSSION', plannedMin: 12, ownerId: PEOPLE.trine.id, position: 2 };
  itemId = (await anne.ask(ADD, { meetingId, input: { ...given, markerIds: [IDS.markers[0]] } }))['addItem'].id;
  const { rows } = await world.admin.query(
    'update agenda_thread set times_moved = 3 where id = (select thread_id from agenda_item where id = $1) returning id',
    [itemId],
  );
  threadId = rows[0].id;
});

describe('who may let go or divide', () => {
  it('nobody from outside: an item answers as if it were not there', async () => {
    for (const name of ['nabo', 'ove', 'leder', 'gaest'] as const) {
      const caller = await world.signIn(name);
      for (const [document, variables] of [
        [DROP, { itemId, reason: 'Nej', seenRevision: 1 }],
        [SPLIT, { itemId, parts, seenRevision: 1 }],
      ] as const) {
        expect(await codeOf(caller, document, variables), name).toBe('NOT_FOUND');
      }
    }
    expect((await items()).map((item: any) => item.id)).toContain(itemId);
  });

  it('what is set aside is the team’s: a guest who sees the meeting does not see it', async () => {
    await anne.ask(DROP, { itemId, reason: 'Vi når det ikke i år', seenRevision: 1 });
    for (const name of ['nabo', 'ove', 'leder'] as const) {
      expect(await codeOf(await world.signIn(name), ASIDE, { meetingId }), name).toBe('NOT_FOUND');
    }
    const guest = await world.signIn('gaest');
    expect((await guest.ask('query($id: ID!) { meeting(id: $id) { id } }', { id: IDS.meeting }))['meeting'].id).toBe(
      IDS.meeting,
    );
    expect(await codeOf(guest, ASIDE, { meetingId: IDS.meeting })).toBe('NOT_FOUND');
    expect((await anne.ask(ASIDE, { meetingId: IDS.meeting }))['setAside'].threads.length).toBeGreaterThan(0);
  });
});

describe('letting an item go', () => {
  it('wants a reason, without CPR numbers, and an item nobody has changed since', async () => {
    expect(await codeOf(anne, DROP, { itemId, reason: '  ', seenRevision: 1 })).toBe('INPUT_REFUSED');
    expect(await codeOf(anne, DROP, { itemId, reason: 'Fordi 010203-1234', seenRevision: 1 })).toBe('INPUT_REFUSED');
    expect(await codeOf(anne, DROP, { itemId, reason: 'Nej', seenRevision: 7 })).toBe('CHANGED_MEANWHILE');
    expect((await items())[1].id).toBe(itemId);
  });

  it('keeps it and its reason where the team finds it, and it comes back with its history', async () => {
    await anne.ask(DROP, { itemId, reason: 'Vi når det ikke i år', seenRevision: 1 });
    expect((await items()).map((item: any) => item.position)).toEqual([1, 2, 3, 4]);
    expect((await aside()).find((one) => one.id === threadId)).toMatchObject({
      title: 'Det store emne',
      state: 'DROPPED',
      droppedReason: 'Vi når det ikke i år',
      timesMoved: 3,
    });
    await anne.ask(ADD, { meetingId, input: { title: 'Det store emne', threadId } });
    expect((await aside()).map((one) => one.id)).not.toContain(threadId);
    expect((await items()).at(-1)).toMatchObject({ threadId, timesMoved: 3 });
    const { rows } = await world.admin.query('select state, dropped_reason from agenda_thread where id = $1', [
      threadId,
    ]);
    expect(rows[0]).toEqual({ state: 'OPEN', dropped_reason: null });
  });

  it('brings parked items back by hand, marked as coming from earlier', async () => {
    const parked = IDS.threads[2];
    await world.admin.query(
      `update agenda_thread set state = 'PARKED' where id = $1; `.replace('$1', `'${parked}'`) +
        `update meeting set state = 'HELD' where id = '${IDS.meeting}'`,
    );
    const [thread] = (await aside()).filter((one) => one.id === parked);
    expect(thread).toMatchObject({ state: 'PARKED' });
    await anne.ask(ADD, { meetingId, input: { title: thread.title, threadId: parked } });
    expect((await items()).at(-1)).toMatchObject({ threadId: parked, broughtOver: true });
    await world.admin.query(`update meeting set state = 'CONVENED' where id = '${IDS.meeting}'`);
  });

  it('shows all that is set aside, a page at a time', async () => {
    await world.admin.query(
      `insert into agenda_thread (municipality_id, series_id, title, kind, track, state)
       select municipality_id, series_id, 'Parkeret ' || n, 'DISCUSSION', 'DEVELOPMENT', 'PARKED'
       from agenda_thread, generate_series(1, 45) n where id = $1`,
      [threadId],
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: any = (await anne.ask(ASIDE, { meetingId, after }))['setAside'];
      expect(page.threads.length).toBeLessThanOrEqual(20);
      seen.push(...page.threads.map((one: any) => one.title));
      after = page.cursor;
    } while (after);
    for (let n = 1; n <= 45; n++) expect(seen.filter((title) => title === `Parkeret ${n}`)).toHaveLength(1);
    await world.admin.query(`delete from agenda_thread where title like 'Parkeret %'`);
  });
});

describe('dividing an item', () => {
  it('wants at least two parts with a title each, and an item nobody has changed since', async () => {
    expect(await codeOf(anne, SPLIT, { itemId, parts: parts.slice(0, 1), seenRevision: 1 })).toBe('INPUT_REFUSED');
    expect(
      await codeOf(anne, SPLIT, { itemId, parts: [parts[0], { title: ' ', plannedMin: 5 }], seenRevision: 1 }),
    ).toBe('INPUT_REFUSED');
    expect(
      await codeOf(anne, SPLIT, { itemId, parts: [parts[0], { title: 'x', plannedMin: 0 }], seenRevision: 1 }),
    ).toBe('INPUT_REFUSED');
    expect(await codeOf(anne, SPLIT, { itemId, parts, seenRevision: 9 })).toBe('CHANGED_MEANWHILE');
    expect(await items()).toHaveLength(5);
  });

  it('keeps the thread with the first part, and the others follow it like the whole', async () => {
    await anne.ask(SPLIT, { itemId, parts, seenRevision: 1 });
    const [, first, second] = await items();
    expect(first).toMatchObject({ id: itemId, threadId, title: 'Hvad ser vi?', plannedMin: 7, timesMoved: 0 });
    expect(second).toMatchObject({
      title: 'Hvad vil vi prøve?',
      plannedMin: 5,
      kind: 'DISCUSSION',
      owner: { id: PEOPLE.trine.id },
      markers: [{ id: IDS.markers[0] }],
    });
    expect(second.threadId).not.toBe(threadId);
    expect((await items()).map((item: any) => item.position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('divides the item that is on, in the room; one that has ended is refused', async () => {
    await anne.ask(START, { id: meetingId });
    const room = await roomOf(anne, meetingId);
    const [now] = (await items()).filter((item: any) => item.id === room.currentItemId);
    await anne.ask(SPLIT, { itemId: now.id, parts, seenRevision: now.revision });
    const after = await roomOf(anne, meetingId);
    expect(after.currentItemId).toBe(now.id);
    expect(after.items.find((item: any) => item.position === 2)).toMatchObject({
      title: 'Hvad vil vi prøve?',
      state: 'PLANNED',
    });
    await world.admin.query(`update agenda_item set state = 'DONE', outcome = 'NOTED' where id = $1`, [itemId]);
    expect(await codeOf(anne, SPLIT, { itemId, parts, seenRevision: 1 })).toBe('STEP_NOT_POSSIBLE');
  });
});

const codeOf = async (caller: Caller, document: string, variables: Record<string, unknown>): Promise<string> =>
  (await caller.refusal(document, variables))['code'];

function in_(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}
