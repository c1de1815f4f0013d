import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField, type NumberFieldProps } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './NumberStepper.module.css';

export interface NumberStepperProps extends Omit<NumberFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  /** Drawn above; otherwise the label is only read aloud, as in a row that says what it is. */
  showLabel?: boolean;
  /** Stands after the number: "min". */
  unit?: string;
  lessLabel: string;
  moreLabel: string;
  /** No edge until the row, or the stepper, is hovered or has focus. */
  quiet?: boolean;
  className?: string;
}

/** A whole number with a button on each side. Arrow keys and typing work too. */
export function NumberStepper({
  label,
  showLabel,
  unit,
  lessLabel,
  moreLabel,
  quiet,
  className,
  ...rest
}: NumberStepperProps) {
  return (
    <NumberField {...rest} aria-label={label} className={cx(css.field, quiet && css.quiet, className)}>
      {showLabel && <Label className={css.label!}>{label}</Label>}
      <Group className={css.group!}>
        <Button slot="decrement" aria-label={lessLabel} className={css.step!}>
          <Minus aria-hidden />
        </Button>
        <span className={css.value}>
          <Input className={css.input!} />
          {unit && (
            <span className={css.unit} aria-hidden="true">
              {unit}
            </span>
          )}
        </span>
        <Button slot="increment" aria-label={moreLabel} className={css.step!}>
          <Plus aria-hidden />
        </Button>
      </Group>
    </NumberField>
  );
}
