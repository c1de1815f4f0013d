import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { LEND, PROJECTOR, Screen } from './screen.ts';

const SECRETS = {
  note: 'Noter er ikke til væggen',
  mads: 'Det jeg skrev alene',
  trine: 'Et indlæg for sig selv',
  why: 'Fordi skiftet er svært',
};

let world: World;
let anne: Caller;
let screen: Screen;
let current: string;
/** Every answer that the screen ever got. */
const answers: string[] = [];
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await world.admin.query('update agenda_item set note = $1, owner_id = $2', [SECRETS.note, PEOPLE.trine.id]);
  await anne.ask(
    'mutation($id: ID!, $markers: [ID!]!) { setFocusMarkers(meetingId: $id, markerIds: $markers, seen: []) { id } }',
    {
      id: IDS.meeting,
      markers: [IDS.markers[1]],
    },
  );
  await anne.ask(`mutation { startMeeting(meetingId: "${IDS.meeting}") { id } }`);
  for (const name of ['anne', 'mads', 'trine'] as const)
    await (await world.signIn(name)).ask(`mutation { comeIn(meetingId: "${IDS.meeting}") { id } }`);
  current = IDS.items[0];
  screen = await Screen.waiting(world);
  await anne.ask(LEND, { meetingId: IDS.meeting, code: screen.code });
});
afterAll(async () => {
  screen?.close();
  await world?.stop();
});

const shown = async (): Promise<Record<string, any>> => {
  const answer = await screen.caller.send(PROJECTOR);
  answers.push(JSON.stringify(answer));
  expect(answer.errors).toBeUndefined();
  return answer.data!['projector'].meeting;
};
const goTo = async (itemId: string) => {
  await anne.ask(
    'mutation($m: ID!, $i: ID!, $s: ID) { goToItem(meetingId: $m, itemId: $i, seenCurrentItemId: $s) { id } }',
    {
      m: IDS.meeting,
      i: itemId,
      s: current,
    },
  );
  current = itemId;
};

describe('the screen in the room shows', () => {
  it('the agenda and the time, where the meeting is, and the marker in focus', async () => {
    const meeting = await shown();
    expect(meeting).toMatchObject({
      teamName: '5. årgang',
      title: 'PLF-møde',
      durationMin: 60,
      startedAt: expect.any(String),
      pausedAt: null,
      markers: [{ position: 2, shortTitle: 'Mærke 2', slot: 2 }],
      writing: null,
      followUps: [],
    });
    expect(meeting['items'].map((item: any) => [item.position, item.title, item.state, item.isCurrent])).toEqual([
      [1, 'Check-in og roller', 'ACTIVE', true],
      [2, 'Opfølgning på aftalte handlinger', 'PLANNED', false],
      [3, 'Fælles undersøgelse', 'PLANNED', false],
      [4, 'Næste prøvehandling', 'PLANNED', false],
    ]);
    expect(meeting['items'][0]).toMatchObject({
      plannedMin: 15,
      guidance: 'Sådan gør I.',
      startedAt: expect.any(String),
    });
  });

  it('what is looked back on under follow-up, by week and sign', async () => {
    await goTo(IDS.items[1]);
    const { followUps } = await shown();
    expect(followUps.map((one: any) => one.title).sort()).toEqual([
      'Fælles lektionsstart i alle fag',
      'Spørg pedellen om bænkene',
    ]);
    expect(followUps).toContainEqual({
      itemPosition: null,
      kind: 'TRIAL',
      title: 'Fælles lektionsstart i alle fag',
      state: 'IN_PROGRESS',
      outcome: null,
      dueWeek: 50,
      expectedSigns: ['Eleverne går i gang uden at spørge'],
      markers: [{ position: 2, title: 'Pejlemærke 2 i fuld længde', shortTitle: 'Mærke 2', slot: 2 }],
    });
  });

  it('what is decided and agreed, at its item', async () => {
    await goTo(IDS.items[2]);
    await anne.ask(
      'mutation($team: ID!, $action: NewActionInput!) { createAction(teamId: $team, action: $action) { id } }',
      {
        team: IDS.teamA1,
        action: {
          kind: 'TRIAL',
          title: 'En voksen i døren',
          why: SECRETS.why,
          markerIds: [IDS.markers[1]],
          responsibleIds: [PEOPLE.mads.id],
          expectedSigns: ['Alle er i gang'],
          originMeetingId: IDS.meeting,
          originItemId: IDS.items[2],
        },
      },
    );
    const { decisions, actions, followUps } = await shown();
    expect(decisions).toEqual([{ itemPosition: 3, text: 'Vi begynder ens' }]);
    expect(actions).toMatchObject([{ itemPosition: 3, title: 'En voksen i døren', expectedSigns: ['Alle er i gang'] }]);
    expect(followUps).toEqual([]);
  });

  it('of a silent writing the question, the time and a count; the posts only when all see them, and never whose', async () => {
    await anne.ask(
      'mutation($id: ID!) { openSilentWriting(itemId: $id, question: "Hvad ser vi?", minutes: 5, withNames: true) { id } }',
      { id: IDS.items[2] },
    );
    const writingId = (await world.admin.query<{ id: string }>('select id from silent_writing')).rows[0]!.id;
    for (const name of ['mads', 'trine'] as const) {
      const caller = await world.signIn(name);
      await caller.ask(
        'mutation($w: ID!, $id: ID!, $text: String!) { saveSilentPost(writingId: $w, id: $id, text: $text, seenVersion: 0) { id } }',
        { w: writingId, id: randomUUID(), text: SECRETS[name] },
      );
      await caller.ask('mutation($w: ID!) { sayReady(writingId: $w, ready: true) { id } }', { w: writingId });
    }
    await expect.poll(async () => (await shown())['writing'].readyCount, { timeout: 15_000 }).toBe(2);
    const { writing } = await shown();
    expect(writing).toMatchObject({ question: 'Hvad ser vi?', state: 'OPEN', hereCount: 3, posts: [] });
    for (const answer of answers) for (const text of [SECRETS.mads, SECRETS.trine]) expect(answer).not.toContain(text);
    await anne.ask('mutation($w: ID!) { revealSilentWriting(writingId: $w) { id } }', { w: writingId });
    const revealed = (await shown())['writing'];
    expect(revealed.state).toBe('REVEALED');
    expect(revealed.posts.map((post: any) => post.text).sort()).toEqual([SECRETS.mads, SECRETS.trine].sort());
  });

  it('nothing of a person, no note, no reason and not one id, in any answer it got', () => {
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers) {
      for (const { id, name, initials } of Object.values(PEOPLE)) {
        expect(answer).not.toContain(id);
        expect(answer).not.toContain(name);
        expect(answer).not.toMatch(new RegExp(`"${initials}"`));
      }
      expect(answer).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
      expect(answer).not.toContain(SECRETS.note);
      expect(answer).not.toContain(SECRETS.why);
      expect(answer).not.toContain('@');
    }
  });

  it('no more than that: this screen asked for every field there is, and none is called by what is a person’s', () => {
    const { schema } = world.app.get(GraphQLSchemaHost, { strict: false });
    const types = Object.values(schema.getTypeMap()).filter((type) => type.name.startsWith('Projector'));
    const names = types.flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()) : []));
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) expect(PROJECTOR).toMatch(new RegExp(`\\b${name}\\b`));
    for (const name of names)
      expect(name).not.toMatch(/person|author|responsible|owner|role|initials|email|displayName|note/i);
  });
});
