import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useNoteKeeper } from './note-keeping.tsx';
import type { AsideEntry, Outbox } from './outbox.ts';
import css from './SetAside.module.css';
import { versionTime } from './version-time.ts';

interface Lost {
  entries: readonly AsideEntry[];
  /** What of it can be read; empty when nothing can. */
  words: string;
}

/** Says what this device holds of its person's words and cannot send, and lets them copy what can still be read. */
export function SetAside({ inMeeting }: { inMeeting: boolean }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const outbox = useNoteKeeper()?.outbox;
  const [lost, setLost] = useLost(outbox);
  const [copied, setCopied] = useState<boolean | null>(null);
  const title = intl.formatMessage({
    id: 'notes.aside.title',
    defaultMessage: 'Noget af din tekst blev ikke sendt',
  });
  useEffect(() => {
    if (lost) announce(title);
  }, [lost, announce, title]);
  if (!outbox || !lost) return null;
  const { entries, words } = lost;
  const time = versionTime(intl, new Date(Math.max(...entries.map(({ at }) => at))).toISOString());
  const remove = () => {
    setLost(null);
    void outbox.remove(entries.map(({ key }) => key)).catch(() => undefined);
  };
  const copy = () =>
    void (navigator.clipboard?.writeText(words) ?? Promise.reject(new Error())).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Banner
      className={inMeeting ? css.inMeeting : undefined}
      tone="warn"
      title={title}
      actions={
        words === '' ? (
          <Button onPress={remove}>
            <FormattedMessage id="notes.aside.ok" defaultMessage="Det har jeg set" />
          </Button>
        ) : (
          <>
            <Button variant="primary" onPress={copy}>
              <FormattedMessage id="notes.aside.copy" defaultMessage="Kopiér teksten" />
            </Button>
            <Button onPress={remove}>
              <FormattedMessage id="notes.aside.delete" defaultMessage="Slet den fra enheden" />
            </Button>
          </>
        )
      }
    >
      {words === '' ? (
        <>
          <p>
            <FormattedMessage
              id="notes.aside.lost"
              defaultMessage="Du skrev den på denne enhed {time}, og den blev ødelagt her, før den nåede ud til de andre."
              values={{ time }}
            />
          </p>
          <p>
            <FormattedMessage
              id="notes.aside.gone"
              defaultMessage="Den kan ikke læses mere. Husker du den, så skriv den igen. Noterne og alt andet, du har skrevet, er uskadt."
            />
          </p>
        </>
      ) : (
        <>
          <p>
            <FormattedMessage
              id="notes.aside.readable"
              defaultMessage="Du skrev den på denne enhed {time}, og serveren kan ikke tage imod den. Kopiér den ind i noten, hvis den skal med. Noterne og alt andet, du har skrevet, er uskadt."
              values={{ time }}
            />
          </p>
          <section
            className={css.words}
            tabIndex={0}
            aria-label={intl.formatMessage({ id: 'notes.aside.text', defaultMessage: 'Teksten, der ikke blev sendt' })}
          >
            {words}
          </section>
          {copied !== null && (
            <p role="status">
              {copied ? (
                <FormattedMessage
                  id="notes.aside.copied"
                  defaultMessage="Den er kopieret. Sæt den ind i noten, og slet den så her."
                />
              ) : (
                <FormattedMessage
                  id="notes.aside.notCopied"
                  defaultMessage="Den kunne ikke kopieres. Markér teksten, og kopiér den selv."
                />
              )}
            </p>
          )}
        </>
      )}
    </Banner>
  );
}

/** Looked for when the page opens, and whenever something is set aside. */
function useLost(outbox: Outbox | null | undefined): [Lost | null, (lost: null) => void] {
  const [lost, setLost] = useState<Lost | null>(null);
  useEffect(() => {
    if (!outbox) return undefined;
    let isLeft = false;
    const look = async () => {
      const entries = await outbox.aside();
      if (entries.length === 0) return;
      // What reads a text that does not fit comes with the first that does not.
      const { wordsIn } = await import('./outbox-fit.ts');
      const words = [...new Set(entries.map(({ noteId }) => noteId))]
        .map((id) => wordsIn(entries.flatMap(({ noteId, bytes }) => (noteId === id && bytes ? [{ bytes }] : []))))
        .filter((text) => text !== '')
        .join('\n\n');
      if (!isLeft) setLost({ entries, words });
    };
    const seen = () => void look().catch(() => undefined);
    seen();
    const stop = outbox.whenAside(seen);
    return () => {
      isLeft = true;
      stop();
    };
  }, [outbox]);
  return [lost, setLost];
}
