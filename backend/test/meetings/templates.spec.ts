import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abilityNamed } from '../../src/access/policy.ts';
import { SEEN_BY } from '../../src/meetings/template.policy.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';

const TEXT =
  'id key scope name purpose bring minutes roles version from retiredAt steps { position key title kind track minutes minMinutes guidance recurs }';
const SHELF = `shelf { ofTeam { ${TEXT} } ofSchool { ${TEXT} } ofMunicipality { ${TEXT} } ofPejling { key roles } }`;
const HOME = `query($scope: String!, $id: ID!) { templateHome(scope: $scope, id: $id) { id ownerName schoolName mayKeep retired { id } ${SHELF} } }`;
const PAGE = `query($id: ID!, $before: Int) { templatePage(id: $id, before: $before) { id ownerName mayKeep template { ${TEXT} } versionCursor
  versions { version savedAt savedBy { displayName } putBack name steps { title minutes minMinutes guidance } changes { what step from to } }
  sharing { level ownerName isShared isUpToDate } } }`;
const CREATE =
  'mutation($owner: TemplateOwnerInput!, $id: ID!, $template: TemplateInput!) { createTemplate(owner: $owner, id: $id, template: $template) { id changes } }';
const SAVE =
  'mutation($id: ID!, $template: TemplateInput!, $seenVersion: Int!) { saveTemplate(id: $id, template: $template, seenVersion: $seenVersion) { id changes } }';
const PUT_BACK =
  'mutation($id: ID!, $version: Int!, $seenVersion: Int!) { putBackTemplate(id: $id, version: $version, seenVersion: $seenVersion) { id } }';
const RETIRE = 'mutation($id: ID!) { retireTemplate(id: $id) { id } }';
const BRING_BACK = 'mutation($id: ID!) { bringBackTemplate(id: $id) { id } }';
const SHARE =
  'mutation($id: ID!, $level: String!, $seenVersion: Int!) { shareTemplate(id: $id, level: $level, seenVersion: $seenVersion) { id changes } }';
const UNSHARE = 'mutation($id: ID!, $level: String!) { unshareTemplate(id: $id, level: $level) { id } }';
const MEET =
  'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }';
const MEETING =
  'query($id: ID!) { meeting(id: $id) { bring templateKey items { position title kind track plannedMin guidance stepKey } } }';

let world: World;
const callers = new Map<PersonName, Caller>();
beforeAll(async () => {
  world = await startWorld();
  for (const name of Object.keys(PEOPLE) as PersonName[]) callers.set(name, await world.signIn(name));
});
afterAll(() => world.stop());
const as = (name: PersonName) => callers.get(name)!;

const step = (key: string, title: string, minutes: number, more: Record<string, unknown> = {}) => ({
  key,
  title,
  kind: 'DISCUSSION',
  track: 'DEVELOPMENT',
  minutes,
  minMinutes: Math.min(3, minutes),
  guidance: '',
  recurs: false,
  ...more,
});
const written = (more: Record<string, unknown> = {}) => ({
  name: 'Torsdagsmøde',
  purpose: 'Når vi har en elevsag og en halv time.',
  bring: 'Kalender',
  roles: ['FOCUS_PERSON'],
  steps: [
    step('check-in', 'Runde', 5),
    step('elever', 'Elever, vi tænker på', 20, { recurs: true, kind: 'FOLLOW_UP' }),
    step('praktisk', 'Praktisk', 5, { track: 'OPERATIONS' }),
  ],
  ...more,
});
const TEAM = { scope: 'TEAM', id: IDS.teamA1 };
const SCHOOL = { scope: 'SCHOOL', id: IDS.schoolA };
const MUNICIPALITY = { scope: 'MUNICIPALITY', id: IDS.municipality };

const made = async (name: PersonName = 'anne', owner = TEAM, template = written()): Promise<string> =>
  (await as(name).ask(CREATE, { owner, id: randomUUID(), template }))['createTemplate'].id;
const page = async (name: PersonName, id: string) => (await as(name).ask(PAGE, { id }))['templatePage'];
const home = async (name: PersonName, owner = TEAM) => (await as(name).ask(HOME, owner))['templateHome'];
const ids = (list: { id: string }[] | null) => (list ?? []).map((one) => one.id);
const meet = async (templateKey: string, name: PersonName = 'anne', teamId: string = IDS.teamA1) =>
  as(name).send(MEET, { teamId, input: { templateKey, startsAt: '2026-12-07T13:30:00.000Z', durationMin: 30 } });

