import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { Button, type ButtonSize, type ButtonVariant } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import css from './Menu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  detail?: string | undefined;
  icon?: ReactNode;
  /** Goes somewhere instead of calling `onAction`. */
  href?: string | undefined;
  disabled?: boolean;
  danger?: boolean;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
}

interface MenuProps {
  label: string;
  entries?: readonly MenuEntry[];
  groups?: readonly MenuGroup[];
  onAction?: (id: string) => void;
}

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      href={entry.href}
      isDisabled={entry.disabled ?? false}
      className={entry.danger ? `${css.item} ${css.danger}` : css.item!}
    >
      {entry.icon}
      <span className={css.words}>
        <span>{entry.label}</span>
        {entry.detail && <span className={css.detail}>{entry.detail}</span>}
      </span>
    </MenuItem>
  );
}

function MenuPopover({ label, entries = [], groups = [], onAction }: MenuProps) {
  return (
    <Popover className={css.popover!} offset={4}>
      <AriaMenu aria-label={label} className={css.list!} onAction={(key) => onAction?.(String(key))}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
        {groups.map((group, index) => (
          <MenuSection key={group.id} aria-label={group.title ?? label}>
            {(index > 0 || entries.length > 0) && <Separator className={css.separator!} />}
            {group.title && <Header className={css.title!}>{group.title}</Header>}
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  );
}

export interface MenuButtonProps extends MenuProps {
  /** The button's words; `label` is the menu's accessible name and, with `icon` alone, the button's too. */
  children?: ReactNode;
  /** `label` names the button too: it begins with the button's words and says whose it is, where several say the same. */
  namesButton?: boolean;
  icon?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  isDisabled?: boolean;
  className?: string;
}

/** A button that opens a menu. With `children` it has words and a chevron; with `icon` alone it is an IconButton. */
export function MenuButton({
  children,
  namesButton,
  icon,
  variant = 'quiet',
  size,
  isDisabled,
  className,
  ...menu
}: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children ? (
        <Button
          aria-label={namesButton ? menu.label : undefined}
          variant={variant}
          size={size}
          icon={icon}
          iconAfter={<ChevronDown aria-hidden />}
          isDisabled={isDisabled ?? false}
          className={className}
        >
          {children}
        </Button>
      ) : (
        <IconButton
          label={menu.label}
          icon={icon}
          size={size === 'small' ? 'small' : 'medium'}
          isDisabled={isDisabled ?? false}
          className={className}
        />
      )}
      <MenuPopover {...menu} />
    </MenuTrigger>
  );
}
