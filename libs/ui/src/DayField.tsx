import type { CalendarDate, Time } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label, TimeField } from 'react-aria-components';
import css from './DayField.module.css';
import { FieldFault } from './FieldFault.tsx';

interface Shared {
  label: string;
  fault?: string | undefined;
  className?: string | undefined;
}

const Parts = () => (
  <DateInput className={css.input!}>
    {(segment) => <DateSegment segment={segment} className={css.segment!} />}
  </DateInput>
);

/** A day, typed or stepped part by part. An unfinished day changes nothing. */
export function DayField({
  label,
  value,
  onChange,
  fault,
}: Shared & { value: CalendarDate; onChange: (day: CalendarDate) => void }) {
  return (
    <DateField
      className={css.field!}
      granularity="day"
      shouldForceLeadingZeros
      value={value}
      isInvalid={Boolean(fault)}
      onChange={(day) => day && onChange(day)}
    >
      <Label className={css.label!}>{label}</Label>
      <Parts />
      <FieldFault fault={fault} />
    </DateField>
  );
}

/** A clock of twenty-four hours. */
export function ClockField({ label, value, onChange }: Shared & { value: Time; onChange: (time: Time) => void }) {
  return (
    <TimeField
      className={css.field!}
      hourCycle={24}
      shouldForceLeadingZeros
      value={value}
      onChange={(time) => time && onChange(time)}
    >
      <Label className={css.label!}>{label}</Label>
      <Parts />
    </TimeField>
  );
}
