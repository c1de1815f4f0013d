import type { z } from 'zod';
import { Refusal } from './errors.ts';

/**
 * Checks an input at the door. Every faulty field is named with a code the client has words for.
 * @throws Refusal INPUT_REFUSED with `fields: [{ field, problem }]`
 */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data as z.infer<Schema>;
  throw new Refusal('INPUT_REFUSED', {
    fields: result.error.issues.map((issue) => ({ field: issue.path.join('.'), problem: issue.message })),
  });
}
