import { z } from 'zod';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { text } from './text.ts';

export const objectionInput = z.object({ text: text({ max: TEXT_LIMITS.paragraph, required: true }) });
export const answerInput = z.object({ text: text({ max: TEXT_LIMITS.paragraph, required: true }) });
export const amendmentInput = z.object({ text: text({ max: TEXT_LIMITS.paragraph, required: true }) });
