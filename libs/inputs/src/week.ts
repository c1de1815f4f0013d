import { z } from 'zod';
import { day } from './text.ts';

/** Which week is asked for, by its Monday. */
export const weekInput = z.object({ monday: day() });
