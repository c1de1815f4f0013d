import type { Mutant } from './mutants.ts';

/** What goes to a school’s leaders by itself: never against the team’s word, nor by a rule that came later. */
export const SHARING_MUTANTS: readonly Mutant[] = [
  {
    name: 'share as the school agreed, whatever the team chose',
    promise: 'Only those who may',
    edits: [
      {
        file: 'libs/domain/src/sharing-agreement.ts',
        find: "if (choice !== null) return choice ? 'CHOSEN' : 'KEPT';",
        replace: "if (choice === true) return 'CHOSEN';",
      },
    ],
    spec: 'test/minutes/sharing-agreement.spec.ts',
  },
  {
    name: 'count meetings that had begun when the school agreed',
    promise: 'Only those who may',
    edits: [
      {
        file: 'libs/domain/src/sharing-agreement.ts',
        find: "return begunAt !== null && begunAt > agreedSince ? 'AGREED' : 'BEGUN_BEFORE';",
        replace: "return begunAt === null ? 'BEGUN_BEFORE' : 'AGREED';",
      },
    ],
    spec: 'test/minutes/sharing-agreement.spec.ts',
  },
  {
    name: 'move since when an agreement holds to before it was made',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/minutes/sharing-choice.service.ts',
        find: 'set since = case when $2 then clock_timestamp() end',
        replace: "set since = case when $2 then clock_timestamp() - interval '1 day' end",
      },
    ],
    spec: 'test/minutes/sharing-agreement.spec.ts',
  },
  {
    name: 'let a team’s own member agree for the school',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/minutes/minutes.policy.ts',
        find: "viewers: { school_leader: 'yes' },\n  },\n});",
        replace: "viewers: { school_leader: 'yes', team_member: 'yes' },\n  },\n});",
      },
    ],
    spec: 'test/minutes/sharing-agreement.spec.ts',
  },
];
