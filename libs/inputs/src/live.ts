import { z } from 'zod';
import { isUuid } from '#domain/ids.ts';

/** What a socket sends to follow a scope. */
export const followInput = z.object({
  kind: z.enum(['MEETING', 'TEAM', 'PERSON']),
  id: z.string().refine(isUuid, 'NOT_AN_ID'),
  since: z.number().int().min(0).nullable(),
});
