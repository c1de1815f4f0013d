import type { FastifyReply } from 'fastify';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { MercuriusContext } from 'mercurius';
import { isDatabaseAway, Refusal } from '../platform/errors.ts';
import { withoutValues } from '../platform/fault-log.ts';

/**
 * What the person is told: a code the client has words for. Everything else stays in the log, without the query's
 * variables, since those are personal text.
 */
export function answerErrors(
  execution: ExecutionResult & Required<Pick<ExecutionResult, 'errors'>>,
  context: MercuriusContext,
): { statusCode: number; response: ExecutionResult } {
  let away = false;
  const errors = execution.errors.map((error) => {
    const cause = error.originalError ?? error;
    if (cause instanceof Refusal) return tell(error, String(cause.extensions['code']), cause.extensions);
    if (isDatabaseAway(cause)) {
      away = true;
      return tell(error, 'DATABASE_AWAY');
    }
    const reason = questionRefused(error);
    if (reason !== null) return tell(error, 'QUERY_REFUSED', { reason });
    logOf(context)?.error(
      { err: { message: withoutValues(cause), stack: cause.stack }, path: error.path },
      'an operation failed',
    );
    return tell(error, 'FAULT');
  });
  return { statusCode: away ? 503 : 200, response: { data: execution.data ?? null, errors } };
}

/** What is wrong with a question that was never asked: its grammar, its fields, or what its variables hold. No fault of ours, so not for the log. */
function questionRefused(error: GraphQLError): string | null {
  if (error.path !== undefined) return null;
  const cause = error.originalError as { code?: string; errors?: { message: string }[] } | undefined;
  if (cause === undefined) return error.message;
  if (!cause.code?.startsWith('MER_ERR_GQL_')) return null;
  return cause.errors?.map((one) => one.message).join(' ') ?? error.message;
}

const tell = (error: GraphQLError, code: string, extensions: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(code, { path: error.path, extensions: { ...extensions, code } });

const logOf = (context: MercuriusContext): FastifyReply['log'] | undefined =>
  (context as { reply?: FastifyReply }).reply?.log;
