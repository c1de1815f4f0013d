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

const CREATE =
  'mutation($team: ID!, $action: NewActionInput!) { createAction(teamId: $team, action: $action) { id changes } }';
const MOVE = `mutation($id: ID!, $seen: Int!, $event: String!, $outcome: String, $reason: String, $saw: String) {
  moveAction(id: $id, seenRevision: $seen, event: $event, outcome: $outcome, reason: $reason, whatWeSaw: $saw) { id changes } }`;
const CHANGE =
  'mutation($id: ID!, $seen: Int!, $action: ChangedActionInput!) { changeAction(id: $id, seenRevision: $seen, action: $action) { id changes } }';
const REFLECT = 'mutation($id: ID!, $saw: String) { reflectOnAction(id: $id, whatWeSaw: $saw) { id changes } }';
const HELP = 'mutation($id: ID!, $text: String!) { askForHelp(id: $id, text: $text) { id changes } }';

const trial = {
  kind: 'TRIAL',
  title: 'En voksen i døren efter frikvarteret',
  markerIds: [IDS.markers[1]],
  responsibleIds: [PEOPLE.anne.id, PEOPLE.mads.id],
  dueOn: '2026-12-10',
  expectedSigns: ['Alle er i gang inden for fem minutter'],
};
const stored = async (id: string) => (await world.admin.query('select * from action where id = $1', [id])).rows[0];
const create = async (caller: Caller, action: object): Promise<string> =>
  (await caller.ask(CREATE, { team: IDS.teamA1, action }))['createAction'].id;
const move = async (id: string, event: string, more: object = {}) =>
  anne.ask(MOVE, { id, seen: (await stored(id)).revision, event, ...more });

