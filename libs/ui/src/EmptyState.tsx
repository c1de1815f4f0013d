import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './EmptyState.module.css';

export interface EmptyStateProps {
  /** One sentence, in the serif: "Hvad vil I gerne undersøge sammen?" */
  sentence: ReactNode;
  /** One more line, quietly. */
  detail?: ReactNode;
  /** The button that does the first step. */
  action?: ReactNode;
  /** A look at an example. */
  example?: ReactNode;
  /** `quiet` is a line of still text, for an empty column. */
  look?: 'page' | 'quiet';
  className?: string;
}

/** Nothing here yet: one sentence and the first step. */
export function EmptyState({ sentence, detail, action, example, look = 'page', className }: EmptyStateProps) {
  if (look === 'quiet') {
    return (
      <div className={cx(css.quiet, className)}>
        <p>{sentence}</p>
        {action}
      </div>
    );
  }
  return (
    <div className={cx(css.empty, className)}>
      <svg className={css.line} viewBox="0 0 12 72" aria-hidden="true">
        <path d="M6 0v27M6 45v27" />
        <circle cx="6" cy="36" r="5" />
      </svg>
      <div className={css.words}>
        <p className={css.sentence}>{sentence}</p>
        {detail && <p className={css.detail}>{detail}</p>}
        {(action || example) && (
          <div className={css.actions}>
            {action}
            {example}
          </div>
        )}
      </div>
    </div>
  );
}
