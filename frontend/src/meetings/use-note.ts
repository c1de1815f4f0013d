import { useCallback, useEffect, useReducer, useRef } from 'react';
import { problemIn, TEXT_LIMITS } from '#domain/text-rules.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { SAVE_NOTE } from './live.documents.ts';
import { isUnsaved, maySend, newNote, nextNote, type NoteDraft } from './note-draft.ts';

const AFTER_LAST_KEY_MS = 600;

interface Kept {
  text: string;
  base: string;
  version: number;
}

const keyOf = (personId: string, itemId: string) => `pejling.note.${personId}.${itemId}`;

function kept(key: string): Kept | null {
  try {
    const value = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
    return value && typeof value.text === 'string' ? value : null;
  } catch {
    return null;
  }
}

function keep(key: string, draft: NoteDraft): void {
  try {
    if (isUnsaved(draft))
      sessionStorage.setItem(
        key,
        JSON.stringify({ text: draft.text, base: draft.base, version: draft.version } satisfies Kept),
      );
    else sessionStorage.removeItem(key);
  } catch {
    // A device that keeps nothing still has the text in the field.
  }
}

/** Does this device hold words of mine for an item that the server has not? */
export const hasUnsavedNote = (personId: string, itemId: string): boolean => kept(keyOf(personId, itemId)) !== null;

export interface Note {
  draft: NoteDraft;
  problem: string | null;
  type: (text: string) => void;
  putTogether: () => void;
}

/**
 * An item's note in a field that saves itself. What is written stays on the device until the server has it, also through a reload and when
 * the room moves on in the middle of a word.
 */
export function useNote(item: { id: string; note: string; noteVersion: number }): Note {
  const viewer = useViewer();
  const key = keyOf(viewer.id, item.id);
  const [save] = useMutate(SAVE_NOTE, { again: true });
  const [draft, tell] = useReducer(nextNote, null, () => {
    const mine = kept(key);
    if (!mine) return newNote(item.note, item.noteVersion);
    return nextNote(
      { ...newNote(mine.base, mine.version), text: mine.text },
      { what: 'server has', text: item.note, version: item.noteVersion },
    );
  });
  const newest = useRef(draft);
  useEffect(() => {
    newest.current = draft;
    keep(key, draft);
  }, [key, draft]);
  useEffect(
    () => tell({ what: 'server has', text: item.note, version: item.noteVersion }),
    [item.note, item.noteVersion],
  );

  const itemId = item.id;
  const flush = useCallback(async () => {
    const now = newest.current;
    if (!maySend(now) || problemIn(now.text, { max: TEXT_LIMITS.note }) !== null) return;
    tell({ what: 'sending' });
    newest.current = nextNote(now, { what: 'sending' });
    const { error, refusal } = await save({ itemId, text: now.text, seen: now.version });
    if (!error) {
      const saved = nextNote(newest.current, { what: 'saved', text: now.text, version: now.version + 1 });
      newest.current = saved;
      keep(key, saved);
      return tell({ what: 'saved', text: now.text, version: now.version + 1 });
    }
    const { text, version } = (refusal?.code === 'CHANGED_MEANWHILE' ? refusal.current : {}) as {
      text?: string;
      version?: number;
    };
    if (text !== undefined && version !== undefined) return tell({ what: 'stale', text, version });
    if (refusal?.code === 'INPUT_REFUSED')
      return tell({ what: 'refused', problem: refusal.fields[0]?.problem ?? null });
    if (refusal) return tell({ what: 'refused', problem: refusal.code });
    return tell({ what: 'not reached' });
  }, [save, itemId, key]);

  const ready = maySend(draft);
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => void flush(), AFTER_LAST_KEY_MS);
    return () => clearTimeout(timer);
  }, [ready, draft.text, flush]);
  // The room moved on in the middle of a word: it is sent at once.
  useEffect(() => () => void flush(), [flush]);

  const wrong = problemIn(draft.text, { max: TEXT_LIMITS.note });
  return {
    draft,
    problem: wrong ?? (draft.refused?.text === draft.text ? (draft.refused.problem ?? 'INPUT_REFUSED') : null),
    type: (text) => tell({ what: 'typed', text }),
    putTogether: () => tell({ what: 'put together' }),
  };
}
