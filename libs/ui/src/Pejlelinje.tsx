import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import css from './Pejlelinje.module.css';

/** `done` is filled, `current` ringed, `tocome` hollow, `none` a short stroke across the line (a day without anything). */
export type MarkState = 'done' | 'current' | 'tocome' | 'none';

export interface PejlelinjeProps {
  /** The list's accessible name. */
  label: string;
  /** The column before the line: `time` for "14.30", `day` for a weekday, `none` for no column. */
  lead?: 'none' | 'time' | 'day';
  /** `tight` for an agenda's rail, `open` for a history with text. */
  spacing?: 'tight' | 'normal' | 'open';
  className?: string;
  children: ReactNode;
}

/** The thin vertical line with marks on it: an agenda's spine, a week, an action's history. An ordered list. */
export function Pejlelinje({ label, lead = 'none', spacing = 'normal', className, children }: PejlelinjeProps) {
  return (
    <ol aria-label={label} className={cx(css.line, css[`lead-${lead}`], css[spacing], className)}>
      {children}
    </ol>
  );
}

export interface PejleMarkProps {
  state?: MarkState;
  /** What the mark means, read aloud before the content: "Færdigt", "Nu". */
  stateWords?: string | undefined;
  /** Came from the last time: a small tail from the side. */
  tail?: boolean;
  /** The line beside this entry is dashed: after the time is up, or an earlier action. */
  dashed?: boolean;
  /** A smaller mark, for the lesser entries of a history. */
  minor?: boolean;
  /** Stands on the line instead of a mark: a MarkerGlyph. */
  glyph?: ReactNode;
  lead?: ReactNode;
  /** Draws the entry as a selected row. */
  selected?: boolean;
  className?: string;
  children?: ReactNode;
}

/** The mark alone, for those who lay out their own rows (a draggable agenda). Put it in a grid cell of 2rem. */
export function Mark({
  state = 'tocome',
  tail,
  minor,
  glyph,
}: Pick<PejleMarkProps, 'state' | 'tail' | 'minor' | 'glyph'>) {
  return (
    <span
      className={css.mark}
      data-state={glyph ? 'glyph' : state}
      data-minor={minor || undefined}
      aria-hidden={!glyph}
    >
      {tail && <span className={css.tail} />}
      {glyph ?? <span className={css.dot} />}
    </span>
  );
}

/** One entry on the line. */
export function PejleMark({
  state = 'tocome',
  stateWords,
  tail,
  dashed,
  minor,
  glyph,
  lead,
  selected,
  className,
  children,
}: PejleMarkProps) {
  return (
    <li
      className={cx(css.entry, className)}
      data-dashed={dashed || undefined}
      data-selected={selected || undefined}
      data-state={state}
      {...(state === 'current' && { 'aria-current': 'step' as const })}
    >
      <span className={css.lead}>{lead}</span>
      <Mark state={state} tail={tail ?? false} minor={minor ?? false} glyph={glyph} />
      <div className={css.content}>
        {stateWords && <VisuallyHidden>{stateWords}: </VisuallyHidden>}
        {children}
      </div>
    </li>
  );
}

export interface SpineCellProps extends Pick<PejleMarkProps, 'state' | 'tail' | 'dashed' | 'minor' | 'glyph'> {
  first?: boolean;
  last?: boolean;
}

/** A row's own piece of the line, for lists that lay out their rows themselves. Let it stretch over the row's height. */
export function SpineCell({ first, last, dashed, ...mark }: SpineCellProps) {
  return (
    <span
      className={css.spine}
      data-first={first || undefined}
      data-last={last || undefined}
      data-dashed={dashed || undefined}
    >
      <Mark {...mark} />
    </span>
  );
}
