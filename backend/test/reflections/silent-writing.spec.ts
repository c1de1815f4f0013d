import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LeftOpen } from '../../src/reflections/left-open.ts';
import { ReadyBeat } from '../../src/reflections/ready-beat.ts';
import { FINISH, START } from '../meetings/run-documents.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';
import { CANCEL, OPEN, READY, REVEAL, SAVE, writingSeenBy, writingsSeenBy } from './silent-documents.ts';

let world: World;
let anne: Caller;
let mads: Caller;
let trine: Caller;
let guest: Caller;
const meeting = IDS.meeting;

beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  trine = await world.signIn('trine');
  guest = await world.signIn('gaest');
  // The beat is beaten by hand here.
  await world.app.get(ReadyBeat, { strict: false }).onApplicationShutdown();
});
afterAll(() => world.stop());

const question = 'Hvad gør vi selv, når skiftet lykkes?';
const newest = async (caller: Caller) => (await writingsSeenBy(caller, meeting)).at(-1)!;

/** A new silent writing under an item, and its id. */
async function opened(item: string = IDS.items[2], names = false, minutes: number | null = 5): Promise<string> {
  await anne.ask(OPEN, { item, question, minutes, names });
  return (await newest(anne)).id;
}
const save = (who: Caller, writing: string, text: string, id: string = randomUUID(), seen = 0, forPerson?: string) =>
  who.ask(SAVE, { writing, id, text, seen, for: forPerson });
const beat = () => world.app.get(ReadyBeat, { strict: false }).round(Date.now());

describe('who may', () => {
  it('not be opened before the meeting is on, nor by a guest, a coach who is not there, or anybody outside', async () => {
    const wanted = { item: IDS.items[2], question, minutes: 5, names: false };
    expect(await anne.refusal(OPEN, wanted)).toMatchObject({ code: 'STEP_NOT_POSSIBLE', state: 'CONVENED' });
    await anne.ask(START, { id: meeting });
    for (const name of ['ove', 'leder', 'klyngeleder', 'bodil', 'laeser', 'konsulent', 'admin', 'dpo', 'nabo'] as const)
      expect(await (await world.signIn(name)).refusal(OPEN, wanted), name).toEqual({ code: 'NOT_FOUND' });
    for (const name of ['coach', 'gaest'] as const)
      expect(await (await world.signIn(name)).refusal(OPEN, wanted), name).toEqual({ code: 'NOT_ALLOWED' });
    expect(await anne.refusal(OPEN, { ...wanted, item: IDS.otherItem })).toEqual({ code: 'NOT_FOUND' });
    expect(await world.stranger().refusal(OPEN, wanted)).toMatchObject({ code: 'SIGNED_OUT' });
  });

  it('a stranger writes, is ready, shows and cancels nothing, and learns nothing by trying', async () => {
    const writing = await opened();
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
    ] as const) {
      const caller = await world.signIn(name);
      for (const [document, more] of [
        [SAVE, { id: randomUUID(), text: 'x', seen: 0 }],
        [READY, { ready: true }],
        [REVEAL, {}],
        [CANCEL, {}],
      ] as const)
        expect(await caller.refusal(document, { writing, ...more }), name).toEqual({ code: 'NOT_FOUND' });
    }
    const coach = await world.signIn('coach');
    expect(await coach.refusal(SAVE, { writing, id: randomUUID(), text: 'x', seen: 0 })).toEqual({
      code: 'NOT_ALLOWED',
    });
    expect(await guest.refusal(REVEAL, { writing })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await guest.refusal(CANCEL, { writing })).toEqual({ code: 'NOT_ALLOWED' });
    await anne.ask(CANCEL, { writing });
  });

  it('a coach who is not at the meeting sees that there is one, and none of its posts', async () => {
    const writing = await opened();
    await save(guest, writing, 'Gæsten ser ro');
    await anne.ask(REVEAL, { writing });
    const seen = await writingSeenBy(await world.signIn('coach'), meeting, writing);
    expect(seen.posts).toBeNull();
    expect(seen.ownPosts).toBeNull();
    expect((await writingSeenBy(guest, meeting, writing)).posts!.map((post) => post.text)).toEqual(['Gæsten ser ro']);
  });
});

