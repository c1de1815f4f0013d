import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Stack.module.css';

/** Steps of the 4 px scale: 4, 8, 12, 16, 24, 32, 48, 64. */
export type Space = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

type Holder = 'div' | 'section' | 'ul' | 'ol' | 'form' | 'header' | 'footer' | 'p' | 'span';

interface BoxProps {
  as?: Holder;
  gap?: Space;
  className?: string;
  children: ReactNode;
}

/** Things under each other, evenly spaced. */
export function Stack({ as: Element = 'div', gap = 4, className, children }: BoxProps) {
  return (
    <Element className={cx(css.stack, className)} data-gap={gap}>
      {children}
    </Element>
  );
}

export interface InlineProps extends BoxProps {
  align?: 'start' | 'center' | 'baseline' | 'end';
  justify?: 'start' | 'between' | 'end';
  wrap?: boolean;
}

/** Things beside each other; they wrap where there isn't room. */
export function Inline({
  as: Element = 'div',
  gap = 3,
  align = 'center',
  justify = 'start',
  wrap = true,
  className,
  children,
}: InlineProps) {
  return (
    <Element
      className={cx(css.inline, className)}
      data-gap={gap}
      data-align={align}
      data-justify={justify}
      data-wrap={wrap || undefined}
    >
      {children}
    </Element>
  );
}

/** The page's columns: one on a phone, then as many as fit with `min` rem each. */
export function Columns({ min = 18, gap = 5, className, children }: BoxProps & { min?: 14 | 18 | 22 | 28 }) {
  return (
    <div className={cx(css.columns, className)} data-min={min} data-gap={gap}>
      {children}
    </div>
  );
}
