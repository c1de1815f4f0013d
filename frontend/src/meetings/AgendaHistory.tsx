import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { actsOf } from '#domain/agenda-acts.ts';
import { Button } from '#ui/Button.tsx';
import { Sheet } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import css from './AgendaHistory.module.css';
import { actWords, type LoggedAgendaChange } from './history-words.ts';
import type { MeetingData } from './parts/meeting.documents.ts';
import { AGENDA_HISTORY } from './thread.documents.ts';
import type { MeetingTextField, Plan } from './use-plan.ts';

type Page = { changes: readonly LoggedAgendaChange[]; cursor: string | null };

/** "Hvem har ændret hvad?": what was done to the meeting and its agenda, newest first, and the way back where there is one. */
export function AgendaHistory({
  meeting,
  plan,
  mayPlan,
  onClose,
}: {
  meeting: MeetingData;
  plan: Plan;
  mayPlan: boolean;
  onClose: () => void;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(AGENDA_HISTORY, {
    variables: { meetingId: meeting.id, after: null },
    fetchPolicy: 'no-cache',
  });
  const [older, setOlder] = useState<Page | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const first = data?.agendaHistory;
  const cursor = older ? older.cursor : (first?.cursor ?? null);
  const acts = actsOf([...(first?.changes ?? []), ...(older?.changes ?? [])]);
  const more = async () => {
    try {
      const answer = await client.query({
        query: AGENDA_HISTORY,
        variables: { meetingId: meeting.id, after: cursor },
        fetchPolicy: 'no-cache',
      });
      const next = answer.data?.agendaHistory;
      if (next) setOlder({ changes: [...(older?.changes ?? []), ...next.changes], cursor: next.cursor });
    } catch (problem) {
      setFault(problem);
    }
  };
  const undo = async (change: LoggedAgendaChange) => {
    const way = wayBack(change, meeting, plan);
    if (!way) return;
    const answer = await way();
    setFault(answer.error ?? null);
    if (answer.error) return;
    announce(intl.formatMessage({ id: 'plan.history.undone', defaultMessage: 'Det er sat tilbage' }));
    setOlder(null);
    void refetch();
  };
  const wrong = error ?? fault;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={intl.formatMessage({ id: 'plan.history', defaultMessage: 'Hvem har ændret hvad?' })}
      closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
    >
      {wrong ? <p role="alert">{refusalWords(intl, wrong)}</p> : null}
      {!first && !error && (
        <Skeleton
          label={intl.formatMessage({ id: 'plan.history.loading', defaultMessage: 'Henter ændringerne' })}
          lines={6}
        />
      )}
      {first && acts.length === 0 && (
        <p className="ink2">
          <FormattedMessage id="plan.history.none" defaultMessage="Ingen har ændret noget, siden mødet blev lavet." />
        </p>
      )}
      <ol className={css.acts}>
        {acts.map((act) => (
          <li key={act.lead.id}>
            <p>
              <b>{act.lead.who ?? 'Pejling'}</b> {actWords(intl, act)}
            </p>
            {act.lead.before !== null && act.lead.text !== null && (
              <p className="small ink2">
                <FormattedMessage
                  id="plan.history.before"
                  defaultMessage="Før stod der: {before}"
                  values={{ before: act.lead.before === '' ? '–' : act.lead.before }}
                />
              </p>
            )}
            <p className={css.foot}>
              <time dateTime={act.lead.at}>
                {intl.formatDate(act.lead.at, {
                  day: 'numeric',
                  month: 'short',
                  hour: '2-digit',
                  minute: '2-digit',
                  timeZone: 'Europe/Copenhagen',
                })}
              </time>
              {mayPlan && wayBack(act.lead, meeting, plan) && (
                <Button variant="quiet" size="small" onPress={() => void undo(act.lead)}>
                  <FormattedMessage id="plan.history.undo" defaultMessage="Sæt tilbage" />
                </Button>
              )}
            </p>
          </li>
        ))}
      </ol>
      {cursor !== null && (
        <Button onPress={() => void more()}>
          <FormattedMessage id="plan.history.more" defaultMessage="Vis ældre" />
        </Button>
      )}
    </Sheet>
  );
}

const MEETING_TEXTS: readonly string[] = ['title', 'purpose', 'bring', 'place'] satisfies MeetingTextField[];

/** How a change is taken back; null where that makes no sense any more: it is so already, or its item is gone, or on an agenda again. */
function wayBack(change: LoggedAgendaChange, meeting: MeetingData, plan: Plan) {
  const { left, before, text, entity, entityId } = change;
  if (left !== null) {
    if (meeting.state === 'IN_PROGRESS' || meeting.items.some((item) => item.threadId === left.threadId)) return null;
    return () => plan.addItem({ ...itemOf(left), title: change.title ?? '' });
  }
  if (before === null || text === null || before === text) return null;
  const field = change.fields.find((one) =>
    (entity === 'Meeting' ? MEETING_TEXTS : ['title', 'guidance']).includes(one),
  );
  if (field === undefined) return null;
  if (entity === 'Meeting') {
    const now = meeting[field as MeetingTextField];
    return now === before ? null : () => plan.saveMeetingText(field as MeetingTextField, before, now);
  }
  const item = meeting.items.find((one) => one.id === entityId);
  if (!item || !['PLANNED', 'ACTIVE'].includes(item.state)) return null;
  const now = field === 'title' ? item.title : item.guidance;
  return now === before ? null : () => plan.saveItemText(item, field as 'title' | 'guidance', before, now);
}

const itemOf = ({ threadId, kind, track, plannedMin, guidance }: NonNullable<LoggedAgendaChange['left']>) => ({
  threadId,
  kind,
  track,
  plannedMin,
  guidance,
});
