import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isNonNullType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadyBeat } from '../../src/reflections/ready-beat.ts';
import { START } from '../meetings/run-documents.ts';
import { IDS, PEOPLE, startWorld, type PersonName, type World } from '../world.ts';
import { catchUp, recorderOf, type Recorder } from './recorder.ts';
import { OPEN, READY, REVEAL, SAVE, writingSeenBy, writingsSeenBy } from './silent-documents.ts';

/** In the room: the facilitator, two of the team, a guest, and a coach who is called. */
const IN_THE_ROOM = ['anne', 'mads', 'trine', 'gaest', 'coach'] as const satisfies readonly PersonName[];
/** Who writes, and what: words that are found nowhere else. */
const WRITERS = ['mads', 'trine', 'gaest', 'coach'] as const satisfies readonly PersonName[];
const WORDS: Record<(typeof WRITERS)[number], string> = {
  mads: 'hemmelig-bølge-mads',
  trine: 'hemmelig-sten-trine',
  gaest: 'hemmelig-skov-gaest',
  coach: 'hemmelig-fjord-coach',
};
const ROOMS = (name: PersonName) =>
  [
    { kind: 'MEETING', id: IDS.meeting },
    { kind: 'TEAM', id: IDS.teamA1 },
    { kind: 'PERSON', id: PEOPLE[name].id },
  ] as const;

let world: World;
let schema: GraphQLSchema;
const recorders = new Map<PersonName, Recorder>();
let writing: string;
/** Ids that belong to one writer alone. */
const secretIds = new Map<PersonName, string>();

beforeAll(async () => {
  world = await startWorld();
  schema = world.app.get(GraphQLSchemaHost, { strict: false }).schema;
  await world.app.get(ReadyBeat, { strict: false }).onApplicationShutdown();
  await world.admin.query(
    `insert into meeting_participant (municipality_id, meeting_id, person_id, attendance, is_guest) values ($1, $2, $3, 'INVITED', false)`,
    [IDS.municipality, IDS.meeting, PEOPLE.coach.id],
  );
  for (const name of IN_THE_ROOM)
    recorders.set(name, await recorderOf(world, name, await world.signIn(name), ROOMS(name)));
  await of('anne').caller.ask(START, { id: IDS.meeting });
  await of('anne').caller.ask(OPEN, { item: IDS.items[2], question: 'Hvad ser vi?', minutes: 5, names: true });
  writing = (await writingsSeenBy(of('anne').caller, IDS.meeting)).at(-1)!.id;
});
afterAll(() => world.stop());

const of = (name: PersonName): Recorder => recorders.get(name)!;
const beat = () => world.app.get(ReadyBeat, { strict: false }).round(Date.now());

/** Everything that can be selected below a type. */
function selection(type: GraphQLObjectType, depth: number): string {
  return Object.values(type.getFields())
    .filter((field) => field.args.every((arg) => !isNonNullType(arg.type)))
    .flatMap((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return [field.name];
      return depth > 0 ? [`${field.name} { ${selection(inner, depth - 1)} }`] : [];
    })
    .join(' ');
}

const PAGES: Record<string, Record<string, unknown>> = {
  meeting: { id: IDS.meeting },
  minutes: { meetingId: IDS.meeting },
  myWeek: {},
  teamPage: { teamId: IDS.teamA1 },
  teamBoard: { teamId: IDS.teamA1 },
  teamMeetings: { teamId: IDS.teamA1 },
  newMeeting: { teamId: IDS.teamA1 },
  schoolOverview: { schoolId: IDS.schoolA, schoolYear: '2026-2027' },
  municipalityOverview: {},
  viewer: {},
};

