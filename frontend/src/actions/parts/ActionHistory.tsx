import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import type { ActionHistoryQuery } from '../../gql/graphql.ts';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { HistorySheet } from '../../platform/parts/HistorySheet.tsx';
import { ACTION_HISTORY } from './action-history.documents.ts';
import { CHANGE_ACTION, type ActionData } from './action.documents.ts';

type Page = ActionHistoryQuery['actionHistory'];
type Change = Page['changes'][number];

/** "Hvem har ændret hvad?" of one action, newest first, and the way back for what is written in it. */
export function ActionHistory({
  action,
  mayChange,
  onClose,
}: {
  action: ActionData;
  mayChange: boolean;
  onClose: () => void;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(ACTION_HISTORY, {
    variables: { actionId: action.id, after: null },
    fetchPolicy: 'no-cache',
  });
  const [older, setOlder] = useState<Pick<Page, 'changes' | 'cursor'> | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [change] = useMutate(CHANGE_ACTION);
  const first = data?.actionHistory;
  const cursor = older ? older.cursor : (first?.cursor ?? null);
  const more = async () => {
    try {
      const answer = await client.query({
        query: ACTION_HISTORY,
        variables: { actionId: action.id, after: cursor },
        fetchPolicy: 'no-cache',
      });
      const next = answer.data?.actionHistory;
      if (next) setOlder({ changes: [...(older?.changes ?? []), ...next.changes], cursor: next.cursor });
    } catch (problem) {
      setFault(problem);
    }
  };
  const undo = async (back: Back) => {
    const answer = await change({ id: action.id, seenRevision: action.revision, action: back });
    setFault(answer.error ?? null);
    if (answer.error) return;
    announce(intl.formatMessage({ id: 'actions.history.undone', defaultMessage: 'Det er sat tilbage' }));
    setOlder(null);
    void refetch();
  };
  return (
    <HistorySheet
      acts={[...(first?.changes ?? []), ...(older?.changes ?? [])].map((one) => {
        const back = mayChange ? wayBack(one, action) : null;
        return {
          id: one.id,
          who: one.who,
          words: changeWords(intl, one),
          before: one.before === null ? null : shown(intl, one, one.before),
          at: one.at,
          onUndo: back ? () => void undo(back) : undefined,
        };
      })}
      isLoading={!first && !error}
      fault={error ?? fault}
      none={intl.formatMessage({
        id: 'actions.history.none',
        defaultMessage: 'Ingen har ændret noget, siden handlingen blev til.',
      })}
      onMore={cursor === null ? undefined : () => void more()}
      onClose={onClose}
    />
  );
}

type Back = { title?: string; why?: string; dueOn?: string | null; expectedSigns?: string[] };

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** What a change is taken back with; null where it is so already, or where it is no text: that is chosen anew in the form. */
function wayBack({ fields, before, text }: Change, action: ActionData): Back | null {
  if (before === null || before === text) return null;
  switch (fields[0]) {
    case 'title':
      return before === action.title ? null : { title: before };
    case 'why':
      return before === (action.why ?? '') ? null : { why: before };
    case 'dueOn':
      return before === (action.dueOn ?? '') ? null : { dueOn: before === '' ? null : before };
    case 'expectedSigns':
      return before === action.expectedSigns.join('\n') ? null : { expectedSigns: lines(before) };
    default:
      return null;
  }
}

/** A field as one reads it: a day in words, signs in a row. */
function shown(intl: IntlShape, { fields }: Change, text: string): string {
  if (fields[0] === 'dueOn' && text !== '')
    return intl.formatDate(`${text}T12:00:00Z`, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return fields[0] === 'expectedSigns' ? intl.formatList(lines(text).map((sign) => `»${sign}«`)) : text;
}

/** What was done, after the name of whoever did it. */
function changeWords(intl: IntlShape, change: Change): string {
  if (change.verb !== 'changed')
    return intl.formatMessage(
      {
        id: 'actions.history.act',
        defaultMessage:
          '{verb, select, created {oprettede handlingen} born {lavede den som næste forsøg} agreed {skrev den ind som aftalt} begun {gik i gang} tried {skrev, at den er prøvet} closed {afsluttede handlingen} abandoned {opgav handlingen} notbegun {satte den tilbage til aftalt} nottried {satte den tilbage til i gang} reopened {tog den op igen} reflected {skrev, hvad I så} postponed {gav den en uge mere} asked {bad om hjælp} helped {tog bønnen om hjælp tilbage} other {ændrede noget}}',
      },
      { verb: change.verb === 'asked for help' ? 'asked' : change.verb.replaceAll(' ', '') },
    );
  if (
    change.text !== null &&
    change.text !== '' &&
    ['title', 'dueOn', 'markers', 'responsible'].includes(change.fields[0]!)
  )
    return intl.formatMessage(
      {
        id: 'actions.history.to',
        defaultMessage:
          '{field, select, title {kaldte den »{text}«} dueOn {satte fristen til {text}} markers {valgte pejlemærket {text}} other {skrev {text} på}}',
      },
      { field: change.fields[0], text: shown(intl, change, change.text) },
    );
  const words = change.fields.map((field) =>
    intl.formatMessage(
      {
        id: 'actions.history.field',
        defaultMessage:
          '{field, select, title {overskriften} why {begrundelsen} dueOn {fristen} expectedSigns {tegnene} markers {pejlemærkerne} responsible {hvem der gør det} other {noget andet}}',
      },
      { field },
    ),
  );
  return intl.formatMessage(
    { id: 'actions.history.changed', defaultMessage: 'ændrede {fields}' },
    {
      fields:
        words.length > 0
          ? intl.formatList(words)
          : intl.formatMessage({ id: 'actions.history.itself', defaultMessage: 'handlingen' }),
    },
  );
}
