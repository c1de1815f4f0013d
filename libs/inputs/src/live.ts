import { z } from 'zod';
import { isUuid } from '#domain/ids.ts';

/** What a socket sends to stop following a scope. */
export const leaveInput = z.object({
  kind: z.enum(['MEETING', 'TEAM', 'PERSON', 'SCHOOL', 'MUNICIPALITY']),
  id: z.string().refine(isUuid, 'NOT_AN_ID'),
});

/** What a socket sends to follow one. */
export const followInput = leaveInput.extend({ since: z.number().int().min(0).nullable() });

/** What a socket says about its person in a meeting's room; what is left out stays as it was. */
export const presenceInput = z.object({
  meetingId: z.string().refine(isUuid, 'NOT_AN_ID'),
  /** The item the person's screen shows; null is none. */
  itemId: z.string().refine(isUuid, 'NOT_AN_ID').nullable().optional(),
  hand: z.boolean().optional(),
  writing: z.boolean().optional(),
});
