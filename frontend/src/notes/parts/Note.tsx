import { lazy, Suspense } from 'react';
import css from './NoteEditor.module.css';
import type { NoteEditorProps } from './NoteEditor.tsx';

// The editor is larger than the page around it: it comes when a note is first shown.
const NoteEditor = lazy(() => import('./NoteEditor.tsx'));

/** A note to read at once and to write in a moment later. */
export function Note(props: NoteEditorProps) {
  return (
    <Suspense
      fallback={
        <section className={css.note} aria-label={props.label}>
          <p className={css.label} aria-hidden>
            {props.label}
          </p>
          <p className={`notes ${css.text}`}>{props.text}</p>
        </section>
      }
    >
      <NoteEditor key={props.noteId} {...props} />
    </Suspense>
  );
}
