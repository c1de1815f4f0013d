import type { CaretState } from './note-carets.ts';
import type { NoteSync } from './note-sync.ts';

/**
 * Keeps the carets that are drawn in an editor as they are: the editor draws one anew only where it has moved.
 * @returns a function that stops
 */
export function showRests(place: HTMLElement, { awareness }: Pick<NoteSync, 'awareness'>): () => void {
  const changed = () => {
    for (const mark of place.querySelectorAll<HTMLElement>('[data-caret]')) {
      const { user } = (awareness.states.get(Number(mark.dataset['caret'])) ?? {}) as CaretState;
      mark.toggleAttribute('data-rests', user?.rests === true);
    }
  };
  awareness.on('change', changed);
  return () => awareness.off('change', changed);
}
