import { useCallback, useEffect, useReducer, useState } from 'react';
import { problemIn, type TextProblem, type TextRule } from '#domain/text-rules.ts';
import type { Mutated } from '../live/parts/use-mutate.ts';
import { isDirty, keptDraft, maySend, nextDraft, type FieldDraft, type KeptDraft } from './field-draft.ts';

export interface FieldDraftOptions {
  /** What the server has. */
  value: string;
  rule?: TextRule;
  /** Sends the text, and what it was before it was changed. */
  save: (text: string, seen: string) => Promise<Mutated<unknown>>;
  /** The field's name in a refusal's `current`. */
  field: string;
  /** How long after the last key it is saved by itself, in ms. */
  delay?: number;
  /** Words that this device has and the server has not, from before the page was loaded. */
  kept?: KeptDraft | null | undefined;
  /** Told what is not saved yet, and null when all is. */
  onUnsaved?: ((kept: KeptDraft | null) => void) | undefined;
}

export interface DraftedField {
  draft: FieldDraft;
  problem: TextProblem | string | null;
  type: (text: string) => void;
  /** Saves now: on leaving the field. */
  flush: () => void;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** A field that saves itself, and keeps one's words when somebody else changes the same. */
export function useFieldDraft({
  value,
  rule,
  save,
  field,
  delay = 700,
  kept = null,
  onUnsaved,
}: FieldDraftOptions): DraftedField {
  const [draft, tell] = useReducer(nextDraft, null, () => keptDraft(kept, value));
  const [known, setKnown] = useState(value);
  const [refused, setRefused] = useState<{ text: string; problem: string | null } | null>(null);
  if (known !== value) {
    setKnown(value);
    tell({ what: 'server has', text: value });
  }
  const wrong = rule ? problemIn(draft.text, rule) : null;
  const ready = maySend(draft) && wrong === null && refused?.text !== draft.text;

  const flush = useCallback(async () => {
    if (!ready) return;
    tell({ what: 'sending' });
    const { error, refusal } = await save(draft.text, draft.base);
    if (!error) return tell({ what: 'saved' });
    const current = refusal?.code === 'CHANGED_MEANWHILE' ? refusal.current[field] : undefined;
    if (current !== undefined) return tell({ what: 'refused as stale', current: String(current ?? '') });
    tell({ what: 'not saved' });
    setRefused({ text: draft.text, problem: refusal?.fields[0]?.problem ?? null });
  }, [ready, save, draft.text, draft.base, field]);

  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => void flush(), delay);
    return () => clearTimeout(timer);
  }, [ready, flush, delay]);

  const { text, base } = draft;
  const unsaved = isDirty(draft);
  useEffect(() => onUnsaved?.(unsaved ? { text, base } : null), [onUnsaved, unsaved, text, base]);

  return {
    draft,
    problem: wrong ?? (refused?.text === draft.text ? refused.problem : null),
    type: (text) => tell({ what: 'typed', text }),
    flush: () => void flush(),
    keepMine: () => tell({ what: 'keep mine' }),
    takeTheirs: () => tell({ what: 'take theirs' }),
  };
}
