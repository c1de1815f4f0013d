import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { RetryLink } from '@apollo/client/link/retry';
import { from, map, of, switchMap, type Observable } from 'rxjs';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { refusalCode } from './refusals.ts';

export interface ApolloOptions {
  /** Whose page this is; null until it is known. The server answers it under nobody else's session. */
  person(): string | null;
  /**
   * The session is over, or by now somebody else's.
   * @returns what is settled when the same person is signed in again; until then what was asked waits
   */
  onSignedOut(): Promise<void>;
  /** Stands right before what carries a question to the server: sees each try, and its answer. */
  atTheServer: ApolloLink;
  /** Told whether the server could be reached by the last try. */
  onConnection(reached: boolean): void;
}

/** True when the server or its database could not be reached, so that trying again is the right thing. */
export function isAway(error: unknown): boolean {
  if (refusalCode(error) === 'DATABASE_AWAY') return true;
  if (CombinedGraphQLErrors.is(error)) return false;
  if (ServerError.is(error)) return error.statusCode >= 502;
  return error instanceof TypeError;
}

/** The cache's rules: things are known by type and id; lists are replaced, never merged. */
export function newCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Viewer: { keyFields: false },
      OwnTeam: { keyFields: false },
      OwnRole: { keyFields: false },
      OverviewCell: { keyFields: false },
      PublishedFigure: { keyFields: false },
      OverviewTeam: { keyFields: false },
      OverviewAction: { keyFields: false },
      Meeting: {
        fields: replaced(
          'items',
          'participants',
          'decisions',
          'materials',
          'markers',
          'actions',
          'followUpActions',
          'markerChoices',
          'may',
          'proposals',
        ),
      },
      Minutes: { fields: replaced('materials') },
      AgendaItem: { fields: replaced('markers') },
      Preparation: { fields: replaced('notes') },
      Action: { fields: replaced('markers', 'responsible', 'reflections', 'expectedSigns') },
      Team: { fields: replaced('members') },
    },
  });
}

const replaced = (...fields: string[]): Record<string, { merge: false }> =>
  Object.fromEntries(fields.map((field) => [field, { merge: false as const }]));

/**
 * The way to the server. Reading waits and tries again by itself while the server or its database is away, for as long as it
 * takes; writing does so only where doing it twice does no harm (`context: { again: true }`).
 */
export function newClient(options: ApolloOptions): ApolloClient {
  const errors = new ErrorLink(({ error }) => {
    options.onConnection(!isAway(error));
  });
  const retry = new RetryLink({
    delay: { initial: 400, max: 4_000, jitter: true },
    attempts: (_count, operation, error) => {
      if (!isAway(error)) return false;
      options.onConnection(false);
      return operation.operationType === 'query' || operation.getContext()['again'] === true;
    },
  });
  return new ApolloClient({
    // Fetched anew means anew: an answer that was asked for before the change is not the answer to what came after it.
    queryDeduplication: false,
    link: ApolloLink.from([
      whenBack(options),
      errors,
      retry,
      awayAsError(options),
      namedByHash,
      inItsName(options),
      options.atTheServer,
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
    cache: newCache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

/**
 * Documents go by their hash, not by their text: the server in use answers only those that were written down when the front
 * end was built. One that has no hash goes as text, which only a server under development answers.
 */
const namedByHash = new ApolloLink((operation, forward) => {
  const hash = (operation.query as { __meta__?: { hash?: string } }).__meta__?.hash;
  if (hash) {
    operation.extensions['persistedQuery'] = { version: 1, sha256Hash: hash };
    operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  }
  return forward(operation);
});

/** Says whose page it is that asks. */
function inItsName(options: ApolloOptions): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const person = options.person();
    if (person !== null) operation.setContext(({ headers }) => ({ headers: { ...headers, [PERSON_HEADER]: person } }));
    return forward(operation);
  });
}

/** An answer that says the database is away is thrown, so that it is tried again as a lost connection is. */
function awayAsError(options: ApolloOptions): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        const error = result.errors?.length ? new CombinedGraphQLErrors(result) : undefined;
        if (error && refusalCode(error) === 'DATABASE_AWAY') throw error;
        options.onConnection(true);
        return result;
      }),
    ),
  );
}

/** Nobody is signed in, or somebody else. */
const NOT_IN = new Set<string | null>(['SIGNED_OUT', 'ANOTHER_PERSON']);

/** What was refused because its person was not signed in was not done: it is asked once more when the same person is back. */
function whenBack(options: ApolloOptions): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const ask = (): Observable<ApolloLink.Result> => forward(operation);
    if (operation.getContext()['leaves'] === true) return ask();
    return ask().pipe(
      switchMap((result) => {
        const error = result.errors?.length ? new CombinedGraphQLErrors(result) : undefined;
        if (!error || !NOT_IN.has(refusalCode(error))) return of(result);
        return from(options.onSignedOut()).pipe(switchMap(ask));
      }),
    );
  });
}
