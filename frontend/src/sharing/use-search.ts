import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchQuery, SearchQueryVariables } from '../gql/graphql.ts';
import { SEARCH } from './search.documents.ts';

export type HitData = SearchQuery['search']['hits'][number];

export interface Found {
  /** What was asked for when this was found. */
  asked: SearchQueryVariables;
  hits: readonly HitData[];
  cursor: string | null;
}

export interface Search {
  /** The last answer: it stays while the next is waited for. */
  found: Found | null;
  error: unknown;
  isWaiting: boolean;
  /** The next page of what is shown. */
  more: () => void;
}

const sameQuestion = (a: SearchQueryVariables, b: SearchQueryVariables) =>
  a.text === b.text &&
  a.teamId === b.teamId &&
  a.schoolYear === b.schoolYear &&
  String(a.kinds ?? '') === String(b.kinds ?? '');

/**
 * Searches as one types: one question at a time, and when its answer is there the newest, so that however fast somebody
 * types the server is asked no faster than it answers. Words shorter than two letters ask for nothing.
 */
export function useSearch(question: SearchQueryVariables | null): Search {
  const client = useApolloClient();
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isWaiting, setWaiting] = useState(false);
  const wanted = useRef<SearchQueryVariables | null>(null);
  const underWay = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const ask = useCallback(
    async (asked: SearchQueryVariables, before: readonly HitData[]) => {
      const answer = await client.query({ query: SEARCH, variables: asked, fetchPolicy: 'no-cache' });
      const { hits, cursor } = answer.data!.search;
      return { asked, hits: [...before, ...hits], cursor };
    },
    [client],
  );
  const goOn = useCallback(async () => {
    if (underWay.current) return;
    underWay.current = true;
    setWaiting(true);
    let asked: SearchQueryVariables | null = null;
    while (wanted.current !== null && wanted.current !== asked && !gone.current) {
      asked = wanted.current;
      try {
        const answer = await ask(asked, []);
        if (gone.current) break;
        // What is no longer in the field is not shown under it.
        if (wanted.current !== null) setFound(answer);
        setError(null);
      } catch (fault) {
        if (!gone.current) setError(fault);
      }
    }
    underWay.current = false;
    if (!gone.current) setWaiting(false);
  }, [ask]);
  // A field that was emptied begins anew.
  if (question === null && found !== null) setFound(null);
  if (question === null && error !== null) setError(null);
  const { text, teamId, kinds, schoolYear } = question ?? {};
  const kindWords = (kinds as string[] | null | undefined)?.join(' ');
  useEffect(() => {
    if (text === undefined) {
      wanted.current = null;
      return;
    }
    wanted.current = {
      text,
      teamId: teamId ?? null,
      kinds: kindWords ? kindWords.split(' ') : null,
      schoolYear: schoolYear ?? null,
      after: null,
    };
    void goOn();
  }, [text, teamId, kindWords, schoolYear, goOn]);
  const more = useCallback(() => {
    if (!found?.cursor || underWay.current) return;
    underWay.current = true;
    setWaiting(true);
    ask({ ...found.asked, after: found.cursor }, found.hits)
      .then(
        (answer) => {
          if (!gone.current && wanted.current && sameQuestion(wanted.current, found.asked)) setFound(answer);
        },
        (fault: unknown) => setError(fault),
      )
      .finally(() => {
        underWay.current = false;
        setWaiting(false);
        if (wanted.current && !sameQuestion(wanted.current, found.asked)) void goOn();
      });
  }, [ask, found, goOn]);
  return { found, error, isWaiting, more };
}
