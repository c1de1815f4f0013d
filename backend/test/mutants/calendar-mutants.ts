import type { Mutant } from './mutants.ts';

/** Breaks of who keeps the closed days, and of calling a series off. */
export const CALENDAR_MUTANTS: readonly Mutant[] = [
  {
    name: 'let whoever reads the closed days keep them',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/organisation/closing-day.policy.ts',
        find: "viewers: { administrator: 'yes' },",
        replace: "viewers: { administrator: 'yes', dpo: 'yes' },",
      },
    ],
    spec: 'test/organisation/closing-days.spec.ts',
  },
  {
    name: 'let one meeting’s facilitator call off the others',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/meetings/series.service.ts',
        find: "await ask(work, meetingsPolicy['meeting.cancel'], 'team', known.team_id, meetingsPolicy['meeting.draft']);",
        replace:
          "await ask(work, meetingsPolicy['meeting.cancel'], 'meeting', meetingId, meetingsPolicy['meeting.draft']);",
      },
    ],
    spec: 'test/meetings/cancel-series.spec.ts',
  },
  {
    name: 'call off a meeting that has begun with the rest of its series',
    promise: 'One step is one step',
    edits: [
      {
        file: 'backend/src/meetings/series.service.ts',
        find: '[known.series_id, BEFORE_IT_STARTS, new Date(work.now), first, endsOn]',
        replace: "[known.series_id, [...BEFORE_IT_STARTS, 'IN_PROGRESS'], new Date(work.now), first, endsOn]",
      },
    ],
    spec: 'test/meetings/cancel-series.spec.ts',
  },
];
