import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useState } from 'react';

/** The server's no, in the shape `refusalOf` reads. */
class Refused extends Error {
  constructor(readonly errors: unknown[]) {
    super('refused');
  }
}

/**
 * Asks one document of the server, by its hash, without the cache and all that belongs to it: for the pages before one is
 * signed in, which should be there at once on a slow telephone.
 * @throws Refused with the server's errors; TypeError when it cannot be reached
 */
export async function askOnce<Answer, Variables>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const { hash } = (document as { __meta__?: { hash: string } }).__meta__!;
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
  });
  const answer = (await response.json()) as { data?: Answer; errors?: unknown[] };
  if (answer.errors || !answer.data) throw new Refused(answer.errors ?? []);
  return answer.data;
}

/** `askOnce` with what a form shows meanwhile and afterwards. */
export function useAskOnce<Answer, Variables>(document: TypedDocumentNode<Answer, Variables>) {
  const [state, setState] = useState<{ loading: boolean; error: unknown }>({ loading: false, error: null });
  const ask = useCallback(
    async (variables: Variables): Promise<Answer | null> => {
      setState({ loading: true, error: null });
      try {
        const answer = await askOnce(document, variables);
        setState({ loading: false, error: null });
        return answer;
      } catch (error) {
        setState({ loading: false, error });
        return null;
      }
    },
    [document],
  );
  return [ask, state] as const;
}
