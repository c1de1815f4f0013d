import type { ReactNode } from 'react';
import {
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  Label,
  Radio,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldFault } from './FieldFault.tsx';
import css from './choice.module.css';
import field from './field.module.css';

export interface RadioOption {
  value: string;
  label: ReactNode;
  detail?: ReactNode;
  /** Stands at the right end: a template's minutes, a picture of it. */
  aside?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps extends Omit<AriaRadioGroupProps, 'children' | 'className' | 'style'> {
  label: string;
  hideLabel?: boolean;
  options: readonly RadioOption[];
  hint?: ReactNode;
  fault?: string | undefined;
  /** `cards` gives each choice an edge, for choices with a description. */
  look?: 'plain' | 'cards';
  className?: string;
}

/** One of a few, all of them in view. */
export function RadioGroup({
  label,
  hideLabel,
  options,
  hint,
  fault,
  look = 'plain',
  className,
  ...rest
}: RadioGroupProps) {
  return (
    <AriaRadioGroup {...rest} className={cx(field.field, className)} isInvalid={Boolean(fault)}>
      <Label className={cx(field.label, hideLabel && field.hiddenLabel)}>{label}</Label>
      <div className={cx(css.list, look === 'cards' && css.cards)}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.disabled ?? false}
            className={cx(css.choice, look === 'cards' && css.card)}
          >
            <span className={css.dot} aria-hidden="true" />
            <span className={css.words}>
              {option.label}
              {option.detail && <span className={css.detail}>{option.detail}</span>}
            </span>
            {option.aside && <span className={css.aside}>{option.aside}</span>}
          </Radio>
        ))}
      </div>
      {hint && (
        <Text slot="description" className={field.hint!}>
          {hint}
        </Text>
      )}
      <FieldFault fault={fault} />
    </AriaRadioGroup>
  );
}
