import { FormattedMessage, useIntl } from 'react-intl';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { Sheet } from '#ui/Dialog.tsx';
import { Stack } from '#ui/Stack.tsx';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { MarkerChecks } from './parts/MarkerChecks.tsx';
import { kindWords } from './parts/meeting-words.ts';
import { DraftField } from './parts/DraftField.tsx';
import type { Plan } from './use-plan.ts';

/** What a row has no room for: how it is done, and which markers it is about. */
export function ItemSheet({
  item,
  meeting,
  plan,
  onClose,
}: {
  item: ItemData;
  meeting: MeetingData;
  plan: Plan;
  onClose: () => void;
}) {
  const intl = useIntl();
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={item.title}
      kicker={kindWords(intl, item.kind)}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
    >
      <Stack gap={5}>
        <DraftField
          label={intl.formatMessage({ id: 'plan.item.guidance', defaultMessage: 'Sådan' })}
          aside={intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
          hint={intl.formatMessage({
            id: 'plan.item.guidance.hint',
            defaultMessage: 'Står under overskriften på den fælles skærm.',
          })}
          field="guidance"
          rows={4}
          value={item.guidance}
          rule={{ max: TEXT_LIMITS.paragraph }}
          save={(text, seen) => plan.saveItemText(item, 'guidance', text, seen)}
        />
        <Stack gap={2}>
          <h3>
            <FormattedMessage id="plan.item.markers" defaultMessage="Pejlemærker" />
          </h3>
          <MarkerChecks
            choices={meeting.markerChoices}
            chosen={item.markers.map((marker) => marker.id)}
            onChange={(ids) => void plan.setItemMarkers(item, ids)}
          />
        </Stack>
      </Stack>
    </Sheet>
  );
}
