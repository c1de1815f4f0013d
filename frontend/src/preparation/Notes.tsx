import css from './Preparation.module.css';
import type { NoteData } from './parts/preparation.documents.ts';

/** What each has written, by name. */
export function Notes({ notes }: { notes: readonly NoteData[] }) {
  return (
    <dl className={css.notes}>
      {notes.map((note) => (
        <div key={note.id}>
          <dt>{note.person?.displayName}</dt>
          <dd>{note.text}</dd>
        </div>
      ))}
    </dl>
  );
}
