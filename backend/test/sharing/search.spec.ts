import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { found, marked, SEARCH, searchFor, wordsOf } from './searching.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

/** An action of team A1. */
async function action(title: string, why = '', createdAt = '2026-09-01T10:00:00Z'): Promise<string> {
  const { rows } = await world.admin.query<{ id: string }>(
    `insert into action (municipality_id, team_id, kind, title, why, state, created_by, created_at)
     values ($1, $2, 'TASK', $3, $4, 'AGREED', $5, $6) returning id`,
    [IDS.municipality, IDS.teamA1, title, why, PEOPLE.anne.id, createdAt],
  );
  return rows[0]!.id;
}

const titles = async (text: string, more = {}) =>
  (await searchFor(anne, text, more)).hits.map((hit) => wordsOf(hit.title));

describe('a search that is refused', () => {
  it('is one without a session', async () => {
    expect(await world.stranger().refusal(SEARCH, { text: 'møde' })).toMatchObject({ code: 'SIGNED_OUT' });
  });

  it.each([
    ['is longer than anybody types', { text: 'x'.repeat(101) }, 'text', 'TOO_LONG'],
    ['has more words than eight', { text: 'a b c d e f g h i' }, 'text', 'TOO_MANY_WORDS'],
    ['holds what Postgres takes no part in', { text: 'a\u0000b' }, 'text', 'CONTROL_CHARACTER'],
    ['asks for a kind that there is none of', { text: 'ro', kinds: ['OBSERVATION'] }, 'kinds.0', expect.any(String)],
    ['goes on from no page of ours', { text: 'ro', after: '1_x' }, 'after', 'NOT_A_CURSOR'],
    ['names a team that is no id', { text: 'ro', teamId: 'x' }, 'teamId', 'NOT_AN_ID'],
  ])('is one that %s', async (_what, variables, field, problem) => {
    expect(await anne.refusal(SEARCH, variables)).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field, problem }],
    });
  });
});

describe('what is written in the field', () => {
  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['signs alone', `'"%_\\;--|&!()<>:*`],
    ['quotes round a word that nobody wrote', `"'zyx'"`],
    ['SQL', `zyx'; drop table search_row; --`],
    ['tsquery', 'zyx:* & !wvu <-> (tsr | qpo)'],
    ['a pattern', '%zyx_\\%'],
    ['a dollar quote', 'zyx $q$ %s %1$L'],
    ['an emoji and half a letter with its accent', 'zyx 🌊 e\u0301'],
  ])('may be %s: nothing is found, and nothing happens', async (_what, text) => {
    expect(await found(anne, text)).toEqual([]);
    expect(await found(anne, 'PLF-møde')).not.toEqual([]);
  });

  it('is a word all the same with such signs round it', async () => {
    const id = await action('Kvitteringen');
    for (const text of [
      `'kvitteringen'`,
      '"kvitteringen"',
      'kvitteringen%',
      '\\kvitteringen',
      'kvitteringen & !',
      ':*kvitteringen',
    ])
      expect(await found(anne, text), text).toEqual([`ACTION ${id}`]);
  });
});

describe('Danish', () => {
  it.each([
    ['another form of the word', 'Vores pejlemærke', 'pejlemærkerne'],
    ['the beginning of a word', 'Læsebånd', 'læseb'],
    ['a part of a compound', 'Besøg hinandens lektionsstart', 'start'],
    ['ae for æ', 'Samtale med pædagogerne', 'paedagog'],
    ['æ for ae', 'Kontakt til Baekgaard', 'bækgård'],
    ['oe for ø', 'Ro ved frugtbøden', 'frugtboeden'],
    ['aa for å', 'Åbningstid i biblioteket', 'aabningstid'],
    ['å for aa', 'Tur til Aabenraa', 'åbenrå'],
    ['no accent', 'Idé til caféen', 'ide cafe'],
    ['capital letters', 'ro på gangen', 'GANGEN'],
    ['words in another order, with others between', 'Elever vælger selv deres makker', 'makker elever'],
    ['a word that says nothing beside one that does', 'Skemaet for uge 12', 'skemaet og'],
    ['letters that a Mac writes as two', 'Rækkefølgen i køen', 'rækkefølgen'.normalize('NFD')],
  ])('is found by %s', async (_what, title, text) => {
    await action(title);
    expect(await titles(text)).toContain(title);
  });

  it.each([
    ['a letter missing', 'Trivselsmåling', 'trivselmåling'],
    ['a letter wrong', 'Gruppekontrakten', 'gruppekontrakden'],
    ['a letter too many', 'Forældrekaffe', 'forældrekafffe'],
    ['two letters in each other’s place', 'Klassereglerne', 'klasserelgerne'],
    ['a slip in one word of two', 'Fælles dørhilsen hver morgen', 'dørhilsne morgen'],
  ])('is found with %s, and marked', async (_what, title, text) => {
    await action(title);
    const { hits } = await searchFor(anne, text);
    expect(hits.map((hit) => wordsOf(hit.title))).toContain(title);
    expect(marked(hits[0]!.title)).not.toEqual([]);
  });

  it('is not found nearly where it is found as it was written', async () => {
    await action('Havnerundfart');
    await action('Havnerundfærd');
    expect(await titles('havnerundfart')).toEqual(['Havnerundfart']);
  });
});

