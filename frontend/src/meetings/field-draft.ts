/** A text that is being written while others may write the same. */
export interface FieldDraft {
  text: string;
  /** What the server had when this text was begun or last saved. */
  base: string;
  /** On its way to the server. */
  sending: string | null;
  /** What somebody else has written meanwhile; shown beside one's own until one chooses. */
  theirs: string | null;
}

export type FieldEvent =
  | { what: 'typed'; text: string }
  | { what: 'server has'; text: string }
  | { what: 'sending' }
  | { what: 'saved' }
  | { what: 'not saved' }
  | { what: 'refused as stale'; current: string }
  | { what: 'keep mine' }
  | { what: 'take theirs' };

export const newDraft = (text: string): FieldDraft => ({ text, base: text, sending: null, theirs: null });

/** Words that were not saved when the page went, and what the server had then. */
export type KeptDraft = Pick<FieldDraft, 'text' | 'base'>;

/** The draft a page begins with: what was kept goes on, and what the server has got meanwhile stands beside it. */
export const keptDraft = (kept: KeptDraft | null, text: string): FieldDraft =>
  kept === null ? newDraft(text) : nextDraft({ ...newDraft(kept.base), text: kept.text }, { what: 'server has', text });

export const isDirty = (draft: FieldDraft): boolean => draft.text !== draft.base;

/** Autosave may send: there is something new, nothing on its way, and no choice waiting. */
export const maySend = (draft: FieldDraft): boolean =>
  isDirty(draft) && draft.sending === null && draft.theirs === null;

/** What becomes of a draft. One's own words are never replaced but by oneself. */
export function nextDraft(draft: FieldDraft, event: FieldEvent): FieldDraft {
  switch (event.what) {
    case 'typed':
      return { ...draft, text: event.text };
    case 'server has':
      return serverHas(draft, event.text);
    case 'sending':
      return { ...draft, sending: draft.text };
    case 'saved':
      return { ...draft, base: draft.sending ?? draft.base, sending: null };
    case 'not saved':
      return { ...draft, sending: null };
    case 'refused as stale':
      return draft.text === event.current
        ? { ...draft, base: event.current, sending: null, theirs: null }
        : { ...draft, sending: null, theirs: event.current };
    case 'keep mine':
      return draft.theirs === null ? draft : { ...draft, base: draft.theirs, theirs: null };
    case 'take theirs':
      return draft.theirs === null ? draft : newDraft(draft.theirs);
  }
}

function serverHas(draft: FieldDraft, text: string): FieldDraft {
  if (text === draft.base && draft.theirs === null) return draft;
  // The echo of what is on its way: the answer itself settles it.
  if (text === draft.sending) return draft;
  if (text === draft.text) return { ...draft, base: text, theirs: null };
  if (!isDirty(draft)) return { ...newDraft(text), sending: draft.sending };
  return text === draft.base ? draft : { ...draft, theirs: text };
}
