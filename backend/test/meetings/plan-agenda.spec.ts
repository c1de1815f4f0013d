import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LiveChange } from '#live-protocol/change.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
let mads: Caller;
let meetingId: string;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());
beforeEach(async () => {
  const input = {
    templateKey: 'plf-grundmoede',
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    durationMin: 60,
  };
  meetingId = (
    await anne.ask(
      'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }',
      { teamId: IDS.teamA1, input },
    )
  )['createMeeting'].id;
});

interface Item {
  id: string;
  threadId: string;
  position: number;
  title: string;
  plannedMin: number;
  stepKey: string | null;
  broughtOver: boolean;
  revision: number;
  kind: string;
  owner: { id: string } | null;
  markers: { id: string }[];
}
const MEETING =
  'query($id: ID!) { meeting(id: $id) { state revision templateKey bring liveVersion items { id threadId position title kind plannedMin stepKey broughtOver revision owner { id } markers { id } } participants { id isGuest person { id } } } }';
const read = async (caller: Caller = anne) =>
  (await caller.ask(MEETING, { id: meetingId }))['meeting'] as {
    state: string;
    templateKey: string;
    bring: string;
    items: Item[];
    participants: { id: string; isGuest: boolean; person: { id: string } }[];
  };
const ADD =
  'mutation($meetingId: ID!, $input: NewItemInput!) { addItem(meetingId: $meetingId, input: $input) { id changes } }';
const CHANGE =
  'mutation($itemId: ID!, $change: ItemFieldsInput!, $seen: ItemFieldsInput!) { changeItem(itemId: $itemId, change: $change, seen: $seen) { id changes } }';
const MOVE =
  'mutation($itemId: ID!, $position: Int!) { moveItem(itemId: $itemId, position: $position) { id changes } }';
const REMOVE =
  'mutation($itemId: ID!, $seenRevision: Int!) { removeItem(itemId: $itemId, seenRevision: $seenRevision) { id changes } }';
const FIT = 'mutation($meetingId: ID!) { fitToSlot(meetingId: $meetingId) { id changes } }';
const PICK =
  'mutation($meetingId: ID!, $templateKey: String!) { pickTemplate(meetingId: $meetingId, templateKey: $templateKey) { id changes } }';
const CONVENE = 'mutation($meetingId: ID!) { conveneMeeting(meetingId: $meetingId) { id changes } }';
const CANCEL =
  'mutation($meetingId: ID!, $reason: String!) { cancelMeeting(meetingId: $meetingId, reason: $reason) { id } }';
const INVITE =
  'mutation($meetingId: ID!, $personId: ID!) { inviteGuest(meetingId: $meetingId, personId: $personId) { id } }';

