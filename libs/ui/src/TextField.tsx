import type { ReactNode, Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldFault } from './FieldFault.tsx';
import css from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  /** The label is read aloud but not drawn; only where a heading right above says the same. */
  hideLabel?: boolean;
  /** Quiet words at the label's right end: "Skriv ikke elevnavne". */
  aside?: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do. Its presence marks the field as invalid. */
  fault?: string | undefined;
  placeholder?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  aside,
  hint,
  fault,
  placeholder,
  className,
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={cx(css.field, className)} isInvalid={Boolean(fault) || Boolean(rest.isInvalid)}>
      <div className={cx(css.top, hideLabel && css.hiddenLabel)}>
        <Label className={css.label!}>{label}</Label>
        {aside && <span className={css.aside}>{aside}</span>}
      </div>
      <Input className={css.input!} placeholder={placeholder} ref={inputRef} />
      {hint && (
        <Text slot="description" className={css.hint!}>
          {hint}
        </Text>
      )}
      <FieldFault fault={fault} />
    </AriaTextField>
  );
}
