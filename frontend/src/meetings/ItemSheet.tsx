import type { ReactNode } from 'react';
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
  mayPlan,
  material,
  onClose,
}: {
  item: ItemData;
  meeting: MeetingData;
  plan: Plan;
  mayPlan: boolean;
  /** Its files and links. */
  material?: ReactNode;
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
        {material}
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
          isReadOnly={!mayPlan}
        />
        <Stack gap={2}>
          <h3>
            <FormattedMessage id="plan.item.markers" defaultMessage="Pejlemærker" />
          </h3>
          <MarkerChecks
            choices={meeting.markerChoices}
            chosen={item.markers.map((marker) => marker.id)}
            isDisabled={!mayPlan}
            onChange={(ids) => void plan.setItemMarkers(item, ids)}
          />
        </Stack>
      </Stack>
    </Sheet>
  );
}