describe('writing alone', () => {
  it('two taps open one, and what is asked, how long and names are as chosen beforehand', async () => {
    const [one] = await Promise.all([
      anne.send(OPEN, { item: IDS.items[1], question, minutes: 4, names: true }),
      mads.send(OPEN, { item: IDS.items[1], question: 'En anden', minutes: 4, names: false }),
    ]);
    expect(one.errors).toBeUndefined();
    const open = (await writingsSeenBy(anne, meeting)).filter(
      (it) => it.itemId === IDS.items[1] && it.state === 'OPEN',
    );
    expect(open).toHaveLength(1);
    await anne.ask(CANCEL, { writing: open[0]!.id });
  });

  it('keeps the text of somebody who left and came back, and hands another device of theirs the newer text', async () => {
    const writing = await opened();
    const id = randomUUID();
    await save(mads, writing, 'Jeg står i døren', id);
    await save(mads, writing, 'Jeg står i døren og siger goddag', id, 1);
    const again = await world.signIn('mads');
    expect((await writingSeenBy(again, meeting, writing)).ownPosts).toMatchObject([
      { id, text: 'Jeg står i døren og siger goddag', version: 2, latest: 2 },
    ]);
    expect(await again.refusal(SAVE, { writing, id, text: 'Fra telefonen', seen: 1 })).toEqual({
      code: 'CHANGED_MEANWHILE',
      current: { text: 'Jeg står i døren og siger goddag', version: 2 },
    });
    expect((await save(again, writing, 'Jeg står i døren og siger goddag', id, 1))['saveSilentPost'].changes).toEqual(
      [],
    );
    await anne.ask(CANCEL, { writing });
    expect((await writingSeenBy(mads, meeting, writing)).ownPosts).toHaveLength(1);
    expect((await writingSeenBy(anne, meeting, writing)).posts).toEqual([]);
  });

  it('nobody writes in another’s post, not even by its id', async () => {
    const writing = await opened();
    const id = randomUUID();
    await save(mads, writing, 'Mads’ linje', id);
    expect(await trine.refusal(SAVE, { writing, id, text: 'Trines hånd', seen: 0 })).toEqual({ code: 'NOT_FOUND' });
    expect((await writingSeenBy(mads, meeting, writing)).ownPosts![0]!.text).toBe('Mads’ linje');
    await anne.ask(CANCEL, { writing });
  });

  it('takes no CPR number, no control character, nothing too long, and no endless row of posts', async () => {
    const writing = await opened();
    for (const [text, problem] of [
      ['Se 010190-1234', 'CPR'],
      ['skjult \u0007', 'CONTROL_CHARACTER'],
      ['æ'.repeat(2_001), 'TOO_LONG'],
    ] as const)
      expect(await mads.refusal(SAVE, { writing, id: randomUUID(), text, seen: 0 })).toEqual({
        code: 'INPUT_REFUSED',
        fields: [{ field: 'text', problem }],
      });
    expect(await mads.refusal(SAVE, { writing, id: 'ikke et id', text: 'x', seen: 0 })).toMatchObject({
      code: 'INPUT_REFUSED',
    });
    for (let n = 0; n < 20; n += 1) await save(mads, writing, `Indlæg ${n}`);
    expect(await mads.refusal(SAVE, { writing, id: randomUUID(), text: 'Et til', seen: 0 })).toMatchObject({
      fields: [{ field: 'id', problem: 'TOO_MANY' }],
    });
    await anne.ask(CANCEL, { writing });
  });

  it('for a colleague without a phone: the words are the writer’s to see until all are shown, then the colleague’s', async () => {
    const writing = await opened(IDS.items[2], true);
    await save(trine, writing, 'Mads siger: begynd i døren', randomUUID(), 0, PEOPLE.mads.id);
    expect((await writingSeenBy(mads, meeting, writing)).ownPosts).toEqual([]);
    expect((await writingSeenBy(trine, meeting, writing)).ownPosts).toMatchObject([{ forPersonId: PEOPLE.mads.id }]);
    expect(await trine.refusal(SAVE, { writing, id: randomUUID(), text: 'x', seen: 0, for: PEOPLE.bodil.id })).toEqual({
      code: 'NOT_FOUND',
    });
    await anne.ask(REVEAL, { writing });
    expect((await writingSeenBy(anne, meeting, writing)).posts!.map((post) => post.author?.id)).toEqual([
      PEOPLE.mads.id,
    ]);
  });
});

