import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Dialog.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import css from './HistorySheet.module.css';
import { refusalWords } from './refusals.ts';

/** What somebody did in one go, as it is told. */
export interface ToldAct {
  id: string;
  /** Null: Pejling, by the clock. */
  who: string | null;
  /** What was done, after the name: "slap »Læsebånd«". */
  words: string;
  /** What stood there before, where it can be read; null where there is no such thing. */
  before: string | null;
  /** ISO 8601. */
  at: string;
  /** The way back, where it makes sense. */
  onUndo?: (() => void) | undefined;
}

/** "Hvem har ændret hvad?": what was done to something, newest first. */
export function HistorySheet({
  acts,
  isLoading,
  fault,
  none,
  note,
  onMore,
  onClose,
}: {
  acts: readonly ToldAct[];
  isLoading: boolean;
  /** What went wrong, or null. */
  fault: unknown;
  /** Said when nothing was done yet. */
  none: string;
  /** A line above them: why nothing is put back, say. */
  note?: string | undefined;
  /** Fetches older ones; undefined when these are all. */
  onMore: (() => void) | undefined;
  onClose: () => void;
}) {
  const intl = useIntl();
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={intl.formatMessage({ id: 'platform.history.title', defaultMessage: 'Hvem har ændret hvad?' })}
      closeLabel={intl.formatMessage({ id: 'platform.history.close', defaultMessage: 'Luk' })}
    >
      {fault ? <p role="alert">{refusalWords(intl, fault)}</p> : null}
      {isLoading && (
        <Skeleton
          label={intl.formatMessage({ id: 'platform.history.loading', defaultMessage: 'Henter ændringerne' })}
          lines={6}
        />
      )}
      {note !== undefined && <p className={`small ink2 ${css.note}`}>{note}</p>}
      {!isLoading && !fault && acts.length === 0 && <p className="ink2">{none}</p>}
      <ol className={css.acts}>
        {acts.map((act) => (
          <li key={act.id}>
            <p>
              <b>{act.who ?? 'Pejling'}</b> {act.words}
            </p>
            {act.before !== null && (
              <p className="small ink2">
                <FormattedMessage
                  id="platform.history.before"
                  defaultMessage="Før stod der: {before}"
                  values={{ before: act.before === '' ? '–' : act.before }}
                />
              </p>
            )}
            <p className={css.foot}>
              <time dateTime={act.at}>
                {intl.formatDate(act.at, {
                  day: 'numeric',
                  month: 'short',
                  hour: '2-digit',
                  minute: '2-digit',
                  timeZone: 'Europe/Copenhagen',
                })}
              </time>
              {act.onUndo && (
                <Button variant="quiet" size="small" onPress={act.onUndo}>
                  <FormattedMessage id="platform.history.undo" defaultMessage="Sæt tilbage" />
                </Button>
              )}
            </p>
          </li>
        ))}
      </ol>
      {onMore && (
        <Button onPress={onMore}>
          <FormattedMessage id="platform.history.more" defaultMessage="Vis ældre" />
        </Button>
      )}
    </Sheet>
  );
}
