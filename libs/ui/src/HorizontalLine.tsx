import { cx } from './cx.ts';
import type { MarkState } from './Pejlelinje.tsx';
import css from './HorizontalLine.module.css';

export interface LineMark {
  id: string;
  /** Where on the line, 0 to 1. */
  at: number;
  state: Exclude<MarkState, 'none'>;
}

export interface HorizontalLineProps {
  /** The picture in words: "Punkt 2 af 8, slutter kl. 15.33, planlagt kl. 15.30". */
  label: string;
  marks: readonly LineMark[];
  /** How much of the time has gone, 0 to 1. */
  progress?: number;
  /** A small tick under the line where it was planned to end, 0 to 1. */
  planned?: number;
  startWords?: string;
  endWords?: string;
  className?: string;
}

/** The hour as a lying pejlelinje, its marks spaced by minutes. */
export function HorizontalLine({
  label,
  marks,
  progress,
  planned,
  startWords,
  endWords,
  className,
}: HorizontalLineProps) {
  return (
    <div className={cx(css.wrap, className)} role="img" aria-label={label}>
      <div className={css.line}>
        {progress !== undefined && <span className={css.past} style={{ inlineSize: `${progress * 100}%` }} />}
        {planned !== undefined && <span className={css.planned} style={{ insetInlineStart: `${planned * 100}%` }} />}
        {marks.map((mark) => (
          <span
            key={mark.id}
            className={css.mark}
            data-state={mark.state}
            style={{ insetInlineStart: `${mark.at * 100}%` }}
          />
        ))}
        <span className={css.end} />
      </div>
      {(startWords || endWords) && (
        <div className={css.words}>
          <span>{startWords}</span>
          <span>{endWords}</span>
        </div>
      )}
    </div>
  );
}

export interface PhaseStep {
  id: string;
  label: string;
  state: Exclude<MarkState, 'none'>;
}

/** Named phases on a lying line; stands up where there isn't room for the names. */
export function PhaseLine({
  label,
  steps,
  className,
}: {
  label: string;
  steps: readonly PhaseStep[];
  className?: string;
}) {
  return (
    <div className={cx(css.phases, className)}>
      <ol className={css.steps} aria-label={label}>
        {steps.map((step) => (
          <li
            key={step.id}
            className={css.step}
            data-state={step.state}
            {...(step.state === 'current' && { 'aria-current': 'step' as const })}
          >
            <span className={css.mark} data-state={step.state} aria-hidden="true" />
            <span className={css.stepWords}>{step.label}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
