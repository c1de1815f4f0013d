import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './choice.module.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  detail?: ReactNode;
  className?: string;
}

/** On or off, at once. The knob's place and its filling say the same, so that colour isn't alone. */
export function Switch({ children, detail, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={cx(css.choice, className)}>
      <span className={css.track} aria-hidden="true">
        <span className={css.knob} />
      </span>
      <span className={css.words}>
        {children}
        {detail && <span className={css.detail}>{detail}</span>}
      </span>
    </AriaSwitch>
  );
}
