import { Extensions } from '@nestjs/graphql';
import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver } from 'graphql';
import { hasCpr } from '#domain/cpr.ts';
import { isUuid } from '#domain/ids.ts';
import type { RequestContext } from './request.ts';

/** What a query leaves in the audit. */
type AuditRule =
  | { verb: 'READ'; object: string; id?: string }
  | { verb: 'SEARCH'; object: string; id?: string; criterion: string }
  /** Leaves no line, and why. */
  | { none: string };

const names = (rule: AuditRule): MethodDecorator => Extensions({ audit: rule });

/**
 * A query that shows personal data: each answer leaves one line. The server does not start with a query that says nothing of this.
 * @param object the noun or the screen
 * @param id the argument that says which
 */
export const Reads = (object: string, id?: string): MethodDecorator =>
  names({ verb: 'READ', object, ...(id ? { id } : {}) });

/** A query that looks for somebody: its line holds what was looked for, not who was found. @param where of the argument that is searched in */
export const Searches = (object: string, criterion: string, where?: string): MethodDecorator =>
  names({ verb: 'SEARCH', object, criterion, ...(where ? { id: where } : {}) });

/** A query that shows nothing of anybody but the viewer. @param why in a sentence */
export const LeavesNoLine = (why: string): MethodDecorator => names({ none: why });

const LONGEST_CRITERION = 200;
/** What Postgres' JSON cannot hold: NUL, and half a character. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/gu;

/** A criterion as it may be stored: no CPR number, and nothing that would keep the lines beside it from being written. */
export function storable(criterion: unknown): string {
  const text = String(criterion ?? '')
    .replaceAll(UNSTORABLE, '')
    .trim();
  return hasCpr(text) ? '(CPR)' : [...text].slice(0, LONGEST_CRITERION).join('');
}

/** What is wrong with what a query says of its audit, or undefined. */
export function auditFault(field: GraphQLField<unknown, unknown>): string | undefined {
  const rule = field.extensions['audit'] as AuditRule | undefined;
  if (!rule) return 'says nothing of what it reads';
  if ('none' in rule) return undefined;
  const asked = [rule.id, rule.verb === 'SEARCH' ? rule.criterion : undefined].filter((name) => name !== undefined);
  const missing = asked.find((name) => !field.args.some((arg) => arg.name === name));
  return missing ? `has no argument ${missing} for its audit` : undefined;
}

/** The query's resolver, leaving its line once it has an answer: what is refused, and what is not there, was not used. */
export function audited(field: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> | undefined {
  const rule = field.extensions['audit'] as AuditRule;
  if ('none' in rule) return field.resolve;
  const resolve = field.resolve ?? defaultFieldResolver;
  return async (source, args, context, info) => {
    const answer: unknown = await resolve(source, args, context, info);
    if (answer === null || answer === undefined) return answer;
    const { uses, sessionHash } = context as RequestContext;
    const given = args as Record<string, unknown>;
    const id = rule.id ? given[rule.id] : null;
    uses.note({
      sessionHash,
      verb: rule.verb,
      object: rule.object,
      objectId: typeof id === 'string' && isUuid(id) ? id : null,
      criterion: rule.verb === 'SEARCH' ? storable(given[rule.criterion]) : null,
      at: Date.now(),
    });
    return answer;
  };
}
