import { DateField, DateInput, DateSegment, Label, TimeField } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { LONGEST_MEETING, SHORTEST_MEETING } from '#inputs/meeting-plan.ts';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import css from './SlotFields.module.css';
import { startOf, type Slot } from './slot.ts';
import { weekOf, weekdayWords } from './parts/meeting-time.ts';

/** Day, clock and minutes, each typed or stepped; the week is said beside them. */
export function SlotFields({
  slot,
  onChange,
  fault,
}: {
  slot: Slot;
  onChange: (slot: Slot) => void;
  fault?: string | undefined;
}) {
  const intl = useIntl();
  return (
    <div className={css.whole}>
      <div className={css.fields}>
        <DateField
          className={css.field!}
          granularity="day"
          shouldForceLeadingZeros
          value={slot.day}
          onChange={(day) => day && onChange({ ...slot, day })}
        >
          <Label className={css.label!}>{intl.formatMessage({ id: 'plan.slot.day', defaultMessage: 'Dag' })}</Label>
          <DateInput className={css.input!}>
            {(segment) => <DateSegment segment={segment} className={css.segment!} />}
          </DateInput>
        </DateField>
        <TimeField
          className={css.field!}
          hourCycle={24}
          shouldForceLeadingZeros
          value={slot.time}
          onChange={(time) => time && onChange({ ...slot, time })}
        >
          <Label className={css.label!}>
            {intl.formatMessage({ id: 'plan.slot.time', defaultMessage: 'Klokken' })}
          </Label>
          <DateInput className={css.input!}>
            {(segment) => <DateSegment segment={segment} className={css.segment!} />}
          </DateInput>
        </TimeField>
        <NumberStepper
          showLabel
          label={intl.formatMessage({ id: 'plan.slot.duration', defaultMessage: 'Varighed' })}
          unit={intl.formatMessage({ id: 'plan.min', defaultMessage: 'min' })}
          lessLabel={intl.formatMessage({ id: 'plan.slot.less', defaultMessage: 'Fem minutter kortere' })}
          moreLabel={intl.formatMessage({ id: 'plan.slot.more', defaultMessage: 'Fem minutter længere' })}
          value={slot.durationMin}
          minValue={SHORTEST_MEETING}
          maxValue={LONGEST_MEETING}
          step={5}
          onChange={(durationMin) => Number.isInteger(durationMin) && onChange({ ...slot, durationMin })}
        />
      </div>
      <p className="small ink2">
        {intl.formatMessage(
          { id: 'plan.slot.week', defaultMessage: '{weekday} i uge {week}' },
          { weekday: weekdayWords(intl, startOf(slot)), week: weekOf(startOf(slot)) },
        )}
      </p>
      {fault && (
        <p className={css.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
