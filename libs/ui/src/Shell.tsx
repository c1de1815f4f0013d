import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Shell.module.css';

interface ShellProps {
  /** A SkipLink. */
  skip?: ReactNode;
  /** A BottomBar, shown on phones. */
  bottom?: ReactNode;
  children: ReactNode;
}

export interface CalmShellProps extends ShellProps {
  /** A SideBar. */
  side: ReactNode;
  /** A Footer for phones; wide screens have it at the side bar's foot. */
  footer?: ReactNode;
}

/** The frame of calm pages: side bar, content, and on phones the bottom bar. Holds `<main id="main">`. */
export function CalmShell({ skip, side, bottom, footer, children }: CalmShellProps) {
  return (
    <div className={css.calm}>
      {skip}
      <div className={css.side}>{side}</div>
      <main id="main" tabIndex={-1} className={css.calmMain}>
        {children}
      </main>
      {footer && <div className={css.phoneFooter}>{footer}</div>}
      {bottom}
    </div>
  );
}

export interface WorkShellProps extends ShellProps {
  /** A TopLine. */
  top: ReactNode;
  /** A bar that stays at the bottom edge: a meeting's next step. */
  foot?: ReactNode;
  footer?: ReactNode;
  /** `full` leaves out the gutters, for surfaces that divide the whole width themselves. */
  width?: 'full' | 'page' | 'sheet';
}

/** The frame of working surfaces: top line, the whole width, and a foot. Holds `<main id="main">`. */
export function WorkShell({ skip, top, foot, bottom, footer, width = 'full', children }: WorkShellProps) {
  return (
    <div className={css.work}>
      {skip}
      <header className={css.top}>{top}</header>
      <main id="main" tabIndex={-1} className={cx(css.workMain, css[width])}>
        {children}
      </main>
      {foot && <div className={css.foot}>{foot}</div>}
      {footer}
      {bottom}
    </div>
  );
}
