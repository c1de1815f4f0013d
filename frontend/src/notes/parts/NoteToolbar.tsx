import type { Editor } from '@tiptap/core';
import { useEffect, useReducer, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import css from './NoteEditor.module.css';
import { noteTools, wordsAtCaret, type NoteThing } from './note-tools.ts';

/** Visible buttons for all that the keys do too; Alt+F10 leads here from the text, Escape back. */
export function NoteToolbar({
  editor,
  things,
  onLink,
  onHistory,
}: {
  editor: Editor;
  things: readonly NoteThing[];
  onLink: () => void;
  onHistory?: (() => void) | undefined;
}) {
  const intl = useIntl();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    editor.on('transaction', redraw);
    return () => void editor.off('transaction', redraw);
  }, [editor]);
  return (
    <div
      role="toolbar"
      aria-label={intl.formatMessage({ id: 'notes.tools', defaultMessage: 'Værktøjer til noten' })}
      className={css.tools}
      onKeyDown={(event) => walk(event, editor)}
    >
      {noteTools(intl, onLink, onHistory).map(({ id, icon: Icon, label, isOn, act }, n) => (
        <button
          key={id}
          type="button"
          className={css.tool}
          aria-label={label}
          title={label}
          aria-pressed={isOn?.(editor)}
          tabIndex={n === 0 ? 0 : -1}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => act(editor)}
        >
          <Icon aria-hidden strokeWidth={1.75} />
        </button>
      ))}
      {things.length > 0 && <span className={css.split} aria-hidden />}
      {things.map(({ id, label, icon, make }) => (
        <button
          key={id}
          type="button"
          className={`${css.tool} ${css.words}`}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => make(wordsAtCaret(editor))}
        >
          {icon}
          {label}
        </button>
      ))}
    </div>
  );
}

/** Arrows go along the buttons, as in every toolbar (ARIA APG, toolbar). */
function walk(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    editor.commands.focus();
    return;
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : (at + step! + buttons.length) % buttons.length;
  event.preventDefault();
  buttons.at(to)?.focus();
}
