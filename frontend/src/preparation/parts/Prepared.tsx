import { FormattedMessage } from 'react-intl';
import { Disclosure } from '#ui/Disclosure.tsx';
import type { MeetingData } from '../../meetings/parts/meeting.documents.ts';
import { Notes } from '../Notes.tsx';

/** "Det har vi forberedt", folded: in the meeting, where the notes are. Nothing where nobody wrote, or where one may not read it. */
export function Prepared({ meeting, className }: { meeting: MeetingData; className?: string | undefined }) {
  const notes = meeting.preparation.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <Disclosure
      level={2}
      {...(className && { className })}
      title={
        <FormattedMessage
          id="preparation.prepared.count"
          defaultMessage="Det har vi forberedt ({count})"
          values={{ count: notes.length }}
        />
      }
    >
      <Notes notes={notes} />
    </Disclosure>
  );
}
