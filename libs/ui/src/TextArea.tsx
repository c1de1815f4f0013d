import type { ReactNode, Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Label,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldFault } from './FieldFault.tsx';
import area from './TextArea.module.css';
import css from './field.module.css';

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  hideLabel?: boolean;
  aside?: ReactNode;
  hint?: ReactNode;
  fault?: string | undefined;
  placeholder?: string;
  /** Lines shown when empty; the field then grows with the text and never scrolls inside itself. */
  rows?: number;
  /** `sheet` has no edge and the notes' larger type: for writing on a page instead of filling in a form. */
  look?: 'field' | 'sheet';
  className?: string;
  textRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows as it is written in. */
export function TextArea({
  label,
  hideLabel,
  aside,
  hint,
  fault,
  placeholder,
  rows = 3,
  look = 'field',
  className,
  textRef,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField {...rest} className={cx(css.field, className)} isInvalid={Boolean(fault) || Boolean(rest.isInvalid)}>
      <div className={cx(css.top, hideLabel && css.hiddenLabel)}>
        <Label className={css.label!}>{label}</Label>
        {aside && <span className={css.aside}>{aside}</span>}
      </div>
      <AriaTextArea
        className={look === 'sheet' ? area.sheet! : cx(css.input, area.area)}
        rows={rows}
        placeholder={placeholder}
        ref={textRef}
      />
      {hint && (
        <Text slot="description" className={css.hint!}>
          {hint}
        </Text>
      )}
      <FieldFault fault={fault} />
    </AriaTextField>
  );
}
