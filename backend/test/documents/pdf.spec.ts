import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { fetchMinutes, held, holding, noted, paragraph, text, WHOLE_NOTE, type Sort } from './fetched.ts';
import { readPdf, tagged, wordsOf, type ReadPdf } from './read-pdf.ts';

const id = IDS.meeting;
let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await held(world);
  await noted(world, IDS.items[0]!, WHOLE_NOTE);
  await world.admin.query(
    `update action set origin_meeting_id = $2, origin_item_id = $3, due_on = '2026-12-04', expected_signs = '{"De går i gang"}' where id = $1`,
    [IDS.trial, id, IDS.items[3]],
  );
});
afterAll(() => world.stop());

const fetchPdf = async (sort: Sort = 'pdf'): Promise<ReadPdf> => {
  const { status, bytes } = await fetchMinutes(anne, id, sort);
  expect(status).toBe(200);
  return readPdf(bytes);
};

/** Replaces the third item's note by one of these words. */
const written = (words: string) => noted(world, IDS.items[2]!, holding('doc', paragraph(text(words))));

describe('minutes as PDF', () => {
  it('say of themselves that they are PDF/UA-1, in Danish, tagged, and what they are called', async () => {
    const pdf = await fetchPdf();
    expect(pdf.xmp).toMatch(/<pdfuaid:part>1</);
    expect(pdf).toMatchObject({ language: 'da-DK', isMarked: true });
    expect(pdf.title).toMatch(/^Udkast: Referat: .+, onsdag uge 48, 5\. årgang, Askeskolen$/);
    expect(pdf.xmp).toContain('5. årgang');
  });

  it('for keeping say that they are PDF/A-2a, with the same words and tags', async () => {
    const [pdf, kept] = [await fetchPdf(), await fetchPdf('arkiv')];
    expect(kept.xmp).toMatch(/<pdfaid:part>2</);
    expect(kept.xmp).toMatch(/<pdfaid:conformance>A</);
    expect(kept).toMatchObject({ language: 'da-DK', isMarked: true, words: pdf.words });
    expect(wordsOf(kept.tags, 'H2')).toEqual(wordsOf(pdf.tags, 'H2'));
  });

  it('have one first heading, one for each item, and the note’s own beneath', async () => {
    const { tags } = await fetchPdf();
    expect(tagged(tags, 'H1')).toHaveLength(1);
    const { rows } = await world.admin.query(
      `select position || ' ' || title as words from agenda_item where meeting_id = $1 order by position`,
      [id],
    );
    expect(wordsOf(tags, 'H2').slice(0, rows.length)).toEqual(rows.map((row) => row.words));
    expect(wordsOf(tags, 'H3')).toEqual(['Det så vi']);
  });

  it('have lists, checks with words, quotes and links as such', async () => {
    const { tags } = await fetchPdf();
    expect(wordsOf(tags, 'LBody')).toEqual(
      expect.arrayContaining(['Første prik', 'Anden prik', 'Det tredje', 'Sagt til 5.b', 'Skrive hjem']),
    );
    expect(wordsOf(tags, 'Lbl')).toEqual(expect.arrayContaining(['3.', '•', 'Hvornår', 'Til stede']));
    expect(tagged(tags, 'Figure').map((figure) => figure.alt)).toEqual(['Gjort', 'Ikke gjort']);
    expect(wordsOf(tags, 'BlockQuote')).toEqual(['Sagt af en elev']);
    expect(wordsOf(tags, 'Link')).toEqual(['EMU']);
  });

  it('have tables with their headers', async () => {
    const [table] = tagged((await fetchPdf()).tags, 'Table');
    expect(wordsOf([table!], 'TH')).toEqual(['Uge', 'Vi prøver']);
    expect(wordsOf([table!], 'TD')).toEqual(['48', 'Ro ved døren']);
    expect(tagged([table!], 'THead')).toHaveLength(1);
  });

  it('say who, when and what was agreed, and that they are a draft', async () => {
    const { words } = await fetchPdf();
    for (const said of [
      'At undersøge *lektionsstart*',
      '25. november 2026, kl. 14.31–15.30',
      'Anne Kjær (mødeleder) og Mads Juhl',
      'Udkast. Referatet er ikke godkendt endnu og kan stadig ændres.',
      'Beslutning: Vi begynder ens',
      'Drøftet, ingen aftale.',
      'Prøvehandling: Fælles lektionsstart i alle fag',
      'Tegn: »De går i gang«',
      'Anne Kjær, uge 49',
      'Rødgrød med fløde på EMU',
      '@Mads Juhl',
      'Side 1 af ',
    ])
      expect(words).toContain(said);
  });
});

describe('a note that no editor of ours would write', () => {
  it.each(['bulletList', 'orderedList', 'taskList', 'blockquote', 'table'])(
    'with %s in itself, deeper than anybody writes, is printed',
    async (type) => {
      const parts: Record<string, string[]> = {
        bulletList: ['listItem'],
        orderedList: ['listItem'],
        taskList: ['taskItem'],
        table: ['tableRow', 'tableHeader'],
      };
      let deep = paragraph(text('dybt nede'));
      for (let n = 0; n < 30; n += 1)
        deep = [type, ...(parts[type] ?? [])].reduceRight((inner, one) => holding(one, inner), deep);
      await noted(world, IDS.items[2]!, holding('doc', deep));
      for (const sort of ['pdf', 'arkiv'] as const) expect((await fetchPdf(sort)).words).toContain('dybt nede');
      expect((await fetchMinutes(anne, id, 'word')).status).toBe(200);
    },
  );

  it('with parts of nothing is printed', async () => {
    const nothing = ['heading', 'bulletList', 'taskList', 'blockquote', 'table', 'paragraph'].map((type) =>
      holding(type),
    );
    const bare = [
      holding('bulletList', holding('listItem')),
      holding('taskList', holding('taskItem')),
      holding('table', holding('tableRow', holding('tableHeader'), holding('tableCell'))),
      { type: 'orderedList', attrs: { start: 0 }, content: [holding('listItem', paragraph(text('nul')))] },
      paragraph({ type: 'hardBreak' }),
      holding('heading', text(' ')),
      holding('blockquote', holding('heading', text('i et citat'))),
    ];
    await noted(world, IDS.items[2]!, holding('doc', ...nothing, ...bare, paragraph(text('til sidst'))));
    for (const sort of ['pdf', 'arkiv'] as const) expect((await fetchPdf(sort)).words).toContain('til sidst');
    expect((await fetchMinutes(anne, id, 'word')).status).toBe(200);
  });
});

