import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { MinutesHistoryQuery } from '../gql/graphql.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { MINUTES_HISTORY } from './history.documents.ts';

type Page = MinutesHistoryQuery['minutesHistory'];
export type LoggedMinutesChange = Page['changes'][number];

interface Lines {
  changes: readonly LoggedMinutesChange[];
  cursor: string | null;
}

/** What its lines are made of, beside the minutes themselves, which only hint. */
const RESHAPED = ['Decision', 'MeetingParticipant'];

/** What was done to a meeting's minutes, newest first, a page at a time; what somebody does meanwhile comes on top. */
export function useMinutesHistory(meetingId: string) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(MINUTES_HISTORY, {
    variables: { meetingId, after: null },
    fetchPolicy: 'no-cache',
  });
  const first = data?.minutesHistory;
  useFollow('MEETING', meetingId, first?.liveVersion, () => void refetch(), RESHAPED);
  const [seen, setSeen] = useState<Lines | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const lines = first ? onTop(first, seen) : null;
  const more = async () => {
    if (!lines) return;
    try {
      const answer = await client.query({
        query: MINUTES_HISTORY,
        variables: { meetingId, after: lines.cursor },
        fetchPolicy: 'no-cache',
      });
      const next = answer.data?.minutesHistory;
      if (next) setSeen({ changes: [...lines.changes, ...next.changes], cursor: next.cursor });
      setFault(null);
    } catch (problem) {
      setFault(problem);
    }
  };
  return {
    history: first,
    changes: lines?.changes ?? [],
    fault: error ?? fault,
    more: lines && lines.cursor !== null ? () => void more() : undefined,
    refetch: () => void refetch(),
  };
}

/** The newest page over those that were read before, as far as it reaches them: otherwise what lies between would be missing. */
export function onTop(newest: Lines, seen: Lines | null): Lines {
  const oldest = newest.changes.at(-1);
  const from = seen && oldest ? seen.changes.findIndex(({ id }) => id === oldest.id) : -1;
  if (!seen || from === -1) return newest;
  return { changes: [...newest.changes, ...seen.changes.slice(from + 1)], cursor: seen.cursor };
}
