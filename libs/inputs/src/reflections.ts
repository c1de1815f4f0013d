import { z } from 'zod';
import { LONGEST_SILENT_MIN, PULSE_STEPS } from '#domain/silent-lifecycle.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { id, text } from './text.ts';

/** What is asked, for how long, and whether authors are shown inside the team afterwards. */
export const silentWritingInput = z.object({
  question: text({ max: TEXT_LIMITS.line, required: true }),
  minutes: z.int('NOT_A_NUMBER').min(1, 'TOO_SHORT').max(LONGEST_SILENT_MIN, 'TOO_LONG').nullable(),
  withNames: z.boolean(),
});

/** One post. An empty text takes it back: nothing of it is shown. */
export const silentPostInput = z.object({
  id: id(),
  text: text({ max: TEXT_LIMITS.paragraph }),
  seenVersion: z.int('NOT_A_NUMBER').min(0, 'TOO_SHORT'),
  forPersonId: id().nullable(),
});

export const groupInput = z.object({ title: text({ max: TEXT_LIMITS.title, required: true }) });
export const newGroupInput = groupInput.extend({ id: id() });

export const pulseInput = z.object({
  step: z.union(
    PULSE_STEPS.map((step) => z.literal(step)),
    'NOT_A_STEP',
  ),
});
