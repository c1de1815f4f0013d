import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Banner.module.css';

export interface BannerProps {
  tone?: 'info' | 'ok' | 'warn' | 'danger';
  /** The word beside the icon, so that colour is never alone: "Ingen forbindelse". */
  title: ReactNode;
  /** What is safe, and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: OctagonAlert };

/** A message in the page's flow. It isn't a live region itself: announce through LiveRegion where that is due. */
export function Banner({ tone = 'info', title, children, actions, className }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div className={cx(css.banner, css[tone], className)}>
      <Icon aria-hidden className={css.icon} />
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        {children && <div className={css.text}>{children}</div>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
