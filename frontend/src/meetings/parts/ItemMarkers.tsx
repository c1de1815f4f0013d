import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Stack } from '#ui/Stack.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { CHANGE_ITEM } from '../plan.documents.ts';
import { MarkerChecks } from './MarkerChecks.tsx';
import type { ItemData, MeetingData } from './meeting.documents.ts';

/** What the item turned out to be about, while the room is at it: its markers, seen by everybody at once. */
export function ItemMarkers({ meeting, item, onClose }: { meeting: MeetingData; item: ItemData; onClose: () => void }) {
  const intl = useIntl();
  const [changeItem, { pending, error }] = useMutate(CHANGE_ITEM);
  const chosen = item.markers.map((marker) => marker.id);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={intl.formatMessage({
        id: 'meetings.markers.title',
        defaultMessage: 'Hvilket pejlemærke handler punktet om?',
      })}
      kicker={item.title}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
      foot={
        <Button variant="primary" onPress={onClose}>
          <FormattedMessage id="meetings.markers.done" defaultMessage="Færdig" />
        </Button>
      }
    >
      <Stack gap={3}>
        <MarkerChecks
          choices={meeting.markerChoices}
          chosen={chosen}
          isReadOnly={pending}
          onChange={(markerIds) =>
            void changeItem({ itemId: item.id, change: { markerIds }, seen: { markerIds: chosen } })
          }
        />
        {error !== null && <p role="alert">{refusalWords(intl, error)}</p>}
      </Stack>
    </Dialog>
  );
}
