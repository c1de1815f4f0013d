import { Check, CloudOff, RefreshCw } from 'lucide-react';
import { cx } from './cx.ts';
import css from './SavedState.module.css';

export interface SavedStateProps {
  state: 'saved' | 'saving' | 'offline';
  /** "Gemt hos alle kl. 14.52" / "Gemmer …" / "Ingen forbindelse. Kun gemt på denne enhed." */
  words: string;
  className?: string;
}

/** Where the text is. Takes the place of a save button; never covers the text. */
export function SavedState({ state, words, className }: SavedStateProps) {
  const Icon = { saved: Check, saving: RefreshCw, offline: CloudOff }[state];
  return (
    <span className={cx(css.state, css[state], className)}>
      <Icon aria-hidden />
      <span>{words}</span>
    </span>
  );
}
