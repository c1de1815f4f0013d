import { FormattedMessage, useIntl } from 'react-intl';
import { closedOn, type ClosedDays } from '#domain/meeting-series.ts';
import { LONGEST_MEETING, SHORTEST_MEETING } from '#inputs/meeting-plan.ts';
import { ClockField, DayField } from '#ui/DayField.tsx';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import css from './SlotFields.module.css';
import { startOf, type Slot } from './slot.ts';
import { weekOf, weekdayWords } from './parts/meeting-time.ts';

/** Day, clock and minutes, each typed or stepped; the week is said beside them. */
export function SlotFields({
  slot,
  onChange,
  closed = [],
  fault,
}: {
  slot: Slot;
  onChange: (slot: Slot) => void;
  /** When the school is closed: said, not refused. */
  closed?: readonly ClosedDays[];
  fault?: string | undefined;
}) {
  const intl = useIntl();
  const holiday = closedOn(slot.day.toString(), closed);
  return (
    <div className={css.whole}>
      <div className={css.fields}>
        <DayField
          label={intl.formatMessage({ id: 'plan.slot.day', defaultMessage: 'Dag' })}
          value={slot.day}
          onChange={(day) => onChange({ ...slot, day })}
        />
        <ClockField
          label={intl.formatMessage({ id: 'plan.slot.time', defaultMessage: 'Klokken' })}
          value={slot.time}
          onChange={(time) => onChange({ ...slot, time })}
        />
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
        {holiday !== null && (
          <>
            {'. '}
            <FormattedMessage
              id="plan.slot.closed"
              defaultMessage="<b>{name}</b>: I kan godt mødes, men skolen holder lukket."
              values={{ name: holiday, b: (words) => <b>{words}</b> }}
            />
          </>
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
