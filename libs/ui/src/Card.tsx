import type { ReactNode } from 'react';
import { Button, Link } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './Card.module.css';

export interface CardProps {
  /** The element: an `article` stands for itself, a `li` is one of a list. */
  as?: 'article' | 'section' | 'li' | 'div';
  selected?: boolean;
  /** Takes the marker's tint at its inner edge: 1 to 8. */
  slot?: number | undefined;
  padding?: 'normal' | 'tight' | 'none';
  /** Usually a CardFoot; lies outside the padding, after a line. */
  foot?: ReactNode;
  labelledBy?: string;
  className?: string;
  children: ReactNode;
}

/** A sheet with an edge. */
export function Card({
  as: Element = 'article',
  selected,
  slot,
  padding = 'normal',
  foot,
  labelledBy,
  className,
  children,
}: CardProps) {
  return (
    <Element
      className={cx(css.card, className)}
      data-selected={selected || undefined}
      aria-labelledby={labelledBy}
      {...(slot !== undefined && {
        style: { borderBlockStartColor: `var(--marker-${slot})`, borderBlockStartWidth: '2px' },
      })}
    >
      <div className={css[padding]}>{children}</div>
      {foot}
    </Element>
  );
}

export interface FootAction {
  id: string;
  label: string;
  onPress?: () => void;
  href?: string;
  disabled?: boolean;
}

/** A card's foot of two or three equal actions, 48 px tall; the first is the one most often wanted. */
export function CardFoot({ actions, label }: { actions: readonly FootAction[]; label?: string }) {
  return (
    <div className={css.foot} role="group" aria-label={label} data-count={actions.length}>
      {actions.map((action) =>
        action.href ? (
          <Link key={action.id} href={action.href} isDisabled={action.disabled ?? false} className={css.action!}>
            {action.label}
          </Link>
        ) : (
          <Button
            key={action.id}
            {...(action.onPress && { onPress: action.onPress })}
            isDisabled={action.disabled ?? false}
            className={css.action!}
          >
            {action.label}
          </Button>
        ),
      )}
    </div>
  );
}
