import { z } from 'zod';
import { ITEM_OUTCOMES } from '#domain/agenda-item-lifecycle.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { id, text } from './text.ts';

export const LONGEST_EXTENSION = 60;
export const ATTENDANCES = ['INVITED', 'PRESENT', 'ABSENT', 'GUEST'] as const;

const reason = text({ max: TEXT_LIMITS.line }).default('');

/** What a person may choose as outcome; NOTED comes by itself. */
export const outcomeInput = z
  .object({ outcome: z.enum(ITEM_OUTCOMES).exclude(['NOTED']), reason })
  .refine((value) => value.outcome !== 'DROPPED' || value.reason.trim() !== '', { path: ['reason'], message: 'EMPTY' });

/** Minutes given to an item, or taken back. */
export const extensionInput = z.object({
  minutes: z
    .int('NOT_A_NUMBER')
    .min(-LONGEST_EXTENSION, 'TOO_SHORT')
    .max(LONGEST_EXTENSION, 'TOO_LONG')
    .refine((minutes) => minutes !== 0, 'EMPTY'),
});

export const noteInput = z.object({ text: text({ max: TEXT_LIMITS.note }) });
export const decisionInput = z.object({ text: text({ max: TEXT_LIMITS.paragraph, required: true }) });
export const newDecisionInput = decisionInput.extend({ id: id().nullish() });
export const attendanceInput = z.object({ attendance: z.enum(ATTENDANCES) });
