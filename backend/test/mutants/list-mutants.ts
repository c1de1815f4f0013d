import type { Mutant } from './mutants.ts';

/** Of what is pasted as a list: whose it is, and that it is made once. */
export const LIST_MUTANTS: readonly Mutant[] = [
  {
    name: 'let a pasted action name people and markers from elsewhere',
    promise: 'Only those who may',
    edits: [
      { file: 'backend/src/actions/action-list.service.ts', find: 'if (!fits!.fit) throw notFound();', replace: '' },
    ],
    spec: 'test/actions/action-list.spec.ts',
  },
  {
    name: 'answer a pasted action that has another team’s id as if it were made',
    promise: 'An acknowledged write survives',
    edits: [
      {
        file: 'backend/src/actions/action-list.service.ts',
        find: 'if (known!.count < actions.length) throw notFound();',
        replace: '',
      },
    ],
    spec: 'test/actions/action-list.spec.ts',
  },
];
