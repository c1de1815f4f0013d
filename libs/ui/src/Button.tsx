import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface Look {
  /** At most one `primary` on a screen. `danger` only for what cannot be undone. */
  variant?: ButtonVariant;
  /** `small` is compact under a mouse and 44 px under a finger; `large` is the thumb's button on a phone. */
  size?: ButtonSize;
  icon?: ReactNode;
  /** An icon after the words (an arrow onwards, a chevron). */
  iconAfter?: ReactNode;
  /** Fills the width it is given. */
  wide?: boolean;
  className?: string;
  children: ReactNode;
}

export interface ButtonProps extends Look, Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  /** Being carried out: stays focusable, answers to nothing, and says so to a screen reader through `aria-busy`. */
  pending?: boolean;
  /** For giving the focus back. */
  buttonRef?: Ref<HTMLButtonElement>;
}

function lookClass({ variant = 'secondary', size = 'medium', wide, className }: Omit<Look, 'children'>): string {
  return cx(css.button, css[variant], css[size], wide && css.wide, className);
}

/** A button whose words say the result: "Indkald teamet", not "OK". */
export function Button({
  variant,
  size,
  icon,
  iconAfter,
  wide,
  className,
  pending,
  buttonRef,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={lookClass({ variant, size, wide, className })}
      ref={buttonRef}
      // React Aria's own announcement of `isPending` stays behind, nameless, when the button goes away with its answer.
      {...(pending && { 'aria-disabled': true, 'aria-busy': true, onPress: () => undefined, type: 'button' as const })}
      data-busy={pending || undefined}
    >
      {icon}
      <span className={css.words}>{children}</span>
      {iconAfter}
    </AriaButton>
  );
}

export interface ButtonLinkProps extends Look {
  href: string;
  target?: string;
  download?: boolean | string;
}

/** A link that looks like a button: it goes somewhere instead of doing something. */
export function ButtonLink({ variant, size, icon, iconAfter, wide, className, children, ...rest }: ButtonLinkProps) {
  return (
    <AriaLink {...rest} className={lookClass({ variant, size, wide, className })}>
      {icon}
      <span className={css.words}>{children}</span>
      {iconAfter}
    </AriaLink>
  );
}
