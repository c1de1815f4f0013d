import { useState } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { HistorySheet } from '../platform/parts/HistorySheet.tsx';
import { LAY_DECISION_BACK, PUT_DECISION_BACK } from './history.documents.ts';
import { minutesChangeWords } from './history-words.ts';
import { useMinutesHistory, type LoggedMinutesChange } from './use-history.ts';
import { wayBack, type WayBack } from './way-back.ts';

/** "Hvem har ændret hvad?" of a meeting's minutes and decisions, newest first, and the way back while they are open. */
export function MinutesHistory({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const intl = useIntl();
  const announce = useAnnounce();
  const { history, changes, fault, more, refetch } = useMinutesHistory(meetingId);
  const [putBack] = useMutate(PUT_DECISION_BACK);
  const [layBack] = useMutate(LAY_DECISION_BACK);
  const [refused, setRefused] = useState<unknown>(null);
  const undo = async (back: WayBack) => {
    const { error } = await ('itemId' in back
      ? layBack({ itemId: back.itemId, text: back.text, id: back.decisionId })
      : putBack({ decisionId: back.decisionId, text: back.text, seen: back.revision }));
    setRefused(error ?? null);
    refetch();
    if (!error) announce(intl.formatMessage({ id: 'minutes.history.undone', defaultMessage: 'Det er sat tilbage' }));
  };
  return (
    <HistorySheet
      acts={changes.map((change) => {
        const back = history ? wayBack(change, history) : null;
        return {
          id: change.id,
          who: who(intl, change),
          words: minutesChangeWords(intl, change),
          before: change.decision?.before ?? null,
          at: change.at,
          onUndo: back ? () => void undo(back) : undefined,
        };
      })}
      isLoading={!history && !fault}
      fault={fault ?? refused}
      none={intl.formatMessage({
        id: 'minutes.history.none',
        defaultMessage: 'Her står det, når nogen ændrer en beslutning eller sender referatet til godkendelse.',
      })}
      note={history && stateWords(intl, history)}
      onMore={more}
      onClose={onClose}
    />
  );
}

/** Approved by all, it is all who did it; null is Pejling, by the clock. */
const who = (intl: IntlShape, change: LoggedMinutesChange): string | null =>
  change.way === 'ALL_PRESENT'
    ? intl.formatMessage({ id: 'minutes.history.all', defaultMessage: 'Alle, der var til stede,' })
    : change.who;

/** Why nothing can be put back; undefined while it can. */
function stateWords(intl: IntlShape, { state, may }: { state: string; may: readonly string[] }): string | undefined {
  if (state === 'APPROVED')
    return intl.formatMessage(
      {
        id: 'minutes.history.approved',
        defaultMessage:
          'Referatet er godkendt og låst, så intet kan sættes tilbage.{may, select, yes { Mangler der noget, så skriv en tilføjelse.} other {}}',
      },
      { may: may.includes('minutes.amend') ? 'yes' : 'no' },
    );
  if (state === 'PROPOSED')
    return intl.formatMessage({
      id: 'minutes.history.proposed',
      defaultMessage: 'Referatet er til godkendelse, så intet kan sættes tilbage nu.',
    });
  return undefined;
}
