import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { noteOfText, type NoteNode } from '#domain/note-doc.ts';
import { shownNote } from '#domain/note-shown.ts';
import type { NoteVersion } from './NoteHistory.tsx';

/** What was written, as it may be written again: whom it named stands as words, for nobody is named by an old text. */
function writable(node: NoteNode): NoteNode {
  if (node.type === 'mention') return { type: 'text', text: `@${String(node.attrs?.['name'] ?? '')}` };
  return {
    ...node,
    ...(node.type === 'heading' ? { attrs: { level: 3 } } : {}),
    ...(node.content ? { content: node.content.map(writable) } : {}),
  };
}

const blocksOf = ({ doc, text }: Pick<NoteVersion, 'doc' | 'text'>): NoteNode[] => {
  const note = (doc as NoteNode | null)?.type === 'doc' ? writable(shownNote(doc as NoteNode)) : noteOfText(text);
  return note.content ?? [];
};

/**
 * Puts an earlier version in after what stands in the note, lists and tables and all: a person's ordinary edit, with its own step of
 * undo. Nothing that stands there is touched, so no colleague's word can go by it.
 */
export function putBack(editor: Editor, version: Pick<NoteVersion, 'doc' | 'text'>): void {
  const { doc } = editor.state;
  const blocks = blocksOf(version);
  if (blocks.length === 0) return;
  // What was typed just before is another step, also when it is less than half a second ago.
  (yUndoPluginKey.getState(editor.state) as { undoManager?: Y.UndoManager } | undefined)?.undoManager?.stopCapturing();
  const last = doc.lastChild;
  const isBlank = last?.type.name === 'paragraph' && last.content.size === 0;
  editor
    .chain()
    .focus('end')
    .insertContentAt(doc.content.size, [...(isBlank || doc.childCount === 0 ? [] : [{ type: 'paragraph' }]), ...blocks])
    .run();
}