describe('who may touch the agenda', () => {
  it('nobody from outside: every change answers as if it were not there', async () => {
    const item = (await read()).items[0]!;
    for (const name of ['nabo', 'ove', 'leder', 'gaest'] as const) {
      const caller = await world.signIn(name);
      for (const [operation, variables] of [
        [ADD, { meetingId, input: { title: 'x' } }],
        [CHANGE, { itemId: item.id, change: { title: 'x' }, seen: { title: item.title } }],
        [MOVE, { itemId: item.id, position: 2 }],
        [REMOVE, { itemId: item.id, seenRevision: item.revision }],
        [FIT, { meetingId }],
        [PICK, { meetingId, templateKey: 'tuning' }],
        [CONVENE, { meetingId }],
        [CANCEL, { meetingId, reason: 'x' }],
        [INVITE, { meetingId, personId: PEOPLE.ove.id }],
      ] as const) {
        expect(await caller.refusal(operation, variables), `${name}: ${operation}`).toMatchObject({
          code: 'NOT_FOUND',
        });
      }
    }
  });

  it('an unknown and a foreign item are answered alike', async () => {
    for (const itemId of [IDS.otherItem, '00000000-0000-7000-8000-00000000ffff', 'not-an-id']) {
      expect(await anne.refusal(MOVE, { itemId, position: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('items', () => {
  it('are added where they are wanted, the others make room', async () => {
    const before = (await read()).items;
    const added = (
      await anne.ask(ADD, {
        meetingId,
        input: {
          title: 'Når der er vikar',
          kind: 'DISCUSSION',
          track: 'OPERATIONS',
          plannedMin: 8,
          position: 3,
          ownerId: PEOPLE.mads.id,
          markerIds: [IDS.markers[0]],
        },
      })
    )['addItem'];
    const after = (await read()).items;
    expect(after).toHaveLength(before.length + 1);
    expect(after.map((item) => item.position)).toEqual(after.map((_, n) => n + 1));
    expect(after[2]).toMatchObject({
      id: added.id,
      title: 'Når der er vikar',
      plannedMin: 8,
      owner: { id: PEOPLE.mads.id },
      markers: [{ id: IDS.markers[0] }],
    });
  });

  it('are refused with empty, too long, controlled or CPR text, unknown kinds and impossible minutes', async () => {
    const refused = (input: Record<string, unknown>) =>
      anne.refusal(ADD, { meetingId, input: { title: 'Et punkt', ...input } });
    expect(await refused({ title: '' })).toMatchObject({ fields: [{ field: 'title', problem: 'EMPTY' }] });
    expect(await refused({ title: 'x'.repeat(201) })).toMatchObject({
      fields: [{ field: 'title', problem: 'TOO_LONG' }],
    });
    expect(await refused({ title: 'Et\u0007punkt' })).toMatchObject({
      fields: [{ field: 'title', problem: 'CONTROL_CHARACTER' }],
    });
    expect(await refused({ title: 'Se 010203-1234' })).toMatchObject({ fields: [{ field: 'title', problem: 'CPR' }] });
    expect(await refused({ kind: 'PARTY' })).toMatchObject({ code: 'INPUT_REFUSED' });
    expect(await refused({ plannedMin: 0 })).toMatchObject({ fields: [{ field: 'plannedMin', problem: 'TOO_SHORT' }] });
    expect(await refused({ ownerId: PEOPLE.ove.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused({ markerIds: [IDS.otherMarker] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused({ threadId: IDS.otherThread })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('two change the same title: the second is shown the first’s and overwrites nothing; different fields both stand', async () => {
    const item = (await read()).items[3]!;
    await anne.ask(CHANGE, { itemId: item.id, change: { title: 'Annes titel' }, seen: { title: item.title } });
    expect(
      await mads.refusal(CHANGE, { itemId: item.id, change: { title: 'Mads’ titel' }, seen: { title: item.title } }),
    ).toMatchObject({ code: 'CHANGED_MEANWHILE', current: { title: 'Annes titel' } });
    await mads.ask(CHANGE, {
      itemId: item.id,
      change: { plannedMin: 17, ownerId: PEOPLE.mads.id },
      seen: { plannedMin: item.plannedMin, ownerId: null },
    });
    expect((await read()).items[3]).toMatchObject({
      title: 'Annes titel',
      plannedMin: 17,
      owner: { id: PEOPLE.mads.id },
    });
    await mads.ask(CHANGE, { itemId: item.id, change: { ownerId: null }, seen: { ownerId: PEOPLE.mads.id } });
    expect((await read()).items[3]!.owner).toBeNull();
  });

  it('move, from anywhere to anywhere, and stay a dense row of numbers', async () => {
    const start = (await read()).items.map((item) => item.id);
    await anne.ask(MOVE, { itemId: start[0], position: start.length });
    expect((await read()).items.map((item) => item.id)).toEqual([...start.slice(1), start[0]]);
    await anne.ask(MOVE, { itemId: start[0], position: -5 });
    await anne.ask(MOVE, { itemId: start[0], position: 1 });
    expect((await read()).items.map((item) => item.id)).toEqual(start);
    await Promise.all([
      anne.ask(MOVE, { itemId: start[1], position: 4 }),
      mads.ask(MOVE, { itemId: start[4], position: 1 }),
    ]);
    const after = (await read()).items;
    expect(after.map((item) => item.position)).toEqual(after.map((_, n) => n + 1));
  });

  it('are taken away and put back on their thread; one that somebody has written on since is not taken away', async () => {
    const item = (await read()).items[3]!;
    await mads.ask(CHANGE, { itemId: item.id, change: { title: 'Skrevet om' }, seen: { title: item.title } });
    expect(await anne.refusal(REMOVE, { itemId: item.id, seenRevision: item.revision })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      current: { title: 'Skrevet om' },
    });
    const now = (await read()).items[3]!;
    await anne.ask(REMOVE, { itemId: now.id, seenRevision: now.revision });
    expect((await read()).items.some((one) => one.threadId === item.threadId)).toBe(false);
    await anne.ask(ADD, {
      meetingId,
      input: { title: now.title, plannedMin: now.plannedMin, position: now.position, threadId: now.threadId },
    });
    expect((await read()).items[3]).toMatchObject({ threadId: item.threadId, title: 'Skrevet om', position: 4 });
  });

  it('are fitted to the slot in whole minutes; more items than minutes is refused at the field', async () => {
    await anne.ask(ADD, { meetingId, input: { title: 'Endnu et', plannedMin: 21 } });
    await anne.ask(FIT, { meetingId });
    expect((await read()).items.reduce((sum, item) => sum + item.plannedMin, 0)).toBe(60);
    await anne.ask(FIT, { meetingId });
    await world.admin.query('update meeting set duration_min = 5 where id = $1', [meetingId]);
    expect(await anne.refusal(FIT, { meetingId })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'durationMin', problem: 'SLOT_TOO_SHORT' }],
    });
  });

  it('every change reaches a colleague who follows, in order and complete', async () => {
    const socket = await world.connectLive(mads);
    const answer = await new Promise<{ version: number }>((resolve) =>
      socket.emit('follow', { kind: 'MEETING', id: meetingId, since: null }, resolve as never),
    );
    const got: LiveChange[] = [];
    const all = new Promise<void>((resolve) =>
      socket.on('changes', (changes) => {
        got.push(...changes);
        if (got.some((change) => change.verb === 'removed')) resolve();
      }),
    );
    const id = (await anne.ask(ADD, { meetingId, input: { title: 'Set af Mads', position: 2 } }))['addItem'].id;
    await anne.ask(REMOVE, { itemId: id, seenRevision: 1 });
    await all;
    expect(got.map((change) => change.version)).toEqual(got.map((_, n) => answer.version + n + 1));
    const added = got.find((change) => change.verb === 'added')!;
    expect(added).toMatchObject({
      entity: 'AgendaItem',
      entityId: id,
      fields: {
        set: { title: 'Set af Mads', position: 2, markers: [], owner: null },
        into: [{ entity: 'Meeting', id: meetingId, field: 'items' }],
      },
    });
    expect(JSON.stringify(got)).not.toContain('_rel');
  });
});

describe('another template', () => {
  it('replaces the former steps and keeps what was brought over and what the team wrote', async () => {
    await anne.ask(ADD, { meetingId, input: { title: 'Vores eget punkt', plannedMin: 5 } });
    const renamed = (await read()).items[3]!;
    await anne.ask(CHANGE, {
      itemId: renamed.id,
      change: { title: 'Hvad gør skiftet svært?' },
      seen: { title: renamed.title },
    });
    await anne.ask(PICK, { meetingId, templateKey: 'dataundersoegelse' });
    const after = await read();
    const titles = after.items.map((item) => item.title);
    expect(after.templateKey).toBe('dataundersoegelse');
    expect(titles).toContain('Vores eget punkt');
    expect(titles).toContain('Hvad gør skiftet svært?');
    expect(titles).not.toContain('Tavs refleksion');
    expect(after.items.filter((item) => item.kind === 'FOLLOW_UP').map((item) => item.position)).toEqual([2]);
    expect(after.items.map((item) => item.position)).toEqual(after.items.map((_, n) => n + 1));
  });
});

describe('convening and cancelling', () => {
  it('convenes once, calls those who have joined since, and a second tap changes nothing', async () => {
    await world.admin.query('delete from meeting_participant where meeting_id = $1 and person_id = $2', [
      meetingId,
      PEOPLE.trine.id,
    ]);
    await anne.ask(CONVENE, { meetingId });
    await mads.ask(CONVENE, { meetingId });
    const after = await read();
    expect(after.state).toBe('CONVENED');
    expect(after.participants.map((one) => one.person.id).sort()).toEqual(
      [PEOPLE.anne.id, PEOPLE.mads.id, PEOPLE.trine.id].sort(),
    );
    const { rows } = await world.admin.query(
      `select count(*)::int as n from change where scope_kind = 'PERSON' and scope_id = $1`,
      [PEOPLE.mads.id],
    );
    expect(rows[0].n).toBeGreaterThan(0);
  });

  it('a guest sees the meeting from the convening on, and not when the invitation is taken back', async () => {
    const guest = await world.signIn('gaest');
    const choices = async (search: string) =>
      (
        await anne.ask(
          'query($meetingId: ID!, $search: String!) { guestChoices(meetingId: $meetingId, search: $search) { id displayName } }',
          { meetingId, search },
        )
      )['guestChoices'];
    expect((await choices('gitte holm')).map((one: { id: string }) => one.id)).toEqual([PEOPLE.gaest.id]);
    expect(await choices('%')).toEqual([]);
    expect(await choices('bodil')).toEqual([]);
    expect(await anne.refusal(INVITE, { meetingId, personId: PEOPLE.bodil.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await anne.refusal(INVITE, { meetingId, personId: PEOPLE.nabo.id })).toMatchObject({ code: 'NOT_FOUND' });
    const participantId = (await anne.ask(INVITE, { meetingId, personId: PEOPLE.gaest.id }))['inviteGuest'].id;
    expect(await guest.refusal(MEETING, { id: meetingId })).toMatchObject({ code: 'NOT_FOUND' });
    await anne.ask(CONVENE, { meetingId });
    expect((await read(guest)).state).toBe('CONVENED');
    expect(await guest.refusal(MOVE, { itemId: (await read()).items[0]!.id, position: 2 })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await anne.ask('mutation($participantId: ID!) { removeGuest(participantId: $participantId) { id } }', {
      participantId,
    });
    expect(await guest.refusal(MEETING, { id: meetingId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is cancelled by whoever leads, with a reason; what was the team’s own goes on', async () => {
    const own = (await anne.ask(ADD, { meetingId, input: { title: 'Skal ikke glemmes' } }))['addItem'].id;
    const thread = (await read()).items.find((item) => item.id === own)!.threadId;
    expect(await anne.refusal(CANCEL, { meetingId, reason: ' ' })).toMatchObject({
      fields: [{ field: 'reason', problem: 'EMPTY' }],
    });
    const facilitator = (
      await world.admin.query(
        `select person_id from meeting_participant where meeting_id = $1 and meeting_role = 'FACILITATOR'`,
        [meetingId],
      )
    ).rows[0].person_id;
    if (facilitator !== PEOPLE.mads.id)
      expect(await mads.refusal(CANCEL, { meetingId, reason: 'Sygdom' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await anne.ask(CANCEL, { meetingId, reason: 'Sygdom' });
    expect(await anne.refusal(CONVENE, { meetingId })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'CANCELLED',
      possible: [],
    });
    expect(await anne.refusal(FIT, { meetingId })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    const onNext = (await anne.ask(MEETING, { id: IDS.draft }))['meeting'].items.find(
      (item: Item) => item.threadId === thread,
    );
    expect(onNext).toMatchObject({ title: 'Skal ikke glemmes', broughtOver: true });
  });

  it('what a cancelled meeting leaves waits when no other is planned after it', async () => {
    const later = new Date(Date.now() + 400 * 86_400_000).toISOString();
    const input = { templateKey: 'plf-grundmoede', startsAt: later, durationMin: 60 };
    const last = (
      await anne.ask(
        'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }',
        { teamId: IDS.teamA1, input },
      )
    )['createMeeting'].id;
    const own = (await anne.ask(ADD, { meetingId: last, input: { title: 'Venter' } }))['addItem'].id;
    const { rows } = await world.admin.query('select thread_id from agenda_item where id = $1', [own]);
    await anne.ask(CANCEL, { meetingId: last, reason: 'Sygdom' });
    const thread = await world.admin.query('select state from agenda_thread where id = $1', [rows[0].thread_id]);
    expect(thread.rows[0].state).toBe('GOES_ON');
  });

  it('the team’s list holds what is to come, and the past page by page', async () => {
    await world.admin.query(
      `insert into meeting (municipality_id, team_id, series_id, title, starts_at, duration_min, state)
       select $1, $2, $3, 'Gammelt ' || n, timestamptz '2026-01-01' + n * interval '1 day', 60, 'CLOSED' from generate_series(1, 45) n`,
      [IDS.municipality, IDS.teamA1, IDS.seriesA1],
    );
    const LIST =
      'query($teamId: ID!, $after: String) { teamMeetings(teamId: $teamId, after: $after) { pastCursor may upcoming { id } past { id title startsAt } } }';
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { pastCursor: string | null; past: { id: string }[]; upcoming: { id: string }[]; may: string[] } = (
        await anne.ask(LIST, { teamId: IDS.teamA1, after })
      )['teamMeetings'];
      expect(page.upcoming.some((one) => one.id === meetingId)).toBe(true);
      expect(page.may).toContain('meeting.plan');
      seen.push(...page.past.map((one) => one.id));
      after = page.pastCursor;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(45);
    expect(await anne.refusal(LIST, { teamId: IDS.teamA1, after: "x'; select" })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
