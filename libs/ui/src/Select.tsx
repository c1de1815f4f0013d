import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldFault } from './FieldFault.tsx';
import field from './field.module.css';
import menu from './Menu.module.css';
import css from './Select.module.css';

export interface SelectOption {
  id: string;
  label: string;
  /** Quiet words under the label. */
  detail?: string | undefined;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps extends Omit<
  AriaSelectProps<SelectOption>,
  'children' | 'className' | 'style' | 'value' | 'onChange' | 'selectedKey' | 'onSelectionChange'
> {
  label: string;
  hideLabel?: boolean;
  options: readonly SelectOption[];
  /** The chosen option's id, or null for none. */
  value: string | null;
  onChange: (id: string) => void;
  hint?: ReactNode;
  fault?: string | undefined;
  /** `field` has an edge; `quiet` is text with a chevron, for rows and filters. */
  look?: 'field' | 'quiet';
  className?: string;
}

/** Chooses one of a known few. For more than about fifteen, search instead. */
export function Select({
  label,
  hideLabel,
  options,
  value,
  onChange,
  hint,
  fault,
  look = 'field',
  className,
  ...rest
}: SelectProps) {
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(String(key))}
      className={cx(field.field, css.select, className)}
      isInvalid={Boolean(fault)}
    >
      <Label className={cx(field.label, hideLabel && field.hiddenLabel)}>{label}</Label>
      <Button className={look === 'field' ? cx(field.input, css.button) : cx(css.button, css.quiet)}>
        <SelectValue className={css.value!}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      {hint && (
        <Text slot="description" className={field.hint!}>
          {hint}
        </Text>
      )}
      <FieldFault fault={fault} />
      <Popover className={menu.popover!} offset={4}>
        <ListBox items={options} className={menu.list!}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              isDisabled={option.disabled ?? false}
              className={menu.item!}
            >
              {({ isSelected }) => (
                <>
                  <span className={menu.mark}>{isSelected && <Check aria-hidden />}</span>
                  {option.icon}
                  <span className={menu.words}>
                    <span>{option.label}</span>
                    {option.detail && <span className={menu.detail}>{option.detail}</span>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
