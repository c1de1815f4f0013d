import { z } from 'zod';
import { ACTION_KINDS, ACTION_OUTCOMES } from '#domain/action-lifecycle.ts';
import { MOST_PASTED_ROWS } from '#domain/pasted-list.ts';
import { isBlank, TEXT_LIMITS } from '#domain/text-rules.ts';
import { day, id, text } from './text.ts';

const title = text({ max: TEXT_LIMITS.title, required: true });
const paragraph = text({ max: TEXT_LIMITS.paragraph });
const markerIds = z.array(id()).max(8, 'TOO_MANY');
const responsibleIds = z.array(id()).max(30, 'TOO_MANY');
const expectedSigns = z.array(text({ max: TEXT_LIMITS.line, required: true })).max(8, 'TOO_MANY');

/** No more than five fields a person fills in: what, who, when, marker and sign. */
export const newActionInput = z.object({
  kind: z.enum(ACTION_KINDS),
  title,
  why: paragraph.default(''),
  markerIds,
  responsibleIds,
  dueOn: day().nullable(),
  expectedSigns,
  originMeetingId: id().nullable(),
  originItemId: id().nullable(),
});
export type NewAction = z.infer<typeof newActionInput>;

/** Actions from a pasted list, made all or none. Their ids come from the screen, so that a retry makes nothing twice. */
export const listedActionsInput = z.object({
  actions: z
    .array(
      newActionInput
        .pick({ kind: true, title: true, markerIds: true, responsibleIds: true, dueOn: true })
        .extend({ id: id() }),
    )
    .min(1, 'EMPTY')
    .max(MOST_PASTED_ROWS, 'TOO_MANY')
    .refine((actions) => new Set(actions.map((action) => action.id)).size === actions.length, 'NOT_AN_ID'),
});
export type ListedAction = z.infer<typeof listedActionsInput>['actions'][number];

export const changedActionInput = z
  .object({ title, why: paragraph, markerIds, responsibleIds, dueOn: day().nullable(), expectedSigns })
  .partial();
export type ChangedAction = z.infer<typeof changedActionInput>;

/** What the team tried, saw and learned: something must be said. */
export const reflectionInput = z
  .object({ whatWeTried: paragraph, whatWeSaw: paragraph, whatWeLearned: paragraph })
  .refine((said) => Object.values(said).some((one) => !isBlank(one)), { message: 'EMPTY', path: ['whatWeSaw'] });
export type Reflection = z.infer<typeof reflectionInput>;

export const moveActionInput = z
  .object({
    event: z.enum(['AGREE', 'BEGIN', 'TRY', 'CLOSE', 'ABANDON', 'NOT_BEGUN', 'NOT_TRIED', 'REOPEN']),
    outcome: z.enum(ACTION_OUTCOMES).nullable(),
    reason: paragraph,
    whatWeSaw: paragraph,
  })
  .refine(({ event, reason }) => event !== 'ABANDON' || !isBlank(reason), { message: 'EMPTY', path: ['reason'] });
export type MoveAction = z.infer<typeof moveActionInput>;

export const helpInput = z.object({ text: text({ max: TEXT_LIMITS.line }) });
