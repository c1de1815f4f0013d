import { z } from 'zod';

/** Will somebody come? */
export const REPLIES = ['COMING', 'NOT_COMING'] as const;
export type Reply = (typeof REPLIES)[number];

/** A secret of ours in an address: 32 random bytes in base64url. Anything else is no secret of ours. */
export const secretInput = z.string().regex(/^[\w-]{43}$/, 'NOT_FOUND');

export const replyInput = z.object({ reply: z.enum(REPLIES) });
