import { z } from 'zod';
import { isUuid } from '#domain/ids.ts';
import { problemIn, type TextRule } from '#domain/text-rules.ts';

/** A text field: its fault is one of the domain's text problems, which the client has words for. */
export const text = (rule: TextRule) =>
  z.string().superRefine((value, context) => {
    const problem = problemIn(value, rule);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

/**
 * What is typed to find or to prove something and never stored as text: judged by its length and its signs alone, for
 * Postgres takes no control characters.
 */
export const typed = (rule: TextRule & { min?: number }) =>
  z.string().superRefine((value, context) => {
    const problem = problemIn(value, rule);
    if (problem && problem !== 'CPR') context.addIssue({ code: 'custom', message: problem });
    else if (value.length < (rule.min ?? 0)) context.addIssue({ code: 'custom', message: 'TOO_SHORT' });
  });

export const id = () => z.string().refine(isUuid, 'NOT_AN_ID');

/** A day that exists, yyyy-mm-dd. */
export const day = () => z.iso.date('NOT_A_DAY');

/** An instant in UTC. */
export const instant = () => z.iso.datetime({ message: 'NOT_A_TIME', offset: true });