describe('who is ready', () => {
  it('is a count at the beat, never more often, and one who is written for counts with the writer', async () => {
    const writing = await opened();
    const count = async () => (await writingSeenBy(anne, meeting, writing)).readyCount;
    await mads.ask(READY, { writing, ready: true });
    await mads.ask(READY, { writing, ready: true });
    expect(await count()).toBe(0);
    expect((await writingSeenBy(mads, meeting, writing)).ownReady).toBe(true);
    await beat();
    expect(await count()).toBe(1);
    await save(trine, writing, 'Gitte siger: ro', randomUUID(), 0, PEOPLE.gaest.id);
    await trine.ask(READY, { writing, ready: true });
    expect(await count()).toBe(1);
    await beat();
    expect(await count()).toBe(3);
    await mads.ask(READY, { writing, ready: false });
    await beat();
    expect(await count()).toBe(2);
    const { rows } = await world.admin.query(
      `select count(*)::int as n from change where scope_kind = 'MEETING' and entity_id = $1 and verb = 'counted'`,
      [writing],
    );
    expect(rows[0].n).toBe(3);
    await anne.ask(CANCEL, { writing });
  });
});

describe('the reveal', () => {
  it('happens once, whoever taps and however often, and nothing is written after it', async () => {
    const writing = await opened();
    for (const [who, text] of [
      [anne, 'A'],
      [mads, 'M'],
      [guest, 'G'],
    ] as const)
      await save(who, writing, text);
    await save(trine, writing, '   ');
    const answers = await Promise.all([anne, mads, trine, anne, mads].map((who) => who.send(REVEAL, { writing })));
    expect(answers.filter((answer) => answer.errors)).toEqual([]);
    expect(answers.flatMap((answer) => answer.data!['revealSilentWriting'].changes)).toHaveLength(1);
    for (const who of [anne, mads, trine, guest]) {
      const seen = await writingSeenBy(who, meeting, writing);
      expect(seen.posts!.map((post) => post.text).toSorted()).toEqual(['A', 'G', 'M']);
      expect(seen.posts!.map((post) => post.position)).toEqual([1, 2, 3]);
      expect(seen.ownPosts).toEqual([]);
    }
    expect(await mads.refusal(SAVE, { writing, id: randomUUID(), text: 'For sent', seen: 0 })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'REVEALED',
    });
    expect(await anne.refusal(CANCEL, { writing })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });

  it('what is being saved as it happens is either among the posts or refused, never lost in between', async () => {
    for (let round = 0; round < 10; round += 1) {
      const writing = await opened(IDS.items[0]);
      const [saved] = await Promise.all([
        mads.send(SAVE, { writing, id: randomUUID(), text: `Runde ${round}`, seen: 0 }),
        anne.send(REVEAL, { writing }),
      ]);
      const shown = (await writingSeenBy(anne, meeting, writing)).posts!.map((post) => post.text);
      expect(shown, `round ${round}`).toEqual(saved.errors ? [] : [`Runde ${round}`]);
    }
  });

  it('tells who wrote only where the team chose names, and then not to a guest', async () => {
    const without = await opened();
    await save(mads, without, 'Uden navn');
    await anne.ask(REVEAL, { writing: without });
    for (const who of [anne, mads, guest])
      expect((await writingSeenBy(who, meeting, without)).posts!.map((post) => post.author)).toEqual([null]);
    const { rows } = await world.admin.query('select author_id from reflection_post where writing_id = $1', [without]);
    expect(rows).toEqual([{ author_id: null }]);

    const named = await opened(IDS.items[2], true);
    await save(mads, named, 'Med navn');
    const { changes } = (await anne.ask(REVEAL, { writing: named }))['revealSilentWriting'];
    expect(JSON.stringify(changes)).not.toContain(PEOPLE.mads.id);
    expect((await writingSeenBy(trine, meeting, named)).posts![0]!.author).toMatchObject({ id: PEOPLE.mads.id });
    expect((await writingSeenBy(guest, meeting, named)).posts![0]!.author).toBeNull();
  });
});

