import { z } from 'zod';
import { AGENDA_ITEM_KINDS, TRACKS } from '#domain/agenda-item-lifecycle.ts';
import { MOST_PASTED_ROWS } from '#domain/pasted-list.ts';
import { MEETING_ROLES } from '#domain/role.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { id, instant, text, typed } from './text.ts';

export const SHORTEST_MEETING = 5;
export const LONGEST_MEETING = 480;
export const LONGEST_ITEM = 240;

const title = text({ max: TEXT_LIMITS.title, required: true });
/** A meeting's length, in minutes. */
export const duration = z.int('NOT_A_NUMBER').min(SHORTEST_MEETING, 'TOO_SHORT').max(LONGEST_MEETING, 'TOO_LONG');
const minutes = z.int('NOT_A_NUMBER').min(1, 'TOO_SHORT').max(LONGEST_ITEM, 'TOO_LONG');
/** A template as it is called; whether there is one is asked where it is read. */
export const templateKey = z.string().regex(/^[a-z0-9-]{1,80}$/, 'NOT_FOUND');
const markerIds = z.array(id()).max(8, 'TOO_MANY');

/** The meeting's own fields, each by itself: a change holds only what was changed. */
export const meetingFields = z
  .object({
    title,
    startsAt: instant(),
    durationMin: duration,
    place: text({ max: TEXT_LIMITS.place }),
    purpose: text({ max: TEXT_LIMITS.paragraph }),
    bring: text({ max: TEXT_LIMITS.paragraph }),
  })
  .partial();

export const newMeetingInput = z.object({
  templateKey,
  startsAt: instant(),
  durationMin: duration,
  title: title.optional(),
  place: text({ max: TEXT_LIMITS.place }).optional(),
});

export const pickTemplateInput = z.object({ templateKey });

const itemShape = {
  title,
  kind: z.enum(AGENDA_ITEM_KINDS),
  track: z.enum(TRACKS),
  plannedMin: minutes,
  guidance: text({ max: TEXT_LIMITS.paragraph }),
  ownerId: id().nullable(),
  markerIds,
};

export const itemFields = z.object(itemShape).partial();

export const newItemInput = z.object({
  title,
  kind: itemShape.kind.default('DISCUSSION'),
  track: itemShape.track.default('DEVELOPMENT'),
  plannedMin: minutes.default(10),
  guidance: itemShape.guidance.default(''),
  ownerId: itemShape.ownerId.default(null),
  markerIds: markerIds.default([]),
  position: z.int().min(1).max(200).optional(),
  /** Puts a removed item back on its thread. */
  threadId: id().nullish(),
});

export const MOST_PARTS = 6;
export const splitInput = z.object({
  parts: z
    .array(z.object({ title, plannedMin: minutes }))
    .min(2, 'TOO_FEW')
    .max(MOST_PARTS, 'TOO_MANY'),
});
export type ItemPart = z.infer<typeof splitInput>['parts'][number];
export const dropInput = z.object({ reason: text({ max: TEXT_LIMITS.line, required: true }) });

/** Items from a pasted list, added all or none. Their ids come from the screen, so that a retry adds nothing twice. */
export const listedItemsInput = z.object({
  items: z
    .array(newItemInput.pick({ title: true, plannedMin: true, ownerId: true }).extend({ id: id() }))
    .min(1, 'EMPTY')
    .max(MOST_PASTED_ROWS, 'TOO_MANY')
    .refine((items) => new Set(items.map((item) => item.id)).size === items.length, 'NOT_AN_ID'),
});

/** Where a page of a meeting's history ended: a change's number, or null for the first. */
export const historyCursor = z
  .string()
  .regex(/^[1-9][0-9]{0,17}$/)
  .nullable();

export const focusInput = z.object({ markerIds });
export const roleInput = z.object({ role: z.enum(MEETING_ROLES) });
export const cancelInput = z.object({ reason: text({ max: TEXT_LIMITS.line, required: true }) });
/** What a person types to find somebody: short, and not checked for content: the audit keeps it without CPR numbers. */
export const searchInput = z.object({ search: typed({ max: TEXT_LIMITS.name }) });
