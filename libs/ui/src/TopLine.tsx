import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { Logo } from './Logo.tsx';
import type { NavEntry } from './SideBar.tsx';
import css from './TopLine.module.css';

export interface TopLineProps {
  label: string;
  home: string;
  entries: readonly NavEntry[];
  /** At the right end: SavedState, Initials, buttons. */
  aside?: ReactNode;
  /** On phones in place of the logo: the way back, and where one is. */
  back?: { href: string; label: string };
  title?: ReactNode;
  detail?: ReactNode;
}

/** Working surfaces' navigation: one line of 52 px with the same entries as the side bar. */
export function TopLine({ label, home, entries, aside, back, title, detail }: TopLineProps) {
  return (
    <div className={css.line} data-back={back ? '' : undefined}>
      <Link href={home} className={css.home!}>
        <Logo size="small" />
      </Link>
      {back && (
        <Link href={back.href} aria-label={back.label} className={css.back!}>
          <ChevronLeft aria-hidden />
        </Link>
      )}
      {title && (
        <p className={css.title}>
          <b>{title}</b>
          {detail && <span>{detail}</span>}
        </p>
      )}
      <nav aria-label={label} className={css.nav}>
        <ul className={css.list}>
          {entries.map((entry) => (
            <li key={entry.href}>
              <Link href={entry.href} className={css.entry!} {...(entry.current && { 'aria-current': 'page' })}>
                {entry.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {aside && <div className={css.aside}>{aside}</div>}
    </div>
  );
}
