import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { noteOfText } from '#domain/note-doc.ts';

/**
 * Puts an earlier text in after what stands in the note: a person's ordinary edit, with its own step of undo. Nothing that stands
 * there is touched, so no colleague's word can go by it.
 */
export function putBack(editor: Editor, text: string): void {
  const { doc } = editor.state;
  const blocks = noteOfText(text).content ?? [];
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
