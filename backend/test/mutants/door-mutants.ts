import type { Mutant } from './mutants.ts';

/** The doors’: whose page it is that asks, and how often a socket may knock. */
export const DOOR_MUTANTS: readonly Mutant[] = [
  {
    name: 'let a page of one person in with the session of another',
    promise: 'Nobody writes in another’s name',
    edits: [
      {
        file: 'backend/src/live/handshake.ts',
        find: "if (page !== undefined && page !== personId) throw new Refusal('ANOTHER_PERSON');",
        replace: '',
      },
    ],
    spec: 'test/identity/outbox-secret.spec.ts',
  },
  {
    name: 'let a page of one person ask and write with the session of another',
    promise: 'Nobody writes in another’s name',
    edits: [
      {
        file: 'backend/src/access/page-owners.ts',
        find: "if (session.personId !== page) throw new Refusal('ANOTHER_PERSON');",
        replace: '',
      },
    ],
    spec: 'test/access/whose-page.spec.ts',
  },
  {
    name: 'ask without saying whose page it is',
    promise: 'Nobody writes in another’s name',
    edits: [{ file: 'frontend/src/platform/parts/apollo.ts', find: '      inItsName(options),\n', replace: '' }],
    side: 'frontend',
    spec: 'src/identity/whose-page.spec.ts',
  },
  {
    name: 'let a socket knock as often as it likes',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'backend/src/live/socket-door.ts',
        find: '    if (!this.pace.allows(socket)) return TOO_FAST;\n',
        replace: '',
      },
    ],
    spec: 'test/live/pace.spec.ts',
  },
  {
    name: 'start with a door of the socket that has no pace',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'backend/src/live/socket-door.ts',
        find: '(pace as unknown) instanceof Pace ?',
        replace: '(pace as unknown) !== null ?',
      },
    ],
    spec: 'test/live/pace.spec.ts',
  },
  {
    name: 'give up words that were sent too fast',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/note-sync.ts',
        find: "new Set([AWAY, 'SIGNED_OUT', 'TOO_FAST'])",
        replace: "new Set([AWAY, 'SIGNED_OUT'])",
      },
    ],
    spec: 'test/live/pace.spec.ts',
  },
  {
    name: 'follow no more what was asked for too fast',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'frontend/src/live/parts/live.ts',
        find: 'if (PASSING.has(answer.refused)) this.askLater(scope, AGAIN_MS);',
        replace: 'if (PASSING.has(answer.refused)) return;',
      },
    ],
    spec: 'test/live/pace.spec.ts',
  },
  {
    name: 'send a file to a page of one person with the session of another',
    promise: 'Nobody reads in another’s name',
    edits: [
      {
        file: 'backend/src/access/file-doors.ts',
        find: '      await this.pages.requireOwn(context);\n',
        replace: '',
      },
    ],
    spec: 'test/documents/minutes-door.spec.ts',
  },
  {
    name: 'send a file without a line in the audit',
    promise: 'Every use leaves a line',
    edits: [
      {
        file: 'backend/src/access/file-doors.ts',
        find: "        verb: 'EXPORT',",
        replace: "        verb: 'READ',",
      },
    ],
    spec: 'test/documents/minutes-door.spec.ts',
  },
  {
    name: 'send a file with amendments to whoever may read the minutes',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/documents/minutes.door.ts',
        find: "may(minutesPolicy['minutes.amendments']) ? minutes.amendments : null",
        replace: 'minutes.amendments',
      },
    ],
    spec: 'test/documents/minutes-door.spec.ts',
  },
  {
    name: 'let a route stand that names no ability, as a file might',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/access/guarded-routes.ts',
        find: '(ability !== undefined && abilityNamed(ability) !== undefined)',
        replace: 'true',
      },
    ],
    spec: 'test/access/walk-files.spec.ts',
  },
  {
    name: 'read what people wrote as source, when a file is made of it',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'backend/src/documents/minutes.typ',
        find: 'let body = text(broken(one.words))',
        replace: 'let body = eval(one.words, mode: "markup")',
      },
    ],
    spec: 'test/documents/pdf.spec.ts',
  },
  {
    name: 'let the jobs of one minute all hold a connection at once',
    promise: 'It stays up',
    edits: [
      {
        file: 'backend/src/platform/clock-job.ts',
        find: 'const mine = before.then(round, round);',
        replace: 'const mine = round();',
      },
    ],
    spec: 'test/platform/clock-jobs.spec.ts',
  },
];
