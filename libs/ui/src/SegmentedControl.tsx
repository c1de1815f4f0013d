import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './SegmentedControl.module.css';

export interface Segment {
  id: string;
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface SegmentedControlProps {
  label: string;
  segments: readonly Segment[];
  /** The chosen segment's id, or null while nothing is chosen yet. */
  value: string | null;
  onChange: (id: string) => void;
  isDisabled?: boolean;
  /** Fills its width, and stacks where the words don't fit side by side. */
  wide?: boolean;
  /** A sign or three each, as figures are: in one row also on the smallest phone, and then there may be five. */
  short?: boolean;
  className?: string;
}

/** One of two to four, in one tap: Fasthold, Justér, Stop. The chosen one is filled and carries a check. */
export function SegmentedControl({
  label,
  segments,
  value,
  onChange,
  isDisabled,
  wide,
  short,
  className,
}: SegmentedControlProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys: Set<Key>) => {
        const [chosen] = keys;
        if (chosen !== undefined && chosen !== value) onChange(String(chosen));
      }}
      isDisabled={isDisabled ?? false}
      className={cx(css.group, wide && css.wide, short && css.short, className)}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} isDisabled={segment.disabled ?? false} className={css.segment!}>
          {({ isSelected }) => (
            <>
              {isSelected ? <Check aria-hidden /> : segment.icon}
              <span>{segment.label}</span>
            </>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
