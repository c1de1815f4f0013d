import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { fetchMinutes, held, holding, noted, paragraph, text, WHOLE_NOTE } from './fetched.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await held(world);
  await noted(world, IDS.items[0]!, WHOLE_NOTE);
});
afterAll(() => world.stop());

/** The parts of the file, each of them sound XML. */
async function fetchParts(): Promise<Record<string, string>> {
  const { status, bytes } = await fetchMinutes(anne, IDS.meeting, 'word');
  expect(status).toBe(200);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  const { JSDOM } = (await import('jsdom' as string)) as { JSDOM: new (html: string) => { window: any } };
  const { window } = new JSDOM('');
  return Object.fromEntries(
    parts.map(([name, part]) => {
      const xml = Buffer.from(part).toString('utf8');
      const parsed = new window.DOMParser().parseFromString(xml, 'application/xml');
      expect(parsed.querySelector('parsererror'), name).toBeNull();
      return [name, xml];
    }),
  );
}

const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)]
    .map(([run]) => run.slice(run.indexOf('>') + 1))
    .join('')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('minutes for Word', () => {
  it('are in Danish, and say whose they are', async () => {
    const parts = await fetchParts();
    expect(parts['word/styles.xml']).toContain('w:val="da-DK"');
    expect(parts['docProps/core.xml']).toContain('5. årgang');
    expect(parts['docProps/core.xml']).toMatch(/<dc:title>Udkast: Referat: /);
    expect(Object.values(parts).join('')).not.toContain('Un-named');
  });

  it('have headings, lists, a table with its header, and links, as Word has them', async () => {
    const xml = (await fetchParts())['word/document.xml']!;
    expect(xml.match(/w:val="Heading1"/g)).toHaveLength(1);
    const { rows } = await world.admin.query('select from agenda_item where meeting_id = $1', [IDS.meeting]);
    expect(xml.match(/w:val="Heading2"/g)!.length).toBeGreaterThanOrEqual(rows.length);
    expect(xml).toContain('w:val="Heading3"');
    expect(xml.match(/<w:numPr>/g)).toHaveLength(3);
    expect(xml.match(/<w:ilvl w:val="1"\/>/g)).toHaveLength(1);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:hyperlink');
  });

  it('say what the PDF says', async () => {
    const parts = await fetchParts();
    const words = wordsIn(parts['word/document.xml']!);
    for (const said of [
      'At undersøge *lektionsstart*',
      '25. november 2026, kl. 14.31–15.30',
      'Anne Kjær (mødeleder) og Mads Juhl',
      'Udkast. Referatet er ikke godkendt endnu',
      'Beslutning: Vi begynder ens',
      '☑ Sagt til 5.b',
      '☐ Skrive hjem',
      'Vi prøver',
      'Rødgrød med fløde på EMU',
    ])
      expect(words).toContain(said);
    expect(Object.entries(parts).find(([name]) => name.startsWith('word/header'))![1]).toContain('Udkast');
    expect(parts['word/_rels/document.xml.rels']).toContain('https://emu.dk/plf');
  });

  it('print hostile words as words, and can be opened', async () => {
    const hostile = '</w:t><w:p/>&#x0; <script> "x" ]]> 😀 日本 \u202evendt\u0007\u000b';
    await noted(world, IDS.items[2]!, holding('doc', paragraph(text(hostile)), paragraph(text('x'.repeat(5_000)))));
    const words = wordsIn((await fetchParts())['word/document.xml']!);
    expect(words).toContain('</w:t><w:p/>&#x0; <script> "x" ]]> 😀 日本 vendt');
    expect(words).toContain('x'.repeat(5_000));
  });
});
