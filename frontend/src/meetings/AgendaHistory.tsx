import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { actsOf } from '#domain/agenda-acts.ts';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { HistorySheet } from '../platform/parts/HistorySheet.tsx';
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
  return (
    <HistorySheet
      acts={acts.map((act) => ({
        id: act.lead.id,
        who: act.lead.who,
        words: actWords(intl, act),
        before: act.lead.text === null ? null : act.lead.before,
        at: act.lead.at,
        onUndo: mayPlan && wayBack(act.lead, meeting, plan) ? () => void undo(act.lead) : undefined,
      }))}
      isLoading={!first && !error}
      fault={error ?? fault}
      none={intl.formatMessage({
        id: 'plan.history.none',
        defaultMessage: 'Ingen har ændret noget, siden mødet blev lavet.',
      })}
      onMore={cursor === null ? undefined : () => void more()}
      onClose={onClose}
    />
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
