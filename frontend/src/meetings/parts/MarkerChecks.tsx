import { useIntl } from 'react-intl';
import { Checkbox } from '#ui/Checkbox.tsx';
import { MarkerName } from '#ui/MarkerGlyph.tsx';
import type { MeetingData } from './meeting.documents.ts';

/** The markers that something can be about, each with its glyph; ticked and unticked one at a time. */
export function MarkerChecks({
  choices,
  chosen,
  isDisabled = false,
  isReadOnly = false,
  onChange,
}: {
  choices: MeetingData['markerChoices'];
  chosen: readonly string[];
  /** For somebody who may not choose. */
  isDisabled?: boolean;
  /** While a choice is on its way. Not disabled: that would take the focus out of it. */
  isReadOnly?: boolean;
  /** @param ids all that are chosen then */
  onChange: (ids: string[]) => void;
}) {
  const intl = useIntl();
  return choices.map((marker) => (
    <Checkbox
      key={marker.id}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      isSelected={chosen.includes(marker.id)}
      onChange={(on) => onChange(on ? [...chosen, marker.id] : chosen.filter((one) => one !== marker.id))}
    >
      <MarkerName
        slot={marker.slot}
        number={marker.position}
        name={marker.shortTitle}
        spoken={intl.formatMessage(
          { id: 'plan.marker.spoken', defaultMessage: 'Pejlemærke {number}' },
          { number: marker.position },
        )}
      />
    </Checkbox>
  ));
}
