import { cx } from './cx.ts';
import css from './Logo.module.css';

export interface LogoProps {
  size?: 'small' | 'medium' | 'large';
  /** The mark without the word. */
  markOnly?: boolean;
  className?: string;
}

/** Two sea-marks in line: overet, on course. */
export function Logo({ size = 'medium', markOnly, className }: LogoProps) {
  return (
    <span className={cx(css.logo, css[size], className)} {...(markOnly && { role: 'img', 'aria-label': 'Pejling' })}>
      <svg className={css.mark} viewBox="0 0 16 26" aria-hidden="true">
        <path className={css.staff} d="M8 .6v24.8" />
        <path className={css.filled} d="M8 3 12.8 11H3.2Z" />
        <path className={css.open} d="M8 23 3.2 15h9.6Z" />
      </svg>
      {!markOnly && <span>Pejling</span>}
    </span>
  );
}
