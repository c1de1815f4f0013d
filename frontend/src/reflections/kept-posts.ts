import { isUnsaved, type SilentDraft } from './silent-draft.ts';

const keyOf = (personId: string, writingId: string) => `pejling.silent.${personId}.${writingId}`;

/** Words of mine for a silent writing that this device has and the server has not. */
export function keptPosts(personId: string, writingId: string): SilentDraft[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(personId, writingId)) ?? '[]');
    if (!Array.isArray(value)) return [];
    return (value as SilentDraft[])
      .filter((one) => typeof one?.id === 'string' && typeof one.text === 'string' && typeof one.base === 'string')
      .map((one) => ({ ...one, sending: null, lost: [], refused: null }));
  } catch {
    return [];
  }
}

/** Keeps what is not stored yet, through a reload and until it is. */
export function keepPosts(personId: string, writingId: string, drafts: readonly SilentDraft[]): void {
  try {
    const unsaved = drafts.filter(isUnsaved);
    if (unsaved.length > 0) sessionStorage.setItem(keyOf(personId, writingId), JSON.stringify(unsaved));
    else sessionStorage.removeItem(keyOf(personId, writingId));
  } catch {
    // A device that keeps nothing still has the text in the field.
  }
}
