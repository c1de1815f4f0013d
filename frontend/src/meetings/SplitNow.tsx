import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import type { ItemData } from './parts/meeting.documents.ts';
import { SPLIT_ITEM } from './thread.documents.ts';
import { SplitDialog } from './SplitDialog.tsx';

/** "Del op" in the room: the item goes on as its first part, the others come after it. */
export function SplitNow({ item }: { item: ItemData }) {
  const [open, setOpen] = useState(false);
  const [splitItem] = useMutate(SPLIT_ITEM);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <FormattedMessage id="meetings.live.split" defaultMessage="Del punktet op" />
      </Button>
      {open && (
        <SplitDialog
          item={item}
          onClose={() => setOpen(false)}
          split={(parts) => splitItem({ itemId: item.id, parts: [...parts], seenRevision: item.revision })}
        />
      )}
    </>
  );
}
