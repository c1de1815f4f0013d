import { z } from 'zod';
import { addressProblem } from '#domain/material.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { id, text } from './text.ts';

/** A link as it is put on a meeting. */
export const linkInput = z.object({
  title: text({ max: TEXT_LIMITS.title, required: true }),
  url: z
    .string()
    .trim()
    .superRefine((value, context) => {
      const problem = addressProblem(value);
      if (problem) context.addIssue({ code: 'custom', message: problem });
    }),
  id: id().nullish(),
});