describe('an action', () => {
  it('is made and changed by nobody outside the team, who are told that nothing is there', async () => {
    for (const name of [
      'ove',
      'leder',
      'klyngeleder',
      'bodil',
      'laeser',
      'konsulent',
      'admin',
      'dpo',
      'nabo',
      'gaest',
    ] as const) {
      const caller = await world.signIn(name);
      expect((await caller.refusal(CREATE, { team: IDS.teamA1, action: trial }))['code'], name).toBe('NOT_FOUND');
      expect((await caller.refusal(MOVE, { id: IDS.trial, seen: 1, event: 'TRY' }))['code'], name).toBe('NOT_FOUND');
    }
    const coach = await world.signIn('coach');
    expect((await coach.refusal(MOVE, { id: IDS.trial, seen: 1, event: 'TRY' }))['code']).toBe('NOT_ALLOWED');
  });

  it('by somebody whose session is over is not made, and it is the session that is told of', async () => {
    const trine = await world.signIn('trine');
    await world.admin.query('update session set ended_at = now() where person_id = $1', [PEOPLE.trine.id]);
    const count = async () => (await world.admin.query('select count(*) from action')).rows[0].count as string;
    const before = await count();
    for (const action of [trial, { ...trial, markerIds: [IDS.otherMarker] }])
      expect(await trine.refusal(CREATE, { team: IDS.teamA1, action })).toEqual({ code: 'SIGNED_OUT' });
    expect(await count()).toBe(before);
    // The connection it was asked on is as good as before.
    for (let n = 0; n < 12; n += 1) await create(anne, { ...trial, title: `Efter ${n}` });
  });

  it('takes no marker, person, meeting or item from elsewhere', async () => {
    for (const wrong of [
      { markerIds: [IDS.otherMarker] },
      { responsibleIds: [PEOPLE.ove.id] },
      { responsibleIds: [PEOPLE.nabo.id] },
      { originMeetingId: IDS.meeting, originItemId: IDS.otherItem },
    ]) {
      expect(
        await anne.refusal(CREATE, { team: IDS.teamA1, action: { ...trial, ...wrong } }),
        JSON.stringify(wrong),
      ).toEqual({ code: 'NOT_FOUND' });
    }
  });

  it('is refused at the field when its text is empty, too long or holds a CPR number', async () => {
    for (const [action, field, problem] of [
      [{ ...trial, title: '   ' }, 'title', 'EMPTY'],
      [{ ...trial, title: 'x'.repeat(201) }, 'title', 'TOO_LONG'],
      [{ ...trial, expectedSigns: ['Ring 0101901234'] }, 'expectedSigns.0', 'CPR'],
      [{ ...trial, dueOn: '2026-02-31' }, 'dueOn', 'NOT_A_DAY'],
    ] as const) {
      expect(await anne.refusal(CREATE, { team: IDS.teamA1, action })).toMatchObject({
        code: 'INPUT_REFUSED',
        fields: [{ field, problem }],
      });
    }
  });

  it('caught in a meeting is agreed at once, and told whole to the meeting, the team and those who do it', async () => {
    const { createAction } = await mads.ask(CREATE, {
      team: IDS.teamA1,
      action: { ...trial, originMeetingId: IDS.meeting, originItemId: IDS.items[3] },
    });
    expect(await stored(createAction.id)).toMatchObject({ state: 'AGREED', created_by: PEOPLE.mads.id });
    expect(createAction.changes.map((change: { scopeKind: string }) => change.scopeKind).sort()).toEqual([
      'MEETING',
      'PERSON',
      'PERSON',
      'TEAM',
    ]);
    expect(createAction.changes[0].fields).toMatchObject({
      set: {
        title: trial.title,
        markers: [{ id: IDS.markers[1] }],
        responsible: [{ initials: 'AK' }, { initials: 'MJ' }],
      },
      into: [
        { entity: 'TeamBoard', id: IDS.teamA1, field: 'open' },
        { entity: 'Meeting', id: IDS.meeting, field: 'actions' },
      ],
    });
    const { meeting } = await anne.ask(
      `{ meeting(id: "${IDS.meeting}") { actions { title responsible { displayName } } followUpActions { title } } }`,
    );
    expect(meeting.actions).toEqual([
      { title: trial.title, responsible: [{ displayName: 'Anne Kjær' }, { displayName: 'Mads Juhl' }] },
    ]);
    expect(meeting.followUpActions.map((action: { title: string }) => action.title)).toContain(
      'Fælles lektionsstart i alle fag',
    );
  });

  it('that is a trial without a sign is only proposed, and cannot be agreed before it has one', async () => {
    const id = await create(anne, { ...trial, expectedSigns: [] });
    expect(await anne.refusal(MOVE, { id, seen: 1, event: 'AGREE' })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'PROPOSED',
      possible: ['ABANDON'],
    });
    await anne.ask(CHANGE, { id, seen: 1, action: { expectedSigns: ['Færre spørger'] } });
    await move(id, 'AGREE');
    expect((await stored(id)).state).toBe('AGREED');
  });

  it('changed by two keeps the first’s change and shows it to the second', async () => {
    const id = await create(anne, trial);
    await anne.ask(CHANGE, { id, seen: 1, action: { title: 'Annes titel' } });
    expect(await mads.refusal(CHANGE, { id, seen: 1, action: { title: 'Mads’ titel' } })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      current: { title: 'Annes titel', revision: 2 },
    });
  });

  it('that is a trial closes only with an outcome; adjusting it gives birth to the next', async () => {
    await move(IDS.trial, 'TRY');
    expect(await anne.refusal(MOVE, { id: IDS.trial, seen: 2, event: 'CLOSE' })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'TRIED',
    });
    await move(IDS.trial, 'CLOSE', { outcome: 'ADJUST', saw: 'Tre af fire timer begyndte ens' });
    const [next] = (
      await world.admin.query('select title, state, expected_signs from action where predecessor_id = $1', [IDS.trial])
    ).rows;
    expect(next).toEqual({
      title: 'Fælles lektionsstart i alle fag',
      state: 'AGREED',
      expected_signs: ['Eleverne går i gang uden at spørge'],
    });
    expect(
      (await world.admin.query('select what_we_saw from action_reflection where action_id = $1', [IDS.trial])).rows,
    ).toEqual([{ what_we_saw: 'Tre af fire timer begyndte ens' }]);
  });

  it('is given up only with a reason', async () => {
    const id = await create(anne, trial);
    const refused = await anne.refusal(MOVE, { id, seen: 1, event: 'ABANDON', reason: ' ' });
    expect(refused).toMatchObject({ code: 'INPUT_REFUSED', fields: [{ field: 'reason', problem: 'EMPTY' }] });
    const unseen = await anne.refusal(MOVE, { id, seen: 1, event: 'ABANDON', reason: '\u200b' });
    expect(unseen).toMatchObject({ code: 'INPUT_REFUSED', fields: [{ field: 'reason', problem: 'EMPTY' }] });
    const notYet = await anne.refusal(MOVE, { id, seen: 1, event: 'REOPEN' });
    expect(notYet).toMatchObject({ code: 'STEP_NOT_POSSIBLE', possible: ['BEGIN', 'TRY', 'CLOSE', 'ABANDON'] });
    await move(id, 'ABANDON', { reason: 'Skemaet blev lagt om' });
    expect(await stored(id)).toMatchObject({ state: 'ABANDONED', abandoned_reason: 'Skemaet blev lagt om' });
  });

  it('that somebody wrote about is tried; an empty reflection is none', async () => {
    const id = await create(anne, trial);
    expect(await anne.refusal(REFLECT, { id, saw: ' ' })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'whatWeSaw', problem: 'EMPTY' }],
    });
    await mads.ask(REFLECT, { id, saw: 'De gik i gang af sig selv' });
    expect((await stored(id)).state).toBe('TRIED');
  });

  it('that needs help is seen by the school’s leader, by week and without a person', async () => {
    const id = await create(anne, trial);
    await anne.ask(HELP, { id, text: 'Hvordan får vi vikarerne med?' });
    const leader = await world.signIn('leder');
    const { schoolOverview } = await leader.ask(
      `{ schoolOverview(schoolId: "${IDS.schoolA}", schoolYear: "2026-2027") { teams { id help { text } } } }`,
    );
    expect(schoolOverview.teams.find((team: { id: string }) => team.id === IDS.teamA1).help).toEqual([
      { text: 'Hvordan får vi vikarerne med?' },
    ]);
    expect(JSON.stringify(schoolOverview)).not.toContain('Anne');
  });
});
