import { mergeNotes } from '#domain/merge-note.ts';

/** A note as one writer has it: what the field shows, and the server's text it stands on. */
export interface NoteDraft {
  text: string;
  base: string;
  version: number;
  /** Sent and not answered yet. */
  sending: string | null;
  /** Somebody wrote in the same place: theirs stands beside mine until I put them together. */
  theirs: { text: string; version: number } | null;
  /** A text the server refused, and why; it isn't sent again until it changes. */
  refused: { text: string; problem: string | null } | null;
}

export type NoteEvent =
  | { what: 'typed'; text: string }
  | { what: 'server has'; text: string; version: number }
  | { what: 'sending' }
  | { what: 'saved'; text: string; version: number }
  | { what: 'stale'; text: string; version: number }
  | { what: 'refused'; problem: string | null }
  | { what: 'not reached' }
  | { what: 'put together' };

export const newNote = (text: string, version: number): NoteDraft => ({
  text,
  base: text,
  version,
  sending: null,
  theirs: null,
  refused: null,
});

/** Words that only this device has. */
export const isUnsaved = (draft: NoteDraft): boolean => draft.text !== draft.base;

export const maySend = (draft: NoteDraft): boolean =>
  isUnsaved(draft) && draft.sending === null && draft.theirs === null && draft.refused?.text !== draft.text;

/** No event drops a word that somebody wrote (note-draft.spec.ts). */
export function nextNote(draft: NoteDraft, event: NoteEvent): NoteDraft {
  switch (event.what) {
    case 'typed':
      return { ...draft, text: event.text };
    case 'sending':
      return { ...draft, sending: draft.text };
    case 'saved':
    case 'stale':
      return { ...taken(draft, event.text, event.version), sending: null };
    case 'server has':
      return taken(draft, event.text, event.version);
    case 'refused':
      return { ...draft, sending: null, refused: { text: draft.sending ?? draft.text, problem: event.problem } };
    case 'not reached':
      return { ...draft, sending: null };
    case 'put together': {
      if (!draft.theirs) return draft;
      const { text } = mergeNotes(draft.base, draft.text, draft.theirs.text);
      return { ...draft, text, base: draft.theirs.text, version: draft.theirs.version, theirs: null };
    }
  }
}

/** The server has a newer text: taken when it is mine or I have written nothing, put together when it lies apart, else kept beside mine. */
function taken(draft: NoteDraft, text: string, version: number): NoteDraft {
  const newest = draft.theirs?.version ?? draft.version;
  if (version < newest || (version === newest && draft.theirs === null && text === draft.base)) return draft;
  if (text === draft.text) return { ...draft, base: text, version, theirs: null };
  if (text === draft.sending) return { ...draft, base: text, version, theirs: null };
  if (!isUnsaved(draft)) return { ...draft, text, base: text, version, theirs: null };
  const merged = mergeNotes(draft.base, draft.text, text);
  if (merged.apart) return { ...draft, text: merged.text, base: text, version, theirs: null };
  return { ...draft, theirs: { text, version } };
}
