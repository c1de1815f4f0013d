import { FormattedMessage, useIntl } from 'react-intl';
import { MendAfter } from '../meetings/parts/MendAfter.tsx';
import type { MeetingData } from '../meetings/parts/meeting.documents.ts';
import { Note } from '../notes/parts/Note.tsx';

/** Whom one may name in a note: those who are called to the meeting, guests too. */
export const inTheMeeting = (meeting: MeetingData): { id: string; name: string }[] =>
  meeting.participants
    .flatMap(({ person }) => (person ? [{ id: person.id, name: person.displayName }] : []))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'da'));

/** After the meeting, until its minutes are proposed: every note, to be mended where it was written. */
export function NotesAfter({ meeting }: { meeting: MeetingData }) {
  const intl = useIntl();
  if (meeting.state !== 'HELD' || !meeting.may.includes('note.read')) return null;
  const notes = [
    ...meeting.items.flatMap(({ id, title, note }) => (note === null ? [] : [{ id, label: title, text: note }])),
    {
      id: meeting.id,
      label: intl.formatMessage({ id: 'screens.live.meetingNotes', defaultMessage: 'Mødets noter' }),
      text: '',
    },
  ];
  return (
    <MendAfter
      title={intl.formatMessage({ id: 'screens.held.notes', defaultMessage: 'Ret i noterne' })}
      what={
        <FormattedMessage
          id="screens.held.notes.what"
          defaultMessage="Alle, der var med, kan rette, til referatet er sendt til godkendelse."
        />
      }
    >
      {() =>
        notes.map(({ id, label, text }) => (
          <Note
            key={id}
            noteId={id}
            label={label}
            text={text}
            colleagues={inTheMeeting(meeting)}
            hasHistory={meeting.may.includes('note.history')}
          />
        ))
      }
    </MendAfter>
  );
}
