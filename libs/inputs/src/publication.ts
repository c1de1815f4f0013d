import { z } from 'zod';
import { day } from './text.ts';

/** Which of the published tables is asked for, by the day they came out. */
export const publicationInput = z.object({ publishedOn: day() });