/** Every page there is, with every field it has. */
async function readEverything(recorder: Recorder): Promise<void> {
  for (const [name, variables] of Object.entries(PAGES)) {
    const field = schema.getQueryType()!.getFields()[name]!;
    const used = field.args.filter((arg) => arg.name in variables);
    const head = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const args = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const type = getNamedType(field.type) as GraphQLObjectType;
    await recorder.caller.send(
      `query${head ? `(${head})` : ''} { ${name}${args ? `(${args})` : ''} { ${selection(type, 5)} } }`,
      variables,
    );
  }
}

/** What the others have heard of a writer; a writer's own words reach the writer. */
const heardByOthers = (writer: PersonName, since = 0) =>
  [...recorders.values()]
    .filter((recorder) => recorder.name !== writer)
    .flatMap(({ name, heard }) => heard.filter((one) => one.at >= since).map((one) => ({ name, ...one })));

describe('nothing shows before the reveal', () => {
  it('not a word, an id, a version or a sign of who writes, in anything that reaches anybody else, whoever leads', async () => {
    for (const recorder of recorders.values()) await readEverything(recorder);
    const before = [...recorders.values()].map((recorder) => recorder.heard.length);
    expect(Math.min(...before)).toBeGreaterThan(5);
    const began = Date.now();
    for (const writer of WRITERS) {
      const id = randomUUID();
      secretIds.set(writer, id);
      for (let version = 0; version < 4; version += 1)
        await of(writer).caller.ask(SAVE, {
          writing,
          id,
          text: `${WORDS[writer]} ${'ord '.repeat(version)}`,
          seen: version,
        });
      for (const recorder of recorders.values()) await readEverything(recorder);
    }
    await of('mads').caller.ask(READY, { writing, ready: true });
    await of('trine').caller.ask(READY, { writing, ready: true });
    for (const [name, recorder] of recorders) {
      await readEverything(recorder);
      await catchUp(world, recorder, ROOMS(name));
    }
    for (const writer of WRITERS)
      for (const { name, how, words } of heardByOthers(writer)) {
        expect(words, `${name} reads ${writer}'s words in ${how}`).not.toContain(WORDS[writer]);
        expect(words, `${name} sees ${writer}'s post in ${how}`).not.toContain(secretIds.get(writer));
      }
    // No page and no push has grown a hint: what each is told of the writing is the same, whoever wrote and is ready.
    for (const recorder of recorders.values()) {
      const pushed = recorder.heard.filter(
        (one) => one.at >= began && one.how === 'event changes' && one.words.includes('"MEETING"'),
      );
      expect(
        pushed.map((one) => one.words),
        `${recorder.name} was told something`,
      ).toEqual([]);
    }
  });

  it('who is ready is a count at the beat, the same to all, and asking often tells no more', async () => {
    const seen = async () => {
      const counts = [];
      for (const recorder of recorders.values())
        counts.push((await writingSeenBy(recorder.caller, IDS.meeting, writing)).readyCount);
      return counts;
    };
    expect(await seen()).toEqual([0, 0, 0, 0, 0]);
    await beat();
    expect(await seen()).toEqual([2, 2, 2, 2, 2]);
    await of('gaest').caller.ask(READY, { writing, ready: true });
    expect(await seen()).toEqual([2, 2, 2, 2, 2]);
    await beat();
    expect(await seen()).toEqual([3, 3, 3, 3, 3]);
    const { rows } = await world.admin.query<{ fields: object; actor: string }>(
      `select fields, actor_id as actor from change where scope_kind = 'MEETING' and entity_id = $1 and verb = 'counted' order by version`,
      [writing],
    );
    expect(rows.map((row) => row.fields)).toEqual([{ set: { readyCount: 2 } }, { set: { readyCount: 3 } }]);
    expect(rows.map((row) => row.actor)).not.toContain(PEOPLE.mads.id);
  });

  it('the history of what each did is in their own scope, by id, without a word of it', async () => {
    const { rows } = await world.admin.query<{ kind: string; scope: string; fields: object }>(
      `select c.scope_kind as kind, c.scope_id as scope, h.fields from change c join change h on h.change_id = c.change_id and h.is_home
       where h.entity_id = any($1::uuid[])`,
      [[...secretIds.values()]],
    );
    expect(rows.length).toBe(16);
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(['PERSON']));
    expect(JSON.stringify(rows)).not.toContain('hemmelig');
    for (const [writer] of secretIds) expect(rows.filter((row) => row.scope === PEOPLE[writer].id)).toHaveLength(4);
  });

  it('and then all of it shows to all at once, in one change', async () => {
    const began = Date.now();
    await of('trine').caller.ask(REVEAL, { writing });
    for (const recorder of recorders.values()) {
      const seen = await writingSeenBy(recorder.caller, IDS.meeting, writing);
      expect(seen.posts!.map((post) => post.text.split(' ')[0]).toSorted(), recorder.name).toEqual(
        Object.values(WORDS).toSorted(),
      );
    }
    const { rows } = await world.admin.query(
      `select 1 from change where scope_kind = 'MEETING' and entity_id = $1 and verb = 'revealed'`,
      [writing],
    );
    expect(rows).toHaveLength(1);
    // The ear that heard nothing before hears this: the recording has a key.
    for (const recorder of recorders.values())
      await expect
        .poll(
          () =>
            recorder.heard.some(
              (one) => one.at >= began && one.how === 'event changes' && one.words.includes('"revealed"'),
            ),
          { message: recorder.name, timeout: 10_000 },
        )
        .toBe(true);
  });
});

