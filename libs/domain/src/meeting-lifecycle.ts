import type { Lifecycle } from './lifecycle.ts';

export const MEETING_STATES = ['DRAFT', 'CONVENED', 'IN_PROGRESS', 'HELD', 'CLOSED', 'CANCELLED'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export type MeetingEvent = 'CONVENE' | 'START' | 'START_BY_MISTAKE' | 'FINISH' | 'FINISH_BY_CLOCK' | 'CANCEL' | 'CLOSE';

/** What the steps are judged by; times in milliseconds since 1970. */
export interface MeetingFacts {
  now: number;
  startedAt: number | null;
  /** The end as planned and extended. */
  plannedEnd: number;
}

export const MISTAKE_WINDOW_MS = 15 * 60_000;
export const FORGOTTEN_AFTER_MS = 2 * 60 * 60_000;

/** DRAFT → CONVENED → IN_PROGRESS → HELD → CLOSED; "Start et møde nu" goes straight from a draft. */
export const MEETING_LIFECYCLE: Lifecycle<MeetingState, MeetingEvent, MeetingFacts> = [
  { from: 'DRAFT', event: 'CONVENE', to: 'CONVENED' },
  { from: 'DRAFT', event: 'START', to: 'IN_PROGRESS' },
  { from: 'DRAFT', event: 'CANCEL', to: 'CANCELLED' },
  { from: 'CONVENED', event: 'START', to: 'IN_PROGRESS' },
  { from: 'CONVENED', event: 'CANCEL', to: 'CANCELLED' },
  {
    from: 'IN_PROGRESS',
    event: 'START_BY_MISTAKE',
    to: 'CONVENED',
    guard: ({ now, startedAt }) => startedAt !== null && now - startedAt <= MISTAKE_WINDOW_MS,
  },
  { from: 'IN_PROGRESS', event: 'FINISH', to: 'HELD' },
  {
    from: 'IN_PROGRESS',
    event: 'FINISH_BY_CLOCK',
    to: 'HELD',
    guard: ({ now, plannedEnd }) => now >= plannedEnd + FORGOTTEN_AFTER_MS,
  },
  { from: 'HELD', event: 'CLOSE', to: 'CLOSED' },
];
