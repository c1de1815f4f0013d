import { Ellipsis } from 'lucide-react';
import { Button, Link, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { MenuEntry } from './Menu.tsx';
import menu from './Menu.module.css';
import type { NavEntry } from './SideBar.tsx';
import css from './BottomBar.module.css';

export interface BottomBarProps {
  label: string;
  /** The first four are shown. */
  entries: readonly NavEntry[];
  moreLabel: string;
  /** What "Mere" holds: the remaining entries, search, the person, the footer's links. */
  more: readonly MenuEntry[];
  onMore?: (id: string) => void;
}

/** Phones' navigation: four named entries and "Mere". Hidden from 48rem up. */
export function BottomBar({ label, entries, moreLabel, more, onMore }: BottomBarProps) {
  return (
    <nav aria-label={label} className={css.bar}>
      <ul className={css.list}>
        {entries.slice(0, 4).map((entry) => (
          <li key={entry.href}>
            <Link href={entry.href} className={css.entry!} {...(entry.current && { 'aria-current': 'page' })}>
              {entry.icon}
              <span>{entry.label}</span>
            </Link>
          </li>
        ))}
        <li>
          <MenuTrigger>
            <Button className={css.entry!}>
              <Ellipsis aria-hidden />
              <span>{moreLabel}</span>
            </Button>
            <Popover className={menu.popover!} placement="top end" offset={8}>
              <Menu aria-label={moreLabel} className={menu.list!} onAction={(key) => onMore?.(String(key))}>
                {more.map((entry) => (
                  <MenuItem
                    key={entry.id}
                    id={entry.id}
                    href={entry.href}
                    textValue={entry.label}
                    className={menu.item!}
                  >
                    {entry.icon}
                    <span className={menu.words}>{entry.label}</span>
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        </li>
      </ul>
    </nav>
  );
}
