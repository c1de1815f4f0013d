import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Gapcursor, Placeholder } from '@tiptap/extensions';
import { isSafeAddress } from '#domain/note-doc.ts';
import { NOTE_ROOT } from '#live-protocol/notes.ts';
import { cprMarks } from './note-cpr.ts';
import { mention } from './note-mention.ts';
import type { NoteSync } from './note-sync.ts';

export interface NoteEditorWords {
  placeholder: string;
  /** What a screen reader calls the box of a line. */
  checkbox: (line: string) => string;
  caretClass: string;
  caretLabelClass: string;
  cprClass: string;
  mentionClass: string;
}

/**
 * What a note may hold: paragraphs, headings, lists, checklists, quotes, simple tables, links, colleagues by name. Whatever else is pasted from Word or
 * Google Docs falls away, and its words stay. Undo is one's own alone.
 */
export function noteExtensions(sync: NoteSync, words: NoteEditorWords): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    HardBreak,
    // Right beneath the item's title, or the fold's: a level is not skipped.
    Heading.configure({ levels: [3], HTMLAttributes: { 'aria-level': '2' } }),
    Bold,
    Italic,
    BulletList,
    OrderedList,
    ListItem,
    TaskList,
    TaskItem.configure({ nested: true, a11y: { checkboxLabel: (node) => words.checkbox(node.textContent) } }),
    ListKeymap,
    Blockquote,
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    Link.configure({
      openOnClick: false,
      isAllowedUri: (address) => isSafeAddress(address),
      HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
    }),
    mention(words.mentionClass),
    Gapcursor,
    Placeholder.configure({ placeholder: words.placeholder }),
    Collaboration.configure({ document: sync.doc, field: NOTE_ROOT }),
    CollaborationCaret.configure({
      provider: sync,
      user: {},
      render: (user) => caret(user, words),
      // Others' selections are not drawn: on a projector they are unrest. Where they write is enough.
      selectionRender: () => ({}),
    }),
    cprMarks(words.cprClass),
  ];
}

function caret(user: Record<string, unknown>, words: NoteEditorWords): HTMLElement {
  const mark = document.createElement('span');
  mark.className = words.caretClass;
  mark.setAttribute('aria-hidden', 'true');
  mark.dataset['caret'] = String(user['clientId'] ?? '');
  mark.toggleAttribute('data-rests', user['rests'] === true);
  // Not as `color`: the extension lets hexadecimal colours through only, and these follow the theme.
  mark.style.setProperty('--caret', String(user['ink'] ?? 'var(--ink-2)'));
  const label = document.createElement('span');
  label.className = words.caretLabelClass;
  label.textContent = String(user['initials'] ?? user['name'] ?? '');
  label.title = String(user['name'] ?? '');
  mark.append(label);
  return mark;
}
