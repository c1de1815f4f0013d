import { copenhagenDate, instantOf } from './copenhagen.ts';
import type { Lifecycle } from './lifecycle.ts';
import { addDays } from './iso-week.ts';
import { addSchoolDays } from './school-year.ts';

export const MINUTES_STATES = ['OPEN', 'PROPOSED', 'APPROVED'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];
export type MinutesEvent = 'PROPOSE' | 'WITHDRAW' | 'APPROVE' | 'APPROVE_BY_ALL' | 'APPROVE_BY_TIME';

export interface MinutesFacts {
  /** Objections that the facilitator has not answered. */
  openObjections: number;
  /** Places in the text that look like a CPR number. */
  cprFindings: number;
  /** How many of those present have not tapped. */
  missingTaps: number;
  /** True when the days for objecting are over. */
  timeIsUp?: boolean;
}

/** School days in which those who were present may object before proposed minutes are approved by time; the same for every municipality. */
export const DAYS_TO_OBJECT = 5;

/**
 * When proposed minutes are approved by time: as the fifth school day after the day of the proposal ends in Copenhagen. The
 * day of the proposal itself does not count, nor do weekends and holidays.
 * @param proposedAt ms since 1970
 * @returns ms since 1970
 */
export function approvedByTimeAt(proposedAt: number): number {
  return instantOf(addDays(addSchoolDays(copenhagenDate(proposedAt), DAYS_TO_OBJECT), 1), '00:00');
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
  {
    from: 'PROPOSED',
    event: 'APPROVE_BY_TIME',
    to: 'APPROVED',
    guard: (facts) => clean(facts) && facts.timeIsUp === true,
  },
];