describe('whose a template is', () => {
  it('the masks in SQL are the policies’', async () => {
    for (const [scope, ability] of Object.entries(SEEN_BY)) {
      const { rows } = await world.admin.query('select template_mask($1) as mask', [scope]);
      expect(rows[0].mask, scope).toBe(abilityNamed(ability)!.plainMask);
    }
  });

  it('a team’s is nothing to a stranger, a neighbour, another team, the leader, the consultant and the administrator', async () => {
    const id = await made();
    const save = { id, template: written({ name: 'x' }), seenVersion: 1 };
    expect(await world.stranger().refusal(PAGE, { id })).toMatchObject({ code: 'SIGNED_OUT' });
    expect(await world.stranger().refusal(SAVE, save)).toMatchObject({ code: 'SIGNED_OUT' });
    for (const name of [
      'nabo',
      'naboleder',
      'ove',
      'bodil',
      'leder',
      'klyngeleder',
      'konsulent',
      'admin',
      'dpo',
      'laeser',
      'gaest',
    ] as const) {
      for (const [operation, variables] of [
        [PAGE, { id }],
        [HOME, TEAM],
        [CREATE, { owner: TEAM, id: randomUUID(), template: written() }],
        [SAVE, save],
        [PUT_BACK, { id, version: 1, seenVersion: 1 }],
        [RETIRE, { id }],
        [BRING_BACK, { id }],
        [SHARE, { id, level: 'SCHOOL', seenVersion: 1 }],
        [UNSHARE, { id, level: 'SCHOOL' }],
      ] as const)
        expect(await as(name).refusal(operation, variables), `${name} ${operation}`).toEqual({ code: 'NOT_FOUND' });
    }
    expect((await page('mads', id)).template).toMatchObject({ version: 1, name: 'Torsdagsmøde', minutes: 30 });
  });

  it('a coach reads the team’s, sees no versions and writes none', async () => {
    const id = await made();
    expect(await page('coach', id)).toMatchObject({ mayKeep: false, versions: null, sharing: null });
    expect(await as('coach').refusal(SAVE, { id, template: written(), seenVersion: 1 })).toEqual({
      code: 'NOT_ALLOWED',
    });
    expect(await as('coach').refusal(CREATE, { owner: TEAM, id: randomUUID(), template: written() })).toEqual({
      code: 'NOT_ALLOWED',
    });
  });

  it('a school’s is read by all at the school and written by its leader and the administrator', async () => {
    const id = await made('leder', SCHOOL);
    for (const name of ['anne', 'ove', 'coach', 'leder', 'admin'] as const)
      expect((await page(name, id)).template.id, name).toBe(id);
    for (const name of ['bodil', 'klyngeleder', 'konsulent', 'dpo', 'laeser', 'gaest', 'nabo', 'naboleder'] as const)
      expect(await as(name).refusal(PAGE, { id }), name).toEqual({ code: 'NOT_FOUND' });
    for (const name of ['anne', 'ove', 'coach'] as const)
      expect(await as(name).refusal(SAVE, { id, template: written(), seenVersion: 1 }), name).toEqual({
        code: 'NOT_ALLOWED',
      });
    await as('admin').ask(SAVE, { id, template: written({ bring: '' }), seenVersion: 1 });
    expect(ids((await home('anne')).shelf.ofSchool)).toContain(id);
    const tuning = (await home('anne')).shelf.ofPejling.find((one: any) => one.key === 'tuning');
    expect(tuning.roles).toEqual(['PRESENTER', 'TIMEKEEPER']);
    expect((await home('ove', SCHOOL)).shelf.ofTeam).toBeNull();
    expect(await as('klyngeleder').refusal(CREATE, { owner: SCHOOL, id: randomUUID(), template: written() })).toEqual({
      code: 'NOT_FOUND',
    });
  });

  it('the municipality’s is read by all who plan or lead and written by consultant and administrator; Pejling’s by nobody', async () => {
    const id = await made('konsulent', MUNICIPALITY);
    for (const name of ['anne', 'bodil', 'leder', 'admin'] as const)
      expect((await page(name, id)).template.id, name).toBe(id);
    for (const name of ['laeser', 'dpo', 'gaest', 'nabo'] as const)
      expect(await as(name).refusal(PAGE, { id }), name).toEqual({ code: 'NOT_FOUND' });
    for (const name of ['anne', 'leder'] as const)
      expect(await as(name).refusal(RETIRE, { id }), name).toEqual({ code: 'NOT_ALLOWED' });
    const { rows } = await world.admin.query(`select id from agenda_template where key = 'plf-grundmoede'`);
    for (const name of ['anne', 'leder', 'konsulent', 'admin'] as const)
      expect(await as(name).refusal(RETIRE, { id: rows[0].id }), name).toEqual({ code: 'NOT_ALLOWED' });
    expect(
      await as('konsulent').refusal(CREATE, {
        owner: { scope: 'SYSTEM', id: IDS.municipality },
        id: randomUUID(),
        template: written(),
      }),
    ).toMatchObject({ code: 'INPUT_REFUSED' });
    expect(await as('konsulent').refusal(HOME, { scope: 'MUNICIPALITY', id: IDS.otherMunicipality })).toEqual({
      code: 'NOT_FOUND',
    });
  });
});