describe('what is shown tells nothing of when and by whom', () => {
  it('ids are random, rows have no time, and what was private is gone', async () => {
    const { rows } = await world.admin.query<{ id: string }>('select id from reflection_post where writing_id = $1', [
      writing,
    ]);
    expect(rows).toHaveLength(4);
    for (const { id } of rows)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const secret of secretIds.values()) expect(rows.map((row) => row.id)).not.toContain(secret);
    const columns = await world.admin.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_name in ('reflection_post', 'silent_post', 'silent_ready')`,
    );
    expect(columns.rows.filter(({ type }) => /time|date/.test(type))).toEqual([]);
    for (const table of ['silent_post', 'silent_ready'])
      expect((await world.admin.query(`select 1 from ${table} where writing_id = $1`, [writing])).rows).toEqual([]);
  });

  it('the order follows chance, not time: over many reveals each place has had each writer', async () => {
    const REVEALS = 48;
    const order = ['mads', 'trine', 'gaest', 'anne'] as const;
    const places: Record<string, number[]> = Object.fromEntries(order.map((name) => [name, [0, 0, 0, 0]]));
    const inHeap: string[] = [];
    for (let n = 0; n < REVEALS; n += 1) {
      await of('anne').caller.ask(OPEN, { item: IDS.items[1], question: 'Igen?', minutes: null, names: false });
      const { id } = (await writingsSeenBy(of('anne').caller, IDS.meeting)).find((one) => one.state === 'OPEN')!;
      for (const name of order) await of(name).caller.ask(SAVE, { writing: id, id: randomUUID(), text: name, seen: 0 });
      await of('anne').caller.ask(REVEAL, { writing: id });
      const { posts } = await writingSeenBy(of('mads').caller, IDS.meeting, id);
      for (const post of posts!) places[post.text]![post.position - 1]! += 1;
      const { rows } = await world.admin.query<{ text: string }>(
        'select text from reflection_post where writing_id = $1 order by ctid',
        [id],
      );
      inHeap.push(rows.map((row) => row.text).join());
    }
    // An even shuffle leaves one of the sixteen empty once in sixty thousand such runs.
    for (const [name, counts] of Object.entries(places))
      for (const count of counts) {
        expect(count, `${name}: ${counts.join()}`).toBeGreaterThan(0);
        expect(count, `${name}: ${counts.join()}`).toBeLessThan(36);
      }
    expect(inHeap.filter((rows) => rows === order.join()).length).toBeLessThan(16);
  }, 120_000);
});
