import type { Editor } from '@tiptap/core';
import {
  Bold,
  Heading,
  History,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  Quote,
  Redo2,
  Table2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { IntlShape } from 'react-intl';

/** Something the toolbar and the menu at the caret both do. */
export interface Tool {
  id: string;
  icon: LucideIcon;
  label: string;
  isOn?: (editor: Editor) => boolean;
  act: (editor: Editor) => void;
}

/** What a tool makes of the words one stands in: a decision, an action, the item's marker. */
export interface NoteThing {
  id: string;
  label: string;
  icon: ReactNode;
  /** @param words the selection, or the block that the caret stands in */
  make: (words: string) => void;
}

/** In the toolbar's order. @param onHistory absent for those who may not read what the note said before */
export function noteTools(intl: IntlShape, onLink: () => void, onHistory?: () => void): Tool[] {
  return [
    {
      id: 'heading',
      icon: Heading,
      label: intl.formatMessage({ id: 'notes.tool.heading', defaultMessage: 'Overskrift' }),
      isOn: (editor) => editor.isActive('heading'),
      act: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    },
    {
      id: 'bold',
      icon: Bold,
      label: intl.formatMessage({ id: 'notes.tool.bold', defaultMessage: 'Fed' }),
      isOn: (editor) => editor.isActive('bold'),
      act: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      id: 'italic',
      icon: Italic,
      label: intl.formatMessage({ id: 'notes.tool.italic', defaultMessage: 'Kursiv' }),
      isOn: (editor) => editor.isActive('italic'),
      act: (editor) => editor.chain().focus().toggleItalic().run(),
    },
    {
      id: 'bullets',
      icon: List,
      label: intl.formatMessage({ id: 'notes.tool.bullets', defaultMessage: 'Punktliste' }),
      isOn: (editor) => editor.isActive('bulletList'),
      act: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      id: 'numbers',
      icon: ListOrdered,
      label: intl.formatMessage({ id: 'notes.tool.numbers', defaultMessage: 'Nummereret liste' }),
      isOn: (editor) => editor.isActive('orderedList'),
      act: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      id: 'checks',
      icon: ListChecks,
      label: intl.formatMessage({ id: 'notes.tool.checks', defaultMessage: 'Tjekliste' }),
      isOn: (editor) => editor.isActive('taskList'),
      act: (editor) => editor.chain().focus().toggleTaskList().run(),
    },
    {
      id: 'quote',
      icon: Quote,
      label: intl.formatMessage({ id: 'notes.tool.quote', defaultMessage: 'Citat' }),
      isOn: (editor) => editor.isActive('blockquote'),
      act: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
    {
      id: 'table',
      icon: Table2,
      label: intl.formatMessage({ id: 'notes.tool.table', defaultMessage: 'Tabel' }),
      isOn: (editor) => editor.isActive('table'),
      act: (editor) =>
        editor.isActive('table')
          ? editor.chain().focus().deleteTable().run()
          : editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
    },
    {
      id: 'link',
      icon: Link2,
      label: intl.formatMessage({ id: 'notes.tool.link', defaultMessage: 'Link' }),
      isOn: (editor) => editor.isActive('link'),
      act: onLink,
    },
    {
      id: 'undo',
      icon: Undo2,
      label: intl.formatMessage({ id: 'notes.tool.undo', defaultMessage: 'Fortryd mit eget' }),
      act: (editor) => editor.chain().focus().undo().run(),
    },
    {
      id: 'redo',
      icon: Redo2,
      label: intl.formatMessage({ id: 'notes.tool.redo', defaultMessage: 'Gør det igen' }),
      act: (editor) => editor.chain().focus().redo().run(),
    },
    ...(onHistory
      ? [
          {
            id: 'history',
            icon: History,
            label: intl.formatMessage({ id: 'notes.history', defaultMessage: 'Tidligere udgaver' }),
            act: onHistory,
          },
        ]
      : []),
  ];
}

/** The words a tool works on. */
export function wordsAtCaret({ state }: Editor): string {
  const { from, to, empty, $from } = state.selection;
  return (empty ? $from.parent.textContent : state.doc.textBetween(from, to, ' ')).trim();
}
