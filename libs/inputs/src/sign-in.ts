import { z } from 'zod';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { typed } from './text.ts';

const max = TEXT_LIMITS.title;
const password = z.string().min(1, 'EMPTY').max(max, 'TOO_LONG');

export const signInInput = z.object({
  signInName: z
    .string()
    .trim()
    .pipe(typed({ max, required: true })),
  password,
});

export const acceptInvitationInput = z.object({
  token: z.string().min(20, 'EMPTY').max(max, 'TOO_LONG'),
  signInName: z
    .string()
    .trim()
    .pipe(typed({ max, min: 3 })),
  password: password.min(12, 'TOO_SHORT'),
});
