import { describe, expect, it } from 'vitest';
import { isMention, noteHtml, noteText, textsOfNote, type NoteNode } from '../src/note-doc.ts';

const ID = 'ab010190-1234-4000-8000-000000000000';
const mentioned = (attrs: Record<string, string>): NoteNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }],
});

describe('a mention in a note', () => {
  it.each([
    [{ id: 'x', name: 'Anne' }],
    [{ id: ID, name: '' }],
    [{ id: ID, name: 'a'.repeat(121) }],
    [{ id: ID, name: 'a\nb' }],
    [{ id: ID, name: null }],
    [{ id: null, name: 'Anne' }],
  ])('is none: %o', (attrs) => expect(isMention(attrs)).toBe(false));

  it('reads as its name, and as words in HTML', () => {
    const doc = mentioned({ id: ID, name: '<b>Anne' });
    expect(noteText(doc)).toBe('@<b>Anne');
    expect(noteHtml(doc)).toBe('<p>@&lt;b&gt;Anne</p>');
  });

  it('its id is not read for numbers; what only says that it is an id is', () => {
    expect(textsOfNote(mentioned({ id: ID, name: 'Anne' }))).toEqual(['Anne']);
    expect(textsOfNote(mentioned({ id: '010190-1234', name: 'Anne' }))).toContain('010190-1234');
  });
});
