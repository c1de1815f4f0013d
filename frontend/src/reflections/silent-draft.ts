import { mergeNotes } from '#domain/merge-note.ts';

/** One silent post as this device has it. */
export interface SilentDraft {
  id: string;
  /** The colleague it is written for, or null for one's own. */
  forPersonId: string | null;
  text: string;
  /** The server's text it stands on. */
  base: string;
  /** 0 until the server has it. */
  version: number;
  sending: string | null;
  /** Sent, and the answer never came: the server may have them all the same. */
  lost: readonly string[];
  /** A text the server refused, and why; it isn't sent again until it changes. */
  refused: { text: string; problem: string } | null;
}

export type SilentEvent =
  | { what: 'typed'; text: string }
  | { what: 'sending' }
  | { what: 'saved' }
  | { what: 'server has'; text: string; version: number }
  | { what: 'refused'; problem: string }
  | { what: 'not reached' };

export const newDraft = (id: string, forPersonId: string | null = null): SilentDraft => ({
  id,
  forPersonId,
  text: '',
  base: '',
  version: 0,
  sending: null,
  lost: [],
  refused: null,
});

/** Words that only this device has. */
export const isUnsaved = (draft: SilentDraft): boolean => draft.text !== draft.base;

export const maySend = (draft: SilentDraft): boolean =>
  isUnsaved(draft) && draft.sending === null && draft.refused?.text !== draft.text;

/** No event drops a word that was written, here or on another device of the same person (silent-draft.spec.ts). */
export function nextDraft(draft: SilentDraft, event: SilentEvent): SilentDraft {
  switch (event.what) {
    case 'typed':
      return { ...draft, text: event.text };
    case 'sending':
      return { ...draft, sending: draft.text };
    case 'saved':
      return draft.sending === null
        ? draft
        : { ...draft, base: draft.sending, version: draft.version + 1, sending: null, lost: [], refused: null };
    case 'server has':
      return taken(draft, event.text, event.version);
    case 'refused':
      return { ...draft, sending: null, refused: { text: draft.sending ?? draft.text, problem: event.problem } };
    case 'not reached':
      return { ...draft, sending: null, lost: draft.sending === null ? draft.lost : [...draft.lost, draft.sending] };
  }
}

/** Another device of mine wrote: both texts are kept, put together line by line. */
function taken(draft: SilentDraft, text: string, version: number): SilentDraft {
  // What is on its way comes back as the server's before its answer does; the answer settles it.
  if (version <= draft.version || text === draft.sending) return draft;
  // My own words come back: what I have written since stands on them.
  if (draft.lost.includes(text)) return { ...draft, base: text, version, lost: [] };
  return { ...draft, text: mergeNotes(draft.base, draft.text, text).text, base: text, version };
}
