import { z } from 'zod';
import { isUuid } from '#domain/ids.ts';
import { problemIn, type TextRule } from '#domain/text-rules.ts';

/** A text field: its fault is one of the domain's text problems, which the client has words for. */
export const text = (rule: TextRule) =>
  z.string().superRefine((value, context) => {
    const problem = problemIn(value, rule);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

export const id = () => z.string().refine(isUuid, 'NOT_AN_ID');

/** A day that exists, yyyy-mm-dd. */
export const day = () => z.iso.date('NOT_A_DAY');

/** An instant in UTC. */
export const instant = () => z.iso.datetime({ message: 'NOT_A_TIME', offset: true });
