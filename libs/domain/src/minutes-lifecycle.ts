import type { Lifecycle } from './lifecycle.ts';

export const MINUTES_STATES = ['OPEN', 'PROPOSED', 'APPROVED'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];
export type MinutesEvent = 'PROPOSE' | 'WITHDRAW' | 'APPROVE' | 'APPROVE_BY_ALL';

export interface MinutesFacts {
  /** Objections that the facilitator has not answered. */
  openObjections: number;
  /** Places in the text that look like a CPR number. */
  cprFindings: number;
  /** How many of those present have not tapped. */
  missingTaps: number;
}

const clean = ({ openObjections, cprFindings }: MinutesFacts): boolean => openObjections === 0 && cprFindings === 0;

/** OPEN → PROPOSED → APPROVED. An objection keeps PROPOSED; an open CPR finding stops every way. */
export const MINUTES_LIFECYCLE: Lifecycle<MinutesState, MinutesEvent, MinutesFacts> = [
  { from: 'OPEN', event: 'PROPOSE', to: 'PROPOSED', guard: ({ cprFindings }) => cprFindings === 0 },
  { from: 'OPEN', event: 'APPROVE', to: 'APPROVED', guard: clean },
  { from: 'PROPOSED', event: 'WITHDRAW', to: 'OPEN' },
  { from: 'PROPOSED', event: 'APPROVE', to: 'APPROVED', guard: clean },
  {
    from: 'PROPOSED',
    event: 'APPROVE_BY_ALL',
    to: 'APPROVED',
    guard: (facts) => clean(facts) && facts.missingTaps === 0,
  },
];