describe('hostile words in a PDF', () => {
  it.each([
    '#read("/etc/passwd") #import "@preview/x:1.0.0" #panic("nej")',
    '*fed* _kursiv_ $x^2$ `kode` <mærke> @henvisning = Overskrift \\ // note /* note */ ]} #{',
    '"}, {"kind": "heading", "parts": [] #let it = 1',
    '<script>alert(1)</script> &amp; %s ${1} {{1}}',
  ])('are printed as they were written: %s', async (words) => {
    await written(words);
    const pdf = await fetchPdf();
    expect(pdf.words).toContain(words);
    expect(pdf.words).not.toContain('root:');
  });

  it('do not turn the line, ring or hide', async () => {
    await written('før\u202evendt\u2066 skjult\u200f \u0007klokke\u001b[31m efter');
    expect((await fetchPdf()).words).toContain('førvendt skjult klokke[31m efter');
  });

  it('longer than a line are broken and stay on the page, and none is lost', async () => {
    await written(`${'q'.repeat(1_500)} https://emu.dk/${'w'.repeat(300)}`);
    const { words, rightmost } = await fetchPdf();
    expect([words.match(/q/g), words.match(/w/g)].map((found) => found!.length)).toEqual([1_500, 300]);
    expect(rightmost).toBeLessThan(0.95);
  });

  it('in emoji and other scripts are printed; a sign that no font has stands as its code', async () => {
    await written('👩‍🏫 ☑️ 🇩🇰 Олена Ελένη Đặng İbrahim ترحيب 日 \u{10ffff} \u{e000}');
    const { words } = await fetchPdf();
    for (const said of ['👩', 'Олена', 'Ελένη', 'Đặng', 'İbrahim', '[U+65E5]', '[U+E000]'])
      expect(words).toContain(said);
    expect((await fetchPdf('arkiv')).words).toBe(words);
  });

  it('in titles, names and places are words too', async () => {
    await world.admin.query(`update meeting set title = $2, place = $3 where id = $1`, [
      id,
      '#panic("titel") \u202e😀',
      '= Lokale $7 #{',
    ]);
    const pdf = await fetchPdf();
    expect(wordsOf(pdf.tags, 'H1')[0]).toMatch(/^#panic\("titel"\) 😀, onsdag uge 48$/);
    expect(pdf.words).toContain('= Lokale $7 #{');
    expect(pdf.title).toContain('#panic("titel")');
  });
});

describe('approved minutes as PDF', () => {
  it('say how they were approved, with their fingerprint, and what came since beside its item', async () => {
    await world.admin.query(`update meeting set title = 'PLF-møde' where id = $1`, [id]);
    const mutation = (name: string) => `mutation($id: ID!) { ${name}(meetingId: $id) { id } }`;
    await anne.ask(mutation('proposeMinutes'), { id });
    expect((await fetchPdf()).words).toContain('Udkast. Referatet er sendt til godkendelse');
    await anne.ask('mutation($id: ID!) { objectToMinutes(meetingId: $id, text: "Ikke på tryk") { id } }', { id });
    const READ = 'query($id: ID!) { minutes(meetingId: $id) { fingerprint objections { id } } }';
    const [objection] = (await anne.ask(READ, { id }))['minutes'].objections;
    await anne.ask(
      'mutation($id: ID!, $o: ID!) { answerObjection(meetingId: $id, objectionId: $o, text: "Svar ikke på tryk") { id } }',
      { id, o: objection.id },
    );
    for (const name of ['anne', 'mads'] as const) await (await world.signIn(name)).ask(mutation('tapMinutes'), { id });
    await anne.ask(
      'mutation($id: ID!, $item: ID!) { amendMinutes(meetingId: $id, itemId: $item, text: "Planen hænger nu i alle lokaler") { id } }',
      { id, item: IDS.items[2] },
    );
    const { fingerprint } = (await anne.ask(READ, { id }))['minutes'];
    const pdf = await fetchPdf();
    expect(pdf.words).toContain('Godkendt af alle, der var til stede,');
    expect(pdf.words).toContain(fingerprint);
    expect(pdf.words).toContain('Planen hænger nu i alle lokaler');
    expect(pdf.words).not.toContain('på tryk');
    expect(`${pdf.words} ${pdf.title}`).not.toContain('Udkast');
    const place = (words: string) => pdf.words.indexOf(words);
    expect(place('Planen hænger nu')).toBeGreaterThan(place('3 Fælles undersøgelse'));
  });

  it('say of an action what was agreed then, and where it stands now', async () => {
    expect((await fetchPdf()).words).not.toContain('Aftalt ved mødet');
    await world.admin.query(`update action set state = 'TRIED' where id = $1`, [IDS.trial]);
    expect((await fetchPdf()).words).toContain('Aftalt ved mødet, afprøvet i dag');
  });
});
