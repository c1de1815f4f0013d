import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './choice.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  detail?: ReactNode;
  className?: string;
}

/** One yes or no that takes effect together with others (a form). For one that takes effect at once, use Switch. */
export function Checkbox({ children, detail, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={cx(css.choice, className)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={css.box} aria-hidden="true">
            {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
          </span>
          <span className={css.words}>
            {children}
            {detail && <span className={css.detail}>{detail}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
