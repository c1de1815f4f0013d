import type { ReactElement, ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './Menu.module.css';
import own from './Popover.module.css';

export interface PopoverProps {
  /** The panel's accessible name. */
  label: string;
  /** The button that opens it: a Button or an IconButton. */
  trigger: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  placement?: 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'top end';
  /** Given a way to close itself. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small floating panel beside its button. */
export function Popover({ label, trigger, isOpen, onOpenChange, placement = 'bottom start', children }: PopoverProps) {
  return (
    <DialogTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <AriaPopover className={cx(css.popover, own.panel)} offset={6} placement={placement}>
        <Dialog aria-label={label} className={own.inside!}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
