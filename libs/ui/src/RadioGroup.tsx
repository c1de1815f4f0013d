import { useId, type ReactNode } from 'react';
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
  /** The heading that it stands under, with those beside it that say the same. */
  under?: string | undefined;
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
        {groupsOf(options).map(({ under, members }, n) => (
          <Together key={n} under={under}>
            {members.map((option) => (
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
          </Together>
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

interface Group {
  under: string | undefined;
  members: RadioOption[];
}

/** Neighbours that stand under one heading. */
function groupsOf(options: readonly RadioOption[]): Group[] {
  const groups: Group[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.under === option.under) last.members.push(option);
    else groups.push({ under: option.under, members: [option] });
  }
  return groups;
}

function Together({ under, children }: { under: string | undefined; children: ReactNode }) {
  const id = useId();
  if (under === undefined) return children;
  return (
    <div role="group" aria-labelledby={id} className={css.together}>
      <p id={id} className={css.under}>
        {under}
      </p>
      {children}
    </div>
  );
}
