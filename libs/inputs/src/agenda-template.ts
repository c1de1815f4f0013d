import { z } from 'zod';
import { AGENDA_ITEM_KINDS, TRACKS } from '#domain/agenda-item-lifecycle.ts';
import { MEETING_ROLES } from '#domain/role.ts';
import { LONGEST_STEP, MOST_TEMPLATE_STEPS, OWNING_SCOPES, templateFaults } from '#domain/template-rules.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { id, text } from './text.ts';

const minutes = z.int('NOT_A_NUMBER').min(1, 'TOO_SHORT').max(LONGEST_STEP, 'TOO_LONG');

const step = z.object({
  /** What the step is known by from version to version, and a thread from meeting to meeting. */
  key: z.string().regex(/^[a-z0-9-]{1,80}$/, 'NOT_AN_ID'),
  title: text({ max: TEXT_LIMITS.title, required: true }),
  kind: z.enum(AGENDA_ITEM_KINDS),
  track: z.enum(TRACKS),
  minutes,
  minMinutes: minutes,
  guidance: text({ max: TEXT_LIMITS.paragraph }),
  recurs: z.boolean(),
});

/** A template as it is written, in the form and at the door. */
export const templateInput = z.object({
  name: text({ max: TEXT_LIMITS.name, required: true }),
  purpose: text({ max: TEXT_LIMITS.paragraph }),
  bring: text({ max: TEXT_LIMITS.paragraph }),
  roles: z
    .array(z.enum(MEETING_ROLES))
    .max(MEETING_ROLES.length, 'TOO_MANY')
    .refine((roles) => new Set(roles).size === roles.length, 'TWICE'),
  steps: z
    .array(step)
    .min(1, 'EMPTY')
    .max(MOST_TEMPLATE_STEPS, 'TOO_MANY')
    .superRefine((steps, context) => {
      for (const { field, problem } of templateFaults(steps)) {
        if (problem === 'EMPTY' || problem === 'TOO_MANY') continue;
        const path = field.split('.').slice(1);
        context.addIssue({
          code: 'custom',
          message: problem,
          path: path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        });
      }
    }),
});
export type TemplateDraft = z.infer<typeof templateInput>;

/** Whose a new template is to be. */
export const templateOwner = z.object({ scope: z.enum(OWNING_SCOPES, 'NOT_FOUND'), id: id() });
export const sharedLevel = z.object({ level: z.enum(['SCHOOL', 'MUNICIPALITY'], 'NOT_FOUND') });
/** A version as it was seen, or is to be put back. */
export const templateVersion = z.int().min(1).max(1_000_000);
