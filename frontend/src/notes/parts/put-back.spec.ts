import { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { afterEach, describe, expect, it } from 'vitest';
import { noteExtensions } from './note-extensions.ts';
import type { NoteSync } from './note-sync.ts';
import { putBack } from './put-back.ts';

const WORDS = {
  placeholder: '',
  checkbox: () => '',
  caretClass: 'a',
  caretLabelClass: 'b',
  cprClass: 'c',
  mentionClass: 'd',
};

const opened: Editor[] = [];
/** An editor looks at its page a moment after each change; one that is closed looks no more, and the page may go. */
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

function openNote(html: string): Editor {
  const doc = new Y.Doc();
  const sync = { doc, awareness: new Awareness(doc) } as unknown as NoteSync;
  const editor = new Editor({ extensions: noteExtensions(sync, WORDS), injectCSS: false });
  editor.commands.setContent(html);
  opened.push(editor);
  return editor;
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const EARLIER = {
  text: 'ignored where the shape is there',
  doc: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Det så vi' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Ro ved døren')] }] },
      {
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph('Sig det til 5.b')] }],
      },
      {
        type: 'paragraph',
        content: [
          {
            type: 'mention',
            attrs: { id: '0197a000-0000-7000-8000-000000000001', name: 'Mads Juhl' },
          },
          { type: 'text', text: ' tager tavlen', marks: [{ type: 'bold' }] },
        ],
      },
    ],
  },
};

describe('an earlier version that is put back', () => {
  it('stands after what is there, as it was written: heading, lists, ticks and weight', () => {
    const editor = openNote('<p>Det står her</p>');
    putBack(editor, EARLIER);
    const blocks = editor.getJSON().content.map(({ type }) => type);
    expect(blocks.filter((type, n) => type !== 'paragraph' || n === 0)).toEqual([
      'paragraph',
      'heading',
      'bulletList',
      'taskList',
    ]);
    const html = editor.getHTML();
    expect(html).toMatch(/^<p>Det står her<\/p>/);
    expect(html).toMatch(/<h3[^>]*>Det så vi<\/h3>/);
    expect(html).toMatch(/data-checked="true"/);
    expect(html).toContain('<strong> tager tavlen</strong>');
  });

  it('names nobody: whom it named stands as words', () => {
    const editor = openNote('<p>Det står her</p>');
    putBack(editor, EARLIER);
    expect(JSON.stringify(editor.getJSON())).not.toContain('mention');
    expect(editor.getText()).toContain('@Mads Juhl tager tavlen');
  });

  it('is taken out whole by one undo, and what stood there stays', () => {
    const editor = openNote('<p>Det står her</p>');
    putBack(editor, EARLIER);
    editor.commands.undo();
    expect(editor.getText().trim()).toBe('Det står her');
  });

  it('is its text where only that was kept', () => {
    const editor = openNote('<p></p>');
    putBack(editor, { doc: null, text: 'Første linje\nAnden linje' });
    expect(editor.getText({ blockSeparator: '\n' }).trim()).toBe('Første linje\nAnden linje');
  });
});
