import type { Lifecycle } from './lifecycle.ts';

export const SILENT_STATES = ['OPEN', 'REVEALED', 'CANCELLED'] as const;
export type SilentState = (typeof SILENT_STATES)[number];
export type SilentEvent = 'WRITE' | 'REVEAL' | 'CANCEL';

/** OPEN while everybody writes alone; REVEALED to all at once, or CANCELLED with nothing shown. Neither is ever undone. */
export const SILENT_LIFECYCLE: Lifecycle<SilentState, SilentEvent> = [
  { from: 'OPEN', event: 'WRITE', to: 'OPEN' },
  { from: 'OPEN', event: 'REVEAL', to: 'REVEALED' },
  { from: 'OPEN', event: 'CANCEL', to: 'CANCELLED' },
];

/** How many posts one person may have in one silent writing. */
export const MOST_POSTS = 20;
export const LONGEST_SILENT_MIN = 60;

/** Fewer answers than this are not shown: "for få svar". */
export const FEWEST_PULSE_ANSWERS = 3;
export const PULSE_STEPS = [1, 2, 3, 4, 5] as const;
