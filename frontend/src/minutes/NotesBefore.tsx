import { History } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MenuButton } from '#ui/Menu.tsx';
import type { MinutesQuery } from '../gql/graphql.ts';
import { NoteHistory } from '../notes/parts/NoteHistory.tsx';

/** What the notes said before, for as long as it is kept: the team's to read, though nobody writes in them any more. */
export function NotesBefore({ minutes }: { minutes: MinutesQuery['minutes'] }) {
  const intl = useIntl();
  const [noteId, setNoteId] = useState<string | null>(null);
  const kept = new Set(minutes.notesWithHistory);
  const label = intl.formatMessage({ id: 'minutes.before', defaultMessage: 'Noternes tidligere udgaver' });
  const notes = [
    ...minutes.text.items.map(({ id, position, title }) => ({ id, label: `${position} ${title}` })),
    { id: minutes.id, label: intl.formatMessage({ id: 'minutes.note', defaultMessage: 'Mødets noter' }) },
  ].filter(({ id }) => kept.has(id));
  if (notes.length === 0) return null;
  return (
    <>
      <MenuButton label={label} icon={<History aria-hidden />} entries={notes} onAction={setNoteId}>
        <FormattedMessage id="minutes.before" defaultMessage="Noternes tidligere udgaver" />
      </MenuButton>
      {noteId && <NoteHistory noteId={noteId} onClose={() => setNoteId(null)} />}
    </>
  );
}
