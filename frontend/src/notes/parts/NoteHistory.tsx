import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import type { NoteHistoryQuery } from '../../gql/graphql.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { NOTE_HISTORY } from './note-history.documents.ts';
import css from './NoteHistory.module.css';
import { NoteText } from './NoteText.tsx';
import { versionTime } from './version-time.ts';

export type NoteVersion = NoteHistoryQuery['noteHistory']['versions'][number];

/** What the note said before: a list of times, a version to read, and a way to have it in the note again. */
export function NoteHistory({
  noteId,
  onPutBack,
  onClose,
}: {
  noteId: string;
  /** Absent where the note can no longer be written. */
  onPutBack?: ((version: NoteVersion) => void) | undefined;
  onClose: () => void;
}) {
  const intl = useIntl();
  const client = useApolloClient();
  // What it said a minute ago may be there by now: never from the page's own memory.
  const { data, error } = useQuery(NOTE_HISTORY, {
    variables: { noteId, after: null },
    fetchPolicy: 'no-cache',
  });
  const [older, setOlder] = useState<{ versions: readonly NoteVersion[]; cursor: string | null } | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const first = data?.noteHistory;
  const versions = [...(first?.versions ?? []), ...(older?.versions ?? [])];
  const cursor = older ? older.cursor : (first?.cursor ?? null);
  const chosen = versions.find((one) => one.id === chosenId) ?? versions[0];
  const more = async () => {
    try {
      const answer = await client.query({
        query: NOTE_HISTORY,
        variables: { noteId, after: cursor },
        fetchPolicy: 'no-cache',
      });
      if (!answer.data) return;
      const { versions: next, cursor: then } = answer.data.noteHistory;
      setOlder({ versions: [...(older?.versions ?? []), ...next], cursor: then });
      setFault(null);
    } catch (problem) {
      setFault(problem);
    }
  };
  const wrong = error ?? fault;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={intl.formatMessage({ id: 'notes.history', defaultMessage: 'Tidligere udgaver' })}
      closeLabel={intl.formatMessage({ id: 'notes.history.close', defaultMessage: 'Luk' })}
      foot={
        chosen &&
        onPutBack && (
          <Button variant="primary" onPress={() => onPutBack(chosen)}>
            <FormattedMessage id="notes.history.putBack" defaultMessage="Sæt denne udgave ind igen" />
          </Button>
        )
      }
    >
      {wrong ? (
        <p role="alert">{refusalWords(intl, wrong)}</p>
      ) : (
        !first && (
          <Skeleton
            label={intl.formatMessage({ id: 'notes.history.loading', defaultMessage: 'Henter tidligere udgaver' })}
            lines={4}
          />
        )
      )}
      {first && !chosen && (
        <p>
          {onPutBack ? (
            <FormattedMessage
              id="notes.history.none"
              defaultMessage="Her er ingen endnu. Mens I skriver, gemmes en udgave hvert femte minut."
            />
          ) : (
            <FormattedMessage
              id="notes.history.gone"
              defaultMessage="Her er ingen. De gemmes, mens der skrives, og slettes 30 dage efter, at referatet er godkendt."
            />
          )}
        </p>
      )}
      {chosen && (
        <div className={css.history}>
          <div className={css.times}>
            <ul
              className={css.list}
              aria-label={intl.formatMessage({ id: 'notes.history.times', defaultMessage: 'Udgaver, nyeste først' })}
            >
              {versions.map((version) => (
                <li key={version.id}>
                  <button
                    type="button"
                    className={css.time}
                    aria-pressed={version.id === chosen.id}
                    onClick={() => setChosenId(version.id)}
                  >
                    {versionTime(intl, version.at)}
                  </button>
                </li>
              ))}
            </ul>
            {cursor && (
              <Button size="small" onPress={() => void more()}>
                <FormattedMessage id="notes.history.more" defaultMessage="Vis ældre" />
              </Button>
            )}
          </div>
          <section
            className={css.version}
            aria-label={intl.formatMessage(
              { id: 'notes.history.version', defaultMessage: 'Noten {time}' },
              { time: versionTime(intl, chosen.at) },
            )}
          >
            <NoteText doc={chosen.doc} text={chosen.text} />
            {onPutBack && (
              <p className="small ink2">
                <FormattedMessage
                  id="notes.history.how"
                  defaultMessage="Den sættes ind nederst som din egen tekst. Det, der står i noten nu, bliver stående, og du kan fortryde."
                />
              </p>
            )}
          </section>
        </div>
      )}
    </Dialog>
  );
}
