import { z } from 'zod';
import { ITEM_OUTCOMES } from '#domain/agenda-item-lifecycle.ts';
import { isBlank, TEXT_LIMITS } from '#domain/text-rules.ts';
import { id, text } from './text.ts';

export const LONGEST_EXTENSION = 60;
/** A meeting is never extended by more than this, in minutes. */
export const LONGEST_MEETING_EXTENSION = 240;
const MOST_ITEMS = 100;
const LONGEST_ITEM = 480;
export const ATTENDANCES = ['INVITED', 'PRESENT', 'ABSENT', 'GUEST'] as const;

const reason = text({ max: TEXT_LIMITS.line }).default('');

/** What a person may choose as outcome; NOTED comes by itself. */
export const outcomeInput = z
  .object({ outcome: z.enum(ITEM_OUTCOMES).exclude(['NOTED']), reason })
  .refine((value) => value.outcome !== 'DROPPED' || !isBlank(value.reason), { path: ['reason'], message: 'EMPTY' });

/** Minutes given to an item, or taken back. */
export const extensionInput = z.object({
  minutes: z
    .int('NOT_A_NUMBER')
    .min(-LONGEST_EXTENSION, 'TOO_SHORT')
    .max(LONGEST_EXTENSION, 'TOO_LONG')
    .refine((minutes) => minutes !== 0, 'EMPTY'),
});

const minutesOfItem = z.int('NOT_A_NUMBER').min(-LONGEST_ITEM, 'TOO_SHORT').max(LONGEST_ITEM, 'TOO_LONG');

/** Items' extensions as they were, each with what it was seen as. */
export const minutesInput = z.object({
  items: z
    .array(z.object({ itemId: id(), extendedMin: minutesOfItem, seenExtendedMin: minutesOfItem }))
    .min(1, 'EMPTY')
    .max(MOST_ITEMS, 'TOO_LONG'),
});

/** What each is meant to have in a round, in seconds. */
export const roundInput = z.object({ seconds: z.int('NOT_A_NUMBER').min(15, 'TOO_SHORT').max(600, 'TOO_LONG') });

export const decisionInput = z.object({ text: text({ max: TEXT_LIMITS.paragraph, required: true }) });
export const newDecisionInput = decisionInput.extend({ id: id().nullish() });
export const attendanceInput = z.object({ attendance: z.enum(ATTENDANCES) });
