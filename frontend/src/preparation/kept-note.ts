import type { KeptDraft } from '../meetings/parts/DraftField.tsx';

const keyOf = (personId: string, meetingId: string) => `pejling.preparation.${personId}.${meetingId}`;

/** Words of mine that this device has and the server has not; of this person alone. */
export function keptNote(personId: string, meetingId: string): KeptDraft | null {
  try {
    const value = JSON.parse(sessionStorage.getItem(keyOf(personId, meetingId)) ?? 'null') as KeptDraft | null;
    return typeof value?.text === 'string' && typeof value.base === 'string'
      ? { text: value.text, base: value.base }
      : null;
  } catch {
    return null;
  }
}

/** Keeps what is not stored yet, through a reload and until it is. */
export function keepNote(personId: string, meetingId: string, kept: KeptDraft | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(personId, meetingId), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(personId, meetingId));
  } catch {
    // A device that keeps nothing still has the text in the field.
  }
}
