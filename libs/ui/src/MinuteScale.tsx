import { cx } from './cx.ts';
import css from './MinuteScale.module.css';

export interface MinuteScaleProps {
  /** The picture in words: "5 minutter tilbage af 12". */
  label: string;
  /** How many minutes the scale shows, one cell each. */
  minutes: number;
  /** How many of them have gone. More than `minutes` adds cells after the planned end. */
  spent: number;
  /** Where the end was planned, in minutes, when it isn't the scale's own end. */
  planned?: number | undefined;
  /** `large` is for a shared screen. */
  size?: 'small' | 'large';
  className?: string;
}

/** Minutes as a chart's neatline: one cell a minute, filled when gone. Always in ink, never in the accent. */
export function MinuteScale({ label, minutes, spent, planned, size = 'small', className }: MinuteScaleProps) {
  const end = planned ?? minutes;
  const cells = Math.max(1, Math.round(Math.max(minutes, spent)));
  return (
    <div className={cx(css.scale, css[size], className)} role="img" aria-label={label}>
      {Array.from({ length: cells }, (_, minute) => (
        <span
          key={minute}
          className={css.cell}
          data-spent={minute < spent || undefined}
          data-end={(minute + 1 === end && cells > end) || undefined}
        />
      ))}
    </div>
  );
}