describe('what is written', () => {
  it('is checked at the door: every fault is named where it is', async () => {
    const fields = async (template: Record<string, unknown>) =>
      (await as('anne').refusal(CREATE, { owner: TEAM, id: randomUUID(), template: written(template) }))['fields'];
    expect(await fields({ name: ' ' })).toEqual([{ field: 'name', problem: 'EMPTY' }]);
    expect(await fields({ purpose: 'Mor er 010203-1234' })).toEqual([{ field: 'purpose', problem: 'CPR' }]);
    expect(await fields({ roles: ['KING'] })).toMatchObject([{ field: 'roles.0' }]);
    expect(await fields({ steps: [] })).toEqual([{ field: 'steps', problem: 'EMPTY' }]);
    expect(await fields({ steps: [step('a', 'A', 5, { minMinutes: 6 })] })).toEqual([
      { field: 'steps.0.minMinutes', problem: 'ABOVE_MINUTES' },
    ]);
    expect(await fields({ steps: [step('a', 'A', 5), step('a', 'B', 5)] })).toEqual([
      { field: 'steps.1.key', problem: 'TWICE' },
    ]);
    expect(await fields({ steps: [step('a', 'A', 4)] })).toEqual([{ field: 'steps', problem: 'TOO_SHORT' }]);
    const many = Array.from({ length: 21 }, (_, n) => step(`s${n}`, 'A', 5));
    expect(await fields({ steps: many })).toEqual([{ field: 'steps', problem: 'TOO_MANY' }]);
  });

  it('is made once, however often it is sent, and never into another’s', async () => {
    const id = randomUUID();
    const first = { owner: TEAM, id, template: written() };
    await as('anne').ask(CREATE, first);
    await as('anne').ask(CREATE, { ...first, template: written({ name: 'Et andet' }) });
    expect((await page('anne', id)).template).toMatchObject({ version: 1, name: 'Torsdagsmøde' });
    expect(await as('leder').refusal(CREATE, { owner: SCHOOL, id, template: written() })).toEqual({
      code: 'NOT_FOUND',
    });
  });

  it('is a new version when it is saved, which says what changed; the same again makes none', async () => {
    const id = await made();
    const next = written({
      name: 'Fredagsmøde',
      steps: [
        step('elever', 'Elever, vi tænker på', 25, { recurs: true, kind: 'FOLLOW_UP' }),
        step('check-in', 'Runde', 5),
        step('ny', 'Hvad gik godt?', 5),
      ],
    });
    const { changes } = (await as('mads').ask(SAVE, { id, template: next, seenVersion: 1 }))['saveTemplate'];
    expect(changes).toMatchObject([{ scopeKind: 'TEAM', scopeId: IDS.teamA1, entityId: id, fields: { hint: true } }]);
    await as('mads').ask(SAVE, { id, template: next, seenVersion: 1 });
    const { template, versions } = await page('anne', id);
    expect(template).toMatchObject({ version: 2, minutes: 35 });
    expect(versions).toMatchObject([
      {
        version: 2,
        savedBy: { displayName: PEOPLE.mads.name },
        changes: [
          { what: 'NAME', from: 'Torsdagsmøde', to: 'Fredagsmøde' },
          { what: 'REMOVED', step: 'Praktisk' },
          { what: 'MINUTES', step: 'Elever, vi tænker på', from: '20', to: '25' },
          { what: 'ADDED', step: 'Hvad gik godt?' },
          { what: 'ORDER' },
        ],
      },
      { version: 1, savedBy: { displayName: PEOPLE.anne.name }, changes: [], steps: [{ minutes: 5 }, {}, {}] },
    ]);
  });

  it('is refused when a colleague saved meanwhile, with what it says now; nobody’s words are gone', async () => {
    const id = await made();
    await as('mads').ask(SAVE, { id, template: written({ purpose: 'Mads’ ord' }), seenVersion: 1 });
    const late = { id, template: written({ purpose: 'Annes ord' }), seenVersion: 1 };
    expect(await as('anne').refusal(SAVE, late)).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      current: { version: 2, purpose: 'Mads’ ord' },
    });
    expect((await page('anne', id)).template.purpose).toBe('Mads’ ord');
    await as('anne').ask(SAVE, { ...late, seenVersion: 2 });
    expect((await page('anne', id)).template).toMatchObject({ version: 3, purpose: 'Annes ord' });
    await as('anne').ask(PUT_BACK, { id, version: 2, seenVersion: 3 });
    expect((await page('anne', id)).template).toMatchObject({ version: 4, purpose: 'Mads’ ord' });
    expect((await page('anne', id)).versions[0]).toMatchObject({ version: 4, putBack: 2 });
    expect(await as('anne').refusal(PUT_BACK, { id, version: 9, seenVersion: 4 })).toEqual({ code: 'NOT_FOUND' });
    expect(await as('anne').refusal(PUT_BACK, { id, version: 1, seenVersion: 3 })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
  });

  it('is one of two when two save at once', async () => {
    const id = await made();
    const answers = await Promise.all(
      (['anne', 'mads', 'trine'] as const).map((name) =>
        as(name).send(SAVE, { id, template: written({ purpose: name }), seenVersion: 1 }),
      ),
    );
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect((await page('anne', id)).template.version).toBe(2);
  });

  it('has its versions read a page at a time', async () => {
    const id = await made();
    for (let n = 1; n <= 11; n += 1)
      await as('anne').ask(SAVE, { id, template: written({ bring: `nr. ${n}` }), seenVersion: n });
    const first = await page('anne', id);
    expect(first.versions).toHaveLength(10);
    expect(first.versionCursor).toBe(3);
    const rest = (await as('anne').ask(PAGE, { id, before: 3 }))['templatePage'];
    expect(rest.versions.map((one: any) => one.version)).toEqual([2, 1]);
    expect(rest.versionCursor).toBeNull();
  });

  it('stops at forty', async () => {
    const owner = { scope: 'TEAM', id: IDS.teamB1 };
    await world.admin.query(
      `insert into agenda_template (municipality_id, scope, scope_id, key, name, purpose, bring, minutes)
       select $1, 'TEAM', $2, uuidv7()::text, 'Nr. ' || n, '', '', 30 from generate_series(1, 40) n`,
      [IDS.municipality, IDS.teamB1],
    );
    expect(await as('bodil').refusal(CREATE, { owner, id: randomUUID(), template: written() })).toMatchObject({
      fields: [{ field: 'templates', problem: 'TOO_MANY' }],
    });
  });
});

