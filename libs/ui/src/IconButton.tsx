import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { cx } from './cx.ts';
import css from './IconButton.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** The accessible name; also the tooltip, so that a sighted person with a mouse reads the same word. */
  label: string;
  icon: ReactNode;
  size?: 'small' | 'medium';
  /** Draws the edge also at rest. */
  edged?: boolean;
  className?: string;
}

/** A button with a picture alone. Use it only where the picture is known (arrows, close, search); otherwise use Button. */
export function IconButton({ label, icon, size = 'medium', edged, className, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      <AriaButton {...rest} aria-label={label} className={cx(css.button, css[size], edged && css.edged, className)}>
        {icon}
      </AriaButton>
      <Tooltip className={css.tip!} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
