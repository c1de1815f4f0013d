import { z } from 'zod';

export const signInInput = z.object({
  signInName: z.string().trim().min(1, 'EMPTY').max(200, 'TOO_LONG'),
  password: z.string().min(1, 'EMPTY').max(200, 'TOO_LONG'),
});

export const acceptInvitationInput = z.object({
  token: z.string().min(20, 'EMPTY').max(200, 'TOO_LONG'),
  signInName: z.string().trim().min(3, 'TOO_SHORT').max(200, 'TOO_LONG'),
  password: z.string().min(12, 'TOO_SHORT').max(200, 'TOO_LONG'),
});
