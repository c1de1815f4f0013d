import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { Logo } from './Logo.tsx';
import css from './SideBar.module.css';

export interface NavEntry {
  href: string;
  label: string;
  /** One of NavIcons; a small ring stands in its place when left out. */
  icon?: ReactNode;
  current?: boolean;
}

export interface SideBarProps {
  /** The navigation's accessible name. */
  label: string;
  home: string;
  entries: readonly NavEntry[];
  /** More entries under a quiet title: "Mine team". */
  groups?: readonly { title: string; entries: readonly NavEntry[] }[];
  /** Over the entries: the search button. */
  search?: ReactNode;
  /** At the foot: the person, as a menu. */
  person?: ReactNode;
  /** The lowest: the footer's links. */
  foot?: ReactNode;
}

function Entries({ entries, label }: { entries: readonly NavEntry[]; label?: string }) {
  return (
    <ul className={css.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.href}>
          <Link href={entry.href} className={css.entry!} {...(entry.current && { 'aria-current': 'page' })}>
            <span className={css.icon}>{entry.icon ?? <span className={css.ring} />}</span>
            <span className={css.words}>{entry.label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Calm pages' navigation, 15rem at the left; hidden on phones, where BottomBar takes its place. */
export function SideBar({ label, home, entries, groups = [], search, person, foot }: SideBarProps) {
  return (
    <div className={css.bar}>
      <header>
        <Link href={home} className={css.home!}>
          <Logo />
        </Link>
      </header>
      {search && <div className={css.search}>{search}</div>}
      <nav aria-label={label}>
        <Entries entries={entries} />
        {groups.map((group) => (
          <div key={group.title}>
            <p className={css.title} aria-hidden="true">
              {group.title}
            </p>
            <Entries entries={group.entries} label={group.title} />
          </div>
        ))}
      </nav>
      <div className={css.low}>
        {person && <div className={css.person}>{person}</div>}
        {foot && <div className={css.foot}>{foot}</div>}
      </div>
    </div>
  );
}
