import { useIntl } from 'react-intl';
import { NumberStepper } from '#ui/NumberStepper.tsx';

/** A step's minutes in a template's form. */
export function StepMinutes({
  label,
  showLabel,
  number,
  most,
  value,
  onChange,
}: {
  label: string;
  showLabel?: boolean;
  number: number;
  most: number;
  value: number;
  onChange: (minutes: number) => void;
}) {
  const intl = useIntl();
  return (
    <NumberStepper
      quiet={!showLabel}
      showLabel={showLabel ?? false}
      label={label}
      unit={intl.formatMessage({ id: 'plan.min', defaultMessage: 'min' })}
      lessLabel={intl.formatMessage(
        { id: 'template.step.less', defaultMessage: 'Et minut mindre til trin {number}' },
        { number },
      )}
      moreLabel={intl.formatMessage(
        { id: 'template.step.moreTime', defaultMessage: 'Et minut mere til trin {number}' },
        { number },
      )}
      minValue={1}
      maxValue={most}
      value={value}
      onChange={(minutes) => {
        if (Number.isInteger(minutes)) onChange(minutes);
      }}
    />
  );
}
