import { useApolloClient } from '@apollo/client/react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useCallback, useState } from 'react';
import type { LiveChange } from '#live-protocol/change.ts';
import { useSaved } from '../../platform/parts/saved.tsx';
import { refusalOf, type RefusalDetails } from '../../platform/parts/refusals.ts';
import { useLive } from './live-context.tsx';

export interface MutateOptions {
  /** Doing it twice does no harm: it is tried again by itself while the server is away. */
  again?: boolean;
}

export interface Mutated<Data> {
  /** The answer, or null when it was refused or failed. */
  data: Data | null;
  /** What the operation's thing is called by. */
  id: string | null;
  refusal: RefusalDetails | null;
  /** What was thrown: a refusal, a lost connection, a fault. */
  error: unknown;
}

/**
 * Tells the server something, and puts what changed on every screen at once: the mutation answers with the same changes that
 * everybody else is sent.
 * @returns the way to tell it; whether an answer is waited for; and what went wrong the last time, for `refusalWords`
 */
export function useMutate<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: MutateOptions = {},
): [(variables: Variables) => Promise<Mutated<Data>>, { pending: boolean; error: unknown; forget: () => void }] {
  const client = useApolloClient();
  const live = useLive();
  const { begin } = useSaved();
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const { again = false } = options;
  const run = useCallback(
    async (variables: Variables): Promise<Mutated<Data>> => {
      const end = begin();
      setPending((n) => n + 1);
      try {
        const result = await client.mutate<Data, Variables>({
          mutation: document,
          variables,
          context: { again },
          fetchPolicy: 'no-cache',
        } as never);
        const data = (result.data ?? null) as Data | null;
        const done = Object.values((data ?? {}) as Record<string, unknown>)[0] as
          { id?: string; changes?: LiveChange[] } | undefined;
        if (done?.changes) live?.did(done.changes);
        setError(null);
        return { data, id: done?.id ?? null, refusal: null, error: null };
      } catch (fault) {
        setError(fault);
        return { data: null, id: null, refusal: refusalOf(fault), error: fault };
      } finally {
        end();
        setPending((n) => n - 1);
      }
    },
    [client, live, begin, document, again],
  );
  const forget = useCallback(() => setError(null), []);
  return [run, { pending: pending > 0, error, forget }];
}
