import type { ReactNode } from 'react';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './Link.module.css';

export interface LinkProps extends Omit<AriaLinkProps, 'children' | 'className' | 'style'> {
  /** `text` is underlined; `plain` takes the colour of its surroundings and is underlined on hover (titles, rows). */
  look?: 'text' | 'plain';
  /** Grows the touch area to 44 px without moving the line it stands on. */
  roomy?: boolean;
  className?: string;
  children: ReactNode;
}

/** A link. Inside the app it goes through React Aria's RouterProvider; without `href` it is a button in a link's clothes. */
export function Link({ look = 'text', roomy, className, children, ...rest }: LinkProps) {
  return (
    <AriaLink {...rest} className={cx(css.link, css[look], roomy && css.roomy, className)}>
      {children}
    </AriaLink>
  );
}
