import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
let mads: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());

const CREATE = `mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id changes } }`;
const CHANGE = `mutation($meetingId: ID!, $change: MeetingFieldsInput!, $seen: MeetingFieldsInput!) { changeMeeting(meetingId: $meetingId, change: $change, seen: $seen) { id changes } }`;
const MEETING = `query($id: ID!) { meeting(id: $id) { id state title startsAt durationMin place purpose bring templateKey revision currentItemId startedAt
  markers { id } participants { id isGuest meetingRole person { id } }
  items { id threadId position title kind track plannedMin broughtOver stepKey state revision owner { id } markers { id } } } }`;

const slot = { templateKey: 'plf-grundmoede', startsAt: '2026-12-07T13:30:00.000Z', durationMin: 60 };
const read = async (caller: Caller, id: string) => (await caller.ask(MEETING, { id }))['meeting'];
const create = async (input: Record<string, unknown> = {}): Promise<string> =>
  (await anne.ask(CREATE, { teamId: IDS.teamA1, input: { ...slot, ...input } }))['createMeeting'].id;

describe('who may plan', () => {
  it('a stranger is signed out, a neighbour finds no team, a colleague and the leader may not', async () => {
    const variables = { teamId: IDS.teamA1, input: slot };
    expect(await world.stranger().refusal(CREATE, variables)).toMatchObject({ code: 'SIGNED_OUT' });
    expect(await (await world.signIn('nabo')).refusal(CREATE, variables)).toMatchObject({ code: 'NOT_FOUND' });
    for (const name of ['ove', 'leder', 'konsulent', 'admin'] as const) {
      expect(await (await world.signIn(name)).refusal(CREATE, variables), name).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('a draft is not there for a guest, the leader, another team and another municipality', async () => {
    const id = await create();
    for (const name of ['gaest', 'leder', 'ove', 'nabo', 'laeser', 'dpo'] as const) {
      const caller = await world.signIn(name);
      expect(await caller.refusal(MEETING, { id }), name).toMatchObject({ code: 'NOT_FOUND' });
      expect(
        await caller.refusal(CHANGE, { meetingId: id, change: { title: 'x' }, seen: { title: 'PLF-møde' } }),
        name,
      ).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('a coach who is not invited reads the draft and changes nothing', async () => {
    const coach = await world.signIn('coach');
    expect((await read(coach, IDS.draft)).title).toBe('PLF-møde');
    expect(
      await coach.refusal(CHANGE, { meetingId: IDS.draft, change: { title: 'x' }, seen: { title: 'PLF-møde' } }),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('the overviews of templates and meetings open only for those they are for', async () => {
    const list = 'query($teamId: ID!) { teamMeetings(teamId: $teamId) { id upcoming { id } } }';
    const next = 'query($teamId: ID!) { newMeeting(teamId: $teamId) { id } }';
    for (const name of ['nabo', 'ove', 'leder', 'gaest', 'admin'] as const) {
      const caller = await world.signIn(name);
      expect(await caller.refusal(list, { teamId: IDS.teamA1 }), name).toMatchObject({ code: 'NOT_FOUND' });
      expect(await caller.refusal(next, { teamId: IDS.teamA1 }), name).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('a new meeting', () => {
  it('comes from a template whose steps fill the slot to the minute', async () => {
    for (const durationMin of [30, 45, 60, 75, 97]) {
      const meeting = await read(anne, await create({ durationMin }));
      expect(meeting.items.reduce((sum: number, item: { plannedMin: number }) => sum + item.plannedMin, 0)).toBe(
        durationMin,
      );
      expect(meeting.items.map((item: { position: number }) => item.position)).toEqual(
        meeting.items.map((_: unknown, n: number) => n + 1),
      );
      expect(meeting).toMatchObject({ state: 'DRAFT', templateKey: 'plf-grundmoede' });
    }
  });

  it('follows up on open actions as item 2, and only there', async () => {
    for (const templateKey of ['plf-grundmoede', 'dilemmakonsultation', 'aktionslaering-start']) {
      const meeting = await read(anne, await create({ templateKey, durationMin: 75 }));
      expect(
        meeting.items
          .filter((item: { kind: string }) => item.kind === 'FOLLOW_UP')
          .map((item: { position: number }) => item.position),
      ).toEqual([2]);
    }
  });

  it('calls everybody in the team, roles moved one place since the last time', async () => {
    await world.admin.query(`update meeting set state = 'CANCELLED' where team_id = $1 and state = 'DRAFT'`, [
      IDS.teamA1,
    ]);
    const roles = async () => {
      const meeting = await read(
        anne,
        await create({ startsAt: new Date(Date.now() + 40 * 86_400_000).toISOString() }),
      );
      return Object.fromEntries(
        meeting.participants.map((one: { person: { id: string }; meetingRole: string }) => [
          one.person.id,
          one.meetingRole,
        ]),
      );
    };
    expect(await roles()).toEqual({
      [PEOPLE.mads.id]: 'FACILITATOR',
      [PEOPLE.trine.id]: 'NOTE_TAKER',
      [PEOPLE.anne.id]: 'TIMEKEEPER',
    });
  });

  it('brings over what goes on, in the step with its key or as an item of its own, and takes it once', async () => {
    await world.admin.query(
      `insert into agenda_thread (id, municipality_id, series_id, step_key, title, kind, track, times_moved, state) values
        ('00000000-0000-7000-8000-00000000aaa1', $1, $2, null, 'Når der er vikar', 'DISCUSSION', 'OPERATIONS', 2, 'GOES_ON'),
        ('00000000-0000-7000-8000-00000000aaa2', $1, $2, 'follow-up', 'Opfølgning', 'FOLLOW_UP', 'DEVELOPMENT', 0, 'GOES_ON')`,
      [IDS.municipality, IDS.seriesA1],
    );
    const plan = (
      await anne.ask(
        'query($teamId: ID!) { newMeeting(teamId: $teamId) { openActionCount carried { title timesMoved } shelf { ofPejling { key steps { minutes } } } } }',
        { teamId: IDS.teamA1 },
      )
    )['newMeeting'];
    expect(plan).toMatchObject({ openActionCount: 2, carried: [{ title: 'Når der er vikar', timesMoved: 2 }] });
    expect(plan.shelf.ofPejling).toHaveLength(10);
    const first = await read(anne, await create());
    expect(
      first.items
        .filter((item: { broughtOver: boolean }) => item.broughtOver)
        .map((item: { title: string; position: number }) => [item.position, item.title]),
    ).toEqual([
      [2, 'Opfølgning på aftalte handlinger'],
      [3, 'Når der er vikar'],
    ]);
    expect((await read(anne, await create())).items.some((item: { broughtOver: boolean }) => item.broughtOver)).toBe(
      false,
    );
  });

  it('is refused at the field when the slot is too short, the day far off, the template unknown or the text not allowed', async () => {
    const refused = (input: Record<string, unknown>) =>
      anne.refusal(CREATE, { teamId: IDS.teamA1, input: { ...slot, ...input } });
    expect(await refused({ durationMin: 5 })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'durationMin', problem: 'SLOT_TOO_SHORT' }],
    });
    expect(await refused({ durationMin: 4 })).toMatchObject({
      fields: [{ field: 'durationMin', problem: 'TOO_SHORT' }],
    });
    expect(await refused({ durationMin: 481 })).toMatchObject({
      fields: [{ field: 'durationMin', problem: 'TOO_LONG' }],
    });
    for (const startsAt of ['1999-12-07T13:30:00.000Z', '2126-12-07T13:30:00.000Z']) {
      const farOff = { code: 'INPUT_REFUSED', fields: [{ field: 'startsAt', problem: 'FAR_OFF' }] };
      expect(await refused({ startsAt })).toMatchObject(farOff);
      const id = await create();
      const seen = { startsAt: slot.startsAt };
      expect(await anne.refusal(CHANGE, { meetingId: id, change: { startsAt }, seen })).toMatchObject(farOff);
    }
    expect(await refused({ templateKey: 'findes-ikke' })).toMatchObject({
      fields: [{ field: 'templateKey', problem: 'NOT_FOUND' }],
    });
    expect(await refused({ startsAt: 'i morgen' })).toMatchObject({
      fields: [{ field: 'startsAt', problem: 'NOT_A_TIME' }],
    });
    expect(await refused({ title: ' ' })).toMatchObject({ fields: [{ field: 'title', problem: 'EMPTY' }] });
    expect(await refused({ title: 'x'.repeat(201) })).toMatchObject({
      fields: [{ field: 'title', problem: 'TOO_LONG' }],
    });
    expect(await refused({ place: 'lokale\u00005' })).toMatchObject({
      fields: [{ field: 'place', problem: 'CONTROL_CHARACTER' }],
    });
    expect(await refused({ title: 'Om 010203-1234' })).toMatchObject({ fields: [{ field: 'title', problem: 'CPR' }] });
  });
});

describe('two who plan at once', () => {
  it('change different fields and both stand', async () => {
    const id = await create();
    await anne.ask(CHANGE, { meetingId: id, change: { purpose: 'At se på skiftet' }, seen: { purpose: '' } });
    await mads.ask(CHANGE, { meetingId: id, change: { place: 'lokale 5.b' }, seen: { place: '' } });
    expect(await read(anne, id)).toMatchObject({ purpose: 'At se på skiftet', place: 'lokale 5.b' });
  });

  it('change the same field: the second sees the first’s words and nothing is overwritten', async () => {
    const id = await create();
    await anne.ask(CHANGE, { meetingId: id, change: { purpose: 'Annes ord' }, seen: { purpose: '' } });
    expect(
      await mads.refusal(CHANGE, { meetingId: id, change: { purpose: 'Mads’ ord' }, seen: { purpose: '' } }),
    ).toMatchObject({ code: 'CHANGED_MEANWHILE', current: { purpose: 'Annes ord' } });
    expect((await read(anne, id)).purpose).toBe('Annes ord');
    await mads.ask(CHANGE, { meetingId: id, change: { purpose: 'Begges ord' }, seen: { purpose: 'Annes ord' } });
    expect((await read(anne, id)).purpose).toBe('Begges ord');
  });

  it('a lost answer sent again is answered normally', async () => {
    const id = await create();
    const variables = {
      meetingId: id,
      change: { startsAt: '2026-12-08T12:00:00+01:00' },
      seen: { startsAt: slot.startsAt },
    };
    await anne.ask(CHANGE, variables);
    await anne.ask(CHANGE, variables);
    expect((await read(anne, id)).startsAt).toBe('2026-12-08T11:00:00.000Z');
  });

  it('the same time written otherwise is the same time', async () => {
    const id = await create();
    await anne.ask(CHANGE, {
      meetingId: id,
      change: { startsAt: '2026-12-09T12:00:00Z' },
      seen: { startsAt: '2026-12-07T14:30:00+01:00' },
    });
    expect((await read(anne, id)).startsAt).toBe('2026-12-09T12:00:00.000Z');
  });
});

describe('focus, roles and starting now', () => {
  it('sets the focus, and refuses a marker of another municipality and a stale list', async () => {
    const set =
      'mutation($meetingId: ID!, $markerIds: [ID!]!, $seen: [ID!]!) { setFocusMarkers(meetingId: $meetingId, markerIds: $markerIds, seen: $seen) { id } }';
    const id = await create();
    expect(await anne.refusal(set, { meetingId: id, markerIds: [IDS.otherMarker], seen: [] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await anne.refusal(set, { meetingId: id, markerIds: ['x'], seen: [] })).toMatchObject({
      code: 'INPUT_REFUSED',
    });
    await anne.ask(set, { meetingId: id, markerIds: [IDS.markers[1]], seen: [] });
    expect(await mads.refusal(set, { meetingId: id, markerIds: [IDS.markers[2]], seen: [] })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect((await read(mads, id)).markers).toEqual([{ id: IDS.markers[1] }]);
  });

  it('gives a role in exchange, to people of the meeting only', async () => {
    const give =
      'mutation($meetingId: ID!, $role: String!, $participantId: ID) { giveRole(meetingId: $meetingId, role: $role, participantId: $participantId) { id } }';
    const id = await create();
    const before = (await read(anne, id)).participants as { id: string; meetingRole: string }[];
    const leader = before.find((one) => one.meetingRole === 'FACILITATOR')!;
    const writer = before.find((one) => one.meetingRole === 'NOTE_TAKER')!;
    await anne.ask(give, { meetingId: id, role: 'FACILITATOR', participantId: writer.id });
    const after = (await read(anne, id)).participants as { id: string; meetingRole: string }[];
    expect(after.find((one) => one.id === writer.id)!.meetingRole).toBe('FACILITATOR');
    expect(after.find((one) => one.id === leader.id)!.meetingRole).toBe('NOTE_TAKER');
    expect(await anne.refusal(give, { meetingId: id, role: 'KING', participantId: writer.id })).toMatchObject({
      code: 'INPUT_REFUSED',
    });
    const elsewhere = (
      await world.admin.query('select id from meeting_participant where meeting_id = $1', [IDS.meeting])
    ).rows[0].id;
    expect(await anne.refusal(give, { meetingId: id, role: 'FACILITATOR', participantId: elsewhere })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('starts a meeting from nothing; a second tap comes into the same one', async () => {
    const now = 'mutation($teamId: ID!) { startMeetingNow(teamId: $teamId) { id changes } }';
    expect(await (await world.signIn('ove')).refusal(now, { teamId: IDS.teamA1 })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const [first, second] = await Promise.all([
      anne.ask(now, { teamId: IDS.teamA1 }),
      mads.ask(now, { teamId: IDS.teamA1 }),
    ]);
    expect(first!['startMeetingNow'].id).toBe(second!['startMeetingNow'].id);
    const meeting = await read(mads, first!['startMeetingNow'].id);
    expect(meeting).toMatchObject({ state: 'IN_PROGRESS', templateKey: 'opfoelgning-kort' });
    expect(
      meeting.items.filter((item: { state: string }) => item.state === 'ACTIVE').map((item: { id: string }) => item.id),
    ).toEqual([meeting.currentItemId]);
    await world.admin.query(`update meeting set state = 'CANCELLED', current_item_id = null where id = $1`, [
      meeting.id,
    ]);
  });
});