describe('the best', () => {
  it('come first: the very title, then titles, then texts, then parts of words', async () => {
    const title = 'Kystlinjen';
    const order = [
      await action(title, '', '2026-08-01T10:00:00Z'),
      await action('Vi måler kystlinjen om foråret', '', '2026-08-02T10:00:00Z'),
      await action('En plan', 'For kystlinjen, som vi kender den', '2026-08-03T10:00:00Z'),
      await action('Nordkystlinjen', '', '2026-08-04T10:00:00Z'),
    ];
    expect(await found(anne, 'kystlinjen')).toEqual(order.map((id) => `ACTION ${id}`));
  });

  it('are a page of twenty, and the rest follow, each once, the newest of the equal first', async () => {
    const all: string[] = [];
    for (let n = 0; n < 45; n += 1)
      all.unshift(await action('Bølgebryder', '', new Date(Date.UTC(2026, 0, 1 + n)).toISOString()));
    const seen: string[] = [];
    let after: string | null = null;
    const sizes: number[] = [];
    do {
      const page: Awaited<ReturnType<typeof searchFor>> = await searchFor(anne, 'bølgebryder', { after });
      seen.push(...page.hits.map(({ objectId }) => objectId));
      sizes.push(page.hits.length);
      after = page.cursor;
    } while (after !== null);
    expect(sizes).toEqual([20, 20, 5]);
    expect(seen).toEqual(all);
  });

  it('are of the kinds, the team and the school year that were asked for', async () => {
    await action('Et punkt i kladden');
    expect(await found(anne, 'punkt kladden', { kinds: ['ITEM'] })).toEqual([`ITEM ${IDS.draftItem}`]);
    expect(await titles('punkt kladden', { kinds: ['ACTION'] })).toEqual(['Et punkt i kladden']);
    expect(await found(anne, 'punkt kladden', { teamId: IDS.teamA1 })).toHaveLength(2);
    // By the day of the meeting, or that on which the action was written: a team that goes on for years has them all.
    expect(await titles('punkt kladden', { kinds: ['ACTION'], schoolYear: '2026-2027' })).toHaveLength(1);
    expect(await titles('punkt kladden', { kinds: ['ACTION'], schoolYear: '2025-2026' })).toEqual([]);
    const { rows } = await world.admin.query('select starts_at as at from meeting where id = $1', [IDS.draft]);
    const movedTo = (at: string | Date) =>
      world.admin.query('update meeting set starts_at = $2 where id = $1', [IDS.draft, at]);
    const inYear = async (schoolYear: string) => (await found(anne, 'kladden', { kinds: ['ITEM'], schoolYear })).length;
    await movedTo('2025-07-31T23:30:00+02');
    expect([await inYear('2024-2025'), await inYear('2025-2026')]).toEqual([1, 0]);
    await movedTo('2025-08-01T00:00:00+02');
    expect([await inYear('2024-2025'), await inYear('2025-2026')]).toEqual([0, 1]);
    await movedTo(rows[0].at);
  });

  it('are found once, though the words stand both in the item and in its note: where there is most of them', async () => {
    await world.admin.query(`update agenda_item set note = 'Punkt i kladden, skrevet ned' where id = $1`, [
      IDS.draftItem,
    ]);
    const hits = await found(anne, 'punkt kladden', { kinds: ['ITEM', 'NOTE'] });
    expect(hits).toEqual([`NOTE ${IDS.draftItem}`]);
    expect(await found(anne, 'skrevet')).toEqual([`NOTE ${IDS.draftItem}`]);
  });
});

describe('what is found', () => {
  it('is text in pieces, never HTML', async () => {
    await action('<b>Sømærke</b>', '<script>alert(1)</script> ved sømærket');
    const { hits } = await searchFor(anne, 'sømærke');
    expect(wordsOf(hits[0]!.title)).toBe('<b>Sømærke</b>');
    expect(marked(hits[0]!.title)).toEqual(['Sømærke']);
    expect(marked(hits[0]!.fragment)).toEqual(['sømærket']);
    expect(wordsOf(hits[0]!.fragment)).toContain('<script>');
  });

  it('leaves one line in the log of who searched, with what was sought; a CPR number is not kept', async () => {
    await found(anne, 'ankerplads', { teamId: IDS.teamA1 });
    await found(anne, 'barnet 010203-1234');
    await world.app.get(GatheredUses, { strict: false }).flush();
    const { rows } = await world.admin.query(
      `select actor_id, object, object_id, criterion from audit_event where verb = 'SEARCH' order by number desc limit 2`,
    );
    expect(rows).toEqual([
      { actor_id: PEOPLE.anne.id, object: 'Search', object_id: null, criterion: '(CPR)' },
      { actor_id: PEOPLE.anne.id, object: 'Search', object_id: IDS.teamA1, criterion: 'ankerplads' },
    ]);
  });
});
