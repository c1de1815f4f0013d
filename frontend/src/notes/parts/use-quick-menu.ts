import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { matching, quickQuery, type QuickQuery } from './quick-query.ts';

/** No more than fit without scrolling: another letter makes them fewer. */
const MOST_OPTIONS = 9;

/** Something the menu offers: an element, a tool, a colleague. */
export interface QuickOption {
  id: string;
  label: string;
  /** Called when the typed words are gone. */
  act: (editor: Editor) => void;
}

/** Where in the document the typed words stand. */
interface Place extends QuickQuery {
  from: number;
  to: number;
}

export interface QuickMenuState {
  place: Place | null;
  options: readonly QuickOption[];
  at: number;
  choose: (option: QuickOption) => void;
  /** Handed to the editor: true when the key was the menu's. */
  keys: RefObject<(event: KeyboardEvent) => boolean>;
}

function placeIn(editor: Editor): Place | null {
  const { selection } = editor.state;
  const { $from, empty, from } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\uFFFC', '\uFFFC');
  const found = quickQuery(before);
  return found && { ...found, from: from - found.length, to: from };
}

/**
 * Follows what one types oneself: the menu opens at a `/` or an `@`, and never because a colleague wrote one or the caret came by.
 * The focus stays in the text.
 */
export function useQuickMenu(
  editor: Editor | null,
  offered: Record<'/' | '@', readonly QuickOption[]>,
): QuickMenuState {
  const [place, setPlace] = useState<Place | null>(null);
  const [at, setAt] = useState(0);
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false);
  useEffect(() => {
    if (!editor) return;
    const follow = ({ transaction }: { transaction: { docChanged: boolean; getMeta: (key: never) => unknown } }) => {
      const isMine = transaction.docChanged && transaction.getMeta(ySyncPluginKey as never) === undefined;
      const found = editor.isEditable ? placeIn(editor) : null;
      setPlace((open) => (found && (open || isMine) ? found : null));
      if (isMine) setAt(0);
    };
    const away = () => setPlace(null);
    editor.on('transaction', follow as never);
    editor.on('blur', away);
    return () => {
      editor.off('transaction', follow as never);
      editor.off('blur', away);
    };
  }, [editor]);
  const options = place ? matching(offered[place.trigger], place.words).slice(0, MOST_OPTIONS) : [];
  const choose = (option: QuickOption) => {
    if (!editor || !place) return;
    setPlace(null);
    editor.chain().focus().deleteRange({ from: place.from, to: place.to }).run();
    option.act(editor);
  };
  const chosen = Math.min(at, options.length - 1);
  useEffect(() => {
    keys.current = (event) => {
      if (options.length === 0 || event.isComposing) return false;
      switch (event.key) {
        case 'ArrowDown':
          setAt((chosen + 1) % options.length);
          return true;
        case 'ArrowUp':
          setAt((chosen + options.length - 1) % options.length);
          return true;
        case 'Enter':
        case 'Tab':
          choose(options[chosen]!);
          return true;
        case 'Escape':
          setPlace(null);
          return true;
        default:
          return false;
      }
    };
  });
  return { place: options.length > 0 ? place : null, options, at: chosen, choose, keys };
}
