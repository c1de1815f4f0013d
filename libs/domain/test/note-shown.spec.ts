import { describe, expect, it } from 'vitest';
import { noteText, type NoteNode } from '#domain/note-doc.ts';
import { shownNote } from '#domain/note-shown.ts';

const text = (words: string, ...marks: NonNullable<NoteNode['marks']>): NoteNode => ({
  type: 'text',
  text: words,
  marks,
});
const paragraph = (...content: NoteNode[]): NoteNode => ({ type: 'paragraph', content });
const doc = (...content: NoteNode[]): NoteNode => ({ type: 'doc', content });
const link = (href: string | null) => ({ type: 'link', attrs: { href, onclick: 'alert(1)', class: 'x' } });

const HOSTILE_ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'vbscript:msgbox(1)',
  'blob:https://pejling.dk/1',
  'file:///etc/passwd',
  '//ond.dk',
  '/log-ud',
  'https://',
  'https://a.dk/ onmouseover=alert(1)',
  '',
  null,
];

describe('a note as it is shown', () => {
  it.each(HOSTILE_ADDRESSES)('follows no link to %j, and keeps its words', (href) => {
    const shown = shownNote(doc(paragraph(text('Læs her', link(href)))));
    expect(shown).toEqual(doc({ type: 'paragraph', content: [{ type: 'text', text: 'Læs her' }] }));
  });

  it('keeps a safe link, and nothing of it but its address', () => {
    for (const href of ['https://emu.dk/plf?a=1#b', 'http://skolen.dk', 'mailto:anne@skolen.dk'])
      expect(shownNote(doc(paragraph(text('Læs', link(href))))).content![0]!.content).toEqual([
        { type: 'text', text: 'Læs', marks: [{ type: 'link', attrs: { href } }] },
      ]);
  });

  it('knows no element, mark or attribute that a note has not, and keeps the words in them', () => {
    const shown = shownNote(
      doc(
        { type: 'script', content: [text('alert(1)')] },
        { type: 'iframe', attrs: { src: 'https://ond.dk' }, content: [paragraph(text('ramme'))] },
        { type: 'paragraph', attrs: { onclick: 'x', style: 'x' }, content: [text('klik', { type: 'onerror' })] },
        { type: '__proto__', content: [text('arv')] },
      ),
    );
    expect(shown).toEqual(
      doc(
        ...['alert(1)', 'ramme', 'klik', 'arv'].map((words) => ({
          type: 'paragraph',
          content: [{ type: 'text', text: words }],
        })),
      ),
    );
  });

  it('puts what stands astray in a list or a table where it may stand', () => {
    const shown = shownNote(
      doc(
        { type: 'bulletList', content: [paragraph(text('uden punkt'))] },
        { type: 'table', content: [{ type: 'tableCell', content: [paragraph(text('uden række'))] }] },
        { type: 'listItem', content: [paragraph(text('uden liste'))] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [text('uden tabel')] }] },
      ),
    );
    expect(shown.content!.map((block) => block.type)).toEqual(['bulletList', 'table', 'paragraph', 'paragraph']);
    expect(shown.content![0]!.content![0]!.type).toBe('listItem');
    expect(shown.content![1]!.content![0]).toMatchObject({ type: 'tableRow', content: [{ type: 'tableCell' }] });
    for (const words of ['uden punkt', 'uden række', 'uden liste', 'uden tabel'])
      expect(noteText(shown)).toContain(words);
  });

  it('stands in a hundred levels of quotes as flat as in twelve, without losing a word', () => {
    let deep: NoteNode = paragraph(text('dybt nede'));
    for (let n = 0; n < 100; n += 1) deep = { type: 'blockquote', content: [deep] };
    const shown = shownNote(doc(deep));
    expect(noteText(shown)).toContain('dybt nede');
    expect(JSON.stringify(shown).split('blockquote')).toHaveLength(13);
  });

  it('keeps what a team writes: headings, lists, checks, quotes, tables', () => {
    const note = doc(
      { type: 'heading', content: [{ type: 'text', text: 'Set' }] },
      {
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { checked: true }, content: [paragraph({ type: 'text', text: 'Sig det' })] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph({ type: 'text', text: 'Tredje' })] }],
      },
      { type: 'blockquote', content: [paragraph({ type: 'text', text: 'Sagt af en elev' }, { type: 'hardBreak' })] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph({ type: 'text', text: 'Uge' })] }] },
        ],
      },
      paragraph({ type: 'mention', attrs: { name: 'Mads Juhl' } }),
    );
    expect(shownNote(note)).toEqual(note);
    expect(shownNote(shownNote(note))).toEqual(shownNote(note));
  });

  it('keeps of a mention the name it had then, not whose it was', () => {
    const mention = (attrs: Record<string, string>) => doc(paragraph({ type: 'mention', attrs }));
    expect(shownNote(mention({ id: '0193a1b2-0000-7000-8000-000000000001', name: 'Mads Juhl' }))).toEqual(
      mention({ name: 'Mads Juhl' }),
    );
  });
});