describe('a template in use', () => {
  it('is copied: its steps scaled to the slot, what to bring, and what stands comes back next time by itself', async () => {
    const id = await made();
    const first = (await meet(id)).data!['createMeeting'].id;
    const read = async (meeting: string) => (await as('anne').ask(MEETING, { id: meeting }))['meeting'];
    const before = await read(first);
    expect(before).toMatchObject({ bring: 'Kalender', templateKey: id });
    expect(before.items.map((item: any) => [item.title, item.plannedMin])).toEqual([
      ['Runde', 5],
      ['Elever, vi tænker på', 20],
      ['Praktisk', 5],
    ]);
    await as('anne').ask(SAVE, {
      id,
      template: written({ bring: 'Intet', steps: [step('a', 'Helt nyt', 30)] }),
      seenVersion: 1,
    });
    expect(await read(first)).toEqual(before);
    const { rows } = await world.admin.query(
      `select t.recurs from agenda_thread t join agenda_item i on i.thread_id = t.id where i.meeting_id = $1 order by i.position`,
      [first],
    );
    expect(rows.map((row) => row.recurs)).toEqual([false, true, false]);
    const second = (await meet(id)).data!['createMeeting'].id;
    expect((await read(second)).items.map((item: any) => item.title)).toContain('Helt nyt');
  });

  it('makes way for another by what it was when the meeting was laid, whatever it has become', async () => {
    const id = await made();
    const meetingId = (await meet(id)).data!['createMeeting'].id;
    await as('anne').ask(SAVE, {
      id,
      template: written({ bring: 'Andet', steps: [step('praktisk', 'Andre ord', 30)] }),
      seenVersion: 1,
    });
    await as('anne').ask(
      'mutation($meetingId: ID!, $key: String!) { pickTemplate(meetingId: $meetingId, templateKey: $key) { id } }',
      {
        meetingId,
        key: 'opfoelgning-kort',
      },
    );
    const { items, bring } = (await as('anne').ask(MEETING, { id: meetingId }))['meeting'];
    expect(items.map((item: any) => item.title)).not.toContain('Praktisk');
    expect(bring).not.toBe('Kalender');
  });

  it('is not for another team, another school or a neighbour, and not when it is out of use', async () => {
    const own = await made();
    const school = await made('leder', SCHOOL);
    expect((await meet(own, 'ove', IDS.teamA2)).errors![0]!.extensions).toMatchObject({
      fields: [{ field: 'templateKey', problem: 'NOT_FOUND' }],
    });
    expect((await meet(school, 'ove', IDS.teamA2)).errors).toBeUndefined();
    expect((await meet(school, 'bodil', IDS.teamB1)).errors![0]!.extensions).toMatchObject({ code: 'INPUT_REFUSED' });
    expect((await meet(own, 'nabo', IDS.otherTeam)).errors![0]!.extensions).toMatchObject({ code: 'INPUT_REFUSED' });
    const laid = (await meet(own)).data!['createMeeting'].id;
    await as('mads').ask(RETIRE, { id: own });
    expect(ids((await home('anne')).shelf.ofTeam)).not.toContain(own);
    expect(ids((await home('anne')).retired)).toContain(own);
    expect((await home('coach')).retired).toBeNull();
    expect(await as('coach').refusal(PAGE, { id: own })).toEqual({ code: 'NOT_FOUND' });
    expect((await meet(own)).errors![0]!.extensions).toMatchObject({ code: 'INPUT_REFUSED' });
    expect((await as('anne').ask(MEETING, { id: laid }))['meeting'].items).toHaveLength(3);
    expect(await as('anne').refusal(SAVE, { id: own, template: written({ name: 'x' }), seenVersion: 1 })).toMatchObject(
      { code: 'STEP_NOT_POSSIBLE' },
    );
    await as('anne').ask(BRING_BACK, { id: own });
    expect((await meet(own)).errors).toBeUndefined();
  });
});

