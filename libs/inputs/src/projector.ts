import { z } from 'zod';

/** The digits on a screen that waits; people also write them in two halves. */
export const screenCodeInput = z.object({
  code: z
    .string()
    .max(20, 'NOT_A_CODE')
    .transform((code) => code.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'NOT_A_CODE')),
});

/** What a socket of the screen sends to follow what is lent to it: nothing at all. */
export const screenFollowInput = z.union([z.null(), z.object({}).strict()]);
