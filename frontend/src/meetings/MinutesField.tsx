import { useIntl } from 'react-intl';
import { NumberStepper } from '#ui/NumberStepper.tsx';
import type { ItemData } from './parts/meeting.documents.ts';
import type { Plan } from './use-plan.ts';
import { useFieldDraft } from './use-field-draft.ts';

const MOST = 240;

/** An item's minutes; quick taps are gathered before they are saved. */
export function MinutesField({
  item,
  number,
  plan,
  isDisabled,
}: {
  item: ItemData;
  number: number;
  plan: Plan;
  isDisabled: boolean;
}) {
  const intl = useIntl();
  const { draft, type, flush, takeTheirs } = useFieldDraft({
    value: String(item.plannedMin),
    field: 'plannedMin',
    delay: 250,
    save: (text, seen) => plan.saveMinutes(item, Number(text), Number(seen)),
  });
  // A number has no words to lose: the other's stands, and the bar above shows it.
  if (draft.theirs !== null) takeTheirs();
  return (
    <NumberStepper
      quiet
      label={intl.formatMessage({ id: 'plan.minutes', defaultMessage: 'Punkt {number}, minutter' }, { number })}
      unit={intl.formatMessage({ id: 'plan.min', defaultMessage: 'min' })}
      lessLabel={intl.formatMessage(
        { id: 'plan.minutes.less', defaultMessage: 'Et minut mindre til punkt {number}' },
        { number },
      )}
      moreLabel={intl.formatMessage(
        { id: 'plan.minutes.more', defaultMessage: 'Et minut mere til punkt {number}' },
        { number },
      )}
      minValue={1}
      maxValue={MOST}
      value={Number(draft.text)}
      onChange={(minutes) => {
        if (Number.isInteger(minutes)) type(String(minutes));
      }}
      onBlur={flush}
      isDisabled={isDisabled}
    />
  );
}