describe('handed up', () => {
  it('is a copy at the school that says whose it was and names nobody; the team’s own stays the team’s', async () => {
    const id = await made();
    const { changes } = (await as('anne').ask(SHARE, { id, level: 'SCHOOL', seenVersion: 1 }))['shareTemplate'];
    expect(changes.map((change: any) => [change.scopeKind, change.fields])).toEqual([
      ['TEAM', { hint: true }],
      ['SCHOOL', { hint: true }],
    ]);
    const copy = (await home('ove', SCHOOL)).shelf.ofSchool.find((one: any) => one.from === '5. årgang');
    expect(copy).toMatchObject({ scope: 'SCHOOL', name: 'Torsdagsmøde', version: 1 });
    expect((await page('leder', copy.id)).versions).toMatchObject([{ version: 1, savedBy: null }]);
    expect(JSON.stringify(await page('leder', copy.id))).not.toContain(PEOPLE.anne.name);
    expect((await page('anne', id)).sharing).toEqual([
      { level: 'SCHOOL', ownerName: 'Askeskolen', isShared: true, isUpToDate: true },
      { level: 'MUNICIPALITY', ownerName: 'Testby Kommune', isShared: false, isUpToDate: true },
    ]);

    await as('anne').ask(SAVE, { id, template: written({ bring: 'Kaffe' }), seenVersion: 1 });
    expect((await page('ove', copy.id)).template.bring).toBe('Kalender');
    expect((await page('anne', id)).sharing[0].isUpToDate).toBe(false);
    expect(await as('anne').refusal(SHARE, { id, level: 'SCHOOL', seenVersion: 1 })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    await as('anne').ask(SHARE, { id, level: 'SCHOOL', seenVersion: 2 });
    expect((await page('ove', copy.id)).template).toMatchObject({ bring: 'Kaffe', version: 2 });

    // The school takes it out of use, and only the team puts it there again.
    await as('leder').ask(RETIRE, { id: copy.id });
    expect(await as('leder').refusal(BRING_BACK, { id: copy.id })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    expect(await as('ove').refusal(PAGE, { id: copy.id })).toEqual({ code: 'NOT_FOUND' });
    await as('anne').ask(SHARE, { id, level: 'SCHOOL', seenVersion: 2 });
    expect((await page('ove', copy.id)).template.version).toBe(3);
    await as('mads').ask(UNSHARE, { id, level: 'SCHOOL' });
    expect(await as('ove').refusal(PAGE, { id: copy.id })).toEqual({ code: 'NOT_FOUND' });
    expect(await as('mads').refusal(UNSHARE, { id, level: 'SCHOOL' })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });

  it('is told at the school and in the municipality as a hint, to whoever looks at their lists, and no words travel', async () => {
    const id = await made();
    const live = await world.connectLive(as('ove'));
    const shelf = (
      await as('ove').ask(
        'query($id: ID!) { templateHome(scope: "TEAM", id: $id) { schoolId schoolVersion municipalityVersion } }',
        { id: IDS.teamA2 },
      )
    )['templateHome'];
    expect(shelf.schoolId).toBe(IDS.schoolA);
    const heard: { scopeKind: string; fields: object }[] = [];
    live.on('changes', (changes) => heard.push(...changes));
    for (const [kind, room, since] of [
      ['SCHOOL', shelf.schoolId, shelf.schoolVersion],
      ['MUNICIPALITY', IDS.municipality, shelf.municipalityVersion],
    ] as const)
      await new Promise((resolve) => live.emit('follow', { kind, id: room, since }, resolve));
    await as('anne').ask(SHARE, { id, level: 'SCHOOL', seenVersion: 1 });
    await as('anne').ask(SHARE, { id, level: 'MUNICIPALITY', seenVersion: 1 });
    await as('anne').ask(UNSHARE, { id, level: 'SCHOOL' });
    await expect.poll(() => heard.length).toBe(3);
    expect(heard.map(({ scopeKind }) => scopeKind).sort()).toEqual(['MUNICIPALITY', 'SCHOOL', 'SCHOOL']);
    for (const { fields } of heard) expect(fields).toEqual({ hint: true });
  });

  it('goes to the municipality from team and school, and never down or sideways', async () => {
    const id = await made();
    await as('anne').ask(SHARE, { id, level: 'MUNICIPALITY', seenVersion: 1 });
    const list = (await home('bodil', MUNICIPALITY)).shelf.ofMunicipality;
    expect(list.map((one: any) => one.from)).toContain('5. årgang, Askeskolen');
    const school = await made('leder', SCHOOL);
    expect(await as('leder').refusal(SHARE, { id: school, level: 'SCHOOL', seenVersion: 1 })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
    });
    await as('leder').ask(SHARE, { id: school, level: 'MUNICIPALITY', seenVersion: 1 });
    const own = await made('konsulent', MUNICIPALITY);
    for (const level of ['SCHOOL', 'MUNICIPALITY'])
      expect(await as('konsulent').refusal(SHARE, { id: own, level, seenVersion: 1 })).toMatchObject({
        code: 'STEP_NOT_POSSIBLE',
      });
    expect(await as('anne').refusal(SHARE, { id, level: 'TEAM', seenVersion: 1 })).toMatchObject({
      code: 'INPUT_REFUSED',
    });
  });
});

describe('behind it all, straight at the database', () => {
  it('what comes with Pejling is changed by nobody who serves, and a version by nobody at all', async () => {
    const id = await made();
    const app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
    await app.query(`select set_config('app.municipality', $1, false), set_config('app.person', $2, false)`, [
      IDS.municipality,
      PEOPLE.admin.id,
    ]);
    const { rowCount: taken } = await app.query(
      `update agenda_template set name = 'x', municipality_id = $1 where scope = 'SYSTEM'`,
      [IDS.municipality],
    );
    expect(taken).toBe(0);
    expect((await app.query('delete from template_step where municipality_id is null')).rowCount).toBe(0);
    await expect(
      app.query(`update template_version set content = '{}' where template_id = $1`, [id]),
    ).rejects.toMatchObject({
      code: '42501',
    });
    expect((await app.query('select from template_version where template_id = $1', [id])).rowCount).toBe(1);
    await app.query(`select set_config('app.municipality', $1, false)`, [IDS.otherMunicipality]);
    expect((await app.query('select from template_version where template_id = $1', [id])).rowCount).toBe(0);
    await app.end();
  });
});