describe('straight at the database, as the role that serves', () => {
  const people: PersonName[] = ['anne', 'mads', 'trine', 'gaest', 'coach', 'leder', 'ove'];

  /** What a query gives in somebody's own context. */
  async function asPerson(
    name: PersonName,
    sql: string,
    values: unknown[] = [],
    municipality: string = IDS.municipality,
  ) {
    const { default: pg } = await import('pg');
    const app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
    try {
      await app.query('begin');
      await app.query(`select set_config('app.municipality', $1, true), set_config('app.person', $2, true)`, [
        municipality,
        PEOPLE[name].id,
      ]);
      return (await app.query(sql, values)).rows as Record<string, unknown>[];
    } finally {
      await app.end();
    }
  }

  it('each reads their own rows alone, and nobody the rows of the beat', async () => {
    const writing = await opened();
    await save(mads, writing, 'Kun Mads');
    await mads.ask(READY, { writing, ready: true });
    for (const name of people) {
      const mine = name === 'mads' ? 1 : 0;
      expect(await asPerson(name, 'select id from silent_post where writing_id = $1', [writing]), name).toHaveLength(
        mine,
      );
      expect(await asPerson(name, 'select 1 from silent_ready where writing_id = $1', [writing]), name).toHaveLength(
        mine,
      );
      expect(await asPerson(name, 'select * from door_silent_counts()'), name).toEqual([]);
      expect(
        await asPerson(name, `select 1 from change where entity_id in (select $1::uuid) and scope_kind = 'PERSON'`, [
          writing,
        ]),
        name,
      ).toHaveLength(mine);
    }
    await anne.ask(CANCEL, { writing });
  });

  it('the door shows nothing to those who may not lead, nor across municipalities, nor twice', async () => {
    const writing = await opened();
    await save(mads, writing, 'Bag døren');
    const reveal = 'select door_reveal_silent_writing($1) as done';
    for (const name of ['gaest', 'coach', 'leder', 'ove', 'bodil', 'admin', 'dpo'] as const)
      expect(await asPerson(name, reveal, [writing]), name).toEqual([{ done: false }]);
    for (const name of ['nabo', 'naboleder', 'anne'] as const)
      expect(await asPerson(name, reveal, [writing], IDS.otherMunicipality), name).toEqual([{ done: false }]);
    expect((await writingSeenBy(mads, meeting, writing)).ownPosts).toHaveLength(1);
    await anne.ask(REVEAL, { writing });
    expect(await asPerson('anne', reveal, [writing])).toEqual([{ done: false }]);
  });

  it('shown posts are not rewritten, and none is slipped in', async () => {
    await expect(asPerson('anne', `update reflection_post set text = 'x'`)).rejects.toMatchObject({ code: '42501' });
    await expect(
      asPerson(
        'anne',
        `insert into reflection_post (municipality_id, writing_id, position, text) select municipality_id, id, 99, 'x' from silent_writing limit 1`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a meeting that ends', () => {
  it('with a silent writing open shows nothing of it, ever, and each keeps their own', async () => {
    const writing = await opened();
    await save(mads, writing, 'Nåede vi ikke');
    const leftOpen = world.app.get(LeftOpen, { strict: false });
    expect(await leftOpen.round(Date.now())).toEqual([]);
    await anne.ask(FINISH, { id: meeting });
    expect(await anne.refusal(REVEAL, { writing })).toMatchObject({ code: 'STEP_NOT_POSSIBLE', state: 'HELD' });
    expect(await mads.refusal(SAVE, { writing, id: randomUUID(), text: 'x', seen: 0 })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'HELD',
    });
    expect(await leftOpen.round(Date.now())).toEqual([writing]);
    expect(await leftOpen.round(Date.now())).toEqual([]);
    expect(await writingSeenBy(anne, meeting, writing)).toMatchObject({ state: 'CANCELLED', posts: [], ownPosts: [] });
    expect((await writingSeenBy(mads, meeting, writing)).ownPosts).toMatchObject([{ text: 'Nåede vi ikke' }]);
  });
});
