import { useEffect, useState } from 'react';
import { cx } from './cx.ts';
import css from './Skeleton.module.css';

export interface SkeletonProps {
  /** Read aloud once it shows: "Henter ugen". */
  label: string;
  lines?: number;
  /** Milliseconds before anything shows; most loads are over by then. */
  delay?: number;
  className?: string;
}

/** Still lines where text will come, on the first load only, and only when it takes longer than 300 ms. */
export function Skeleton({ label, lines = 4, delay = 300, className }: SkeletonProps) {
  const [late, setLate] = useState(delay <= 0);
  useEffect(() => {
    if (delay <= 0) return undefined;
    const timer = setTimeout(() => setLate(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return (
    <div className={cx(css.skeleton, className)} role="status" aria-label={late ? label : undefined}>
      {late && Array.from({ length: lines }, (_, line) => <span key={line} className={css.line} aria-hidden="true" />)}
    </div>
  );
}
