import type { Mutant } from './mutants.ts';

/** The templates': whose they are, and nobody's words lost. */
export const TEMPLATE_MUTANTS: readonly Mutant[] = [
  {
    name: 'lay another team’s template',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/meetings/agenda-lay.ts',
        find: "or t.scope = 'TEAM' and t.scope_id = x.id)",
        replace: "or t.scope = 'TEAM')",
      },
    ],
    spec: 'test/meetings/templates.spec.ts',
  },
  {
    name: 'let whoever sees a school’s template write it',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/meetings/templates-json.sql',
        find: "when p_scope = 'SCHOOL' and x.rel & 1056 <> 0 then 1",
        replace: "when p_scope = 'SCHOOL' and x.rel & 1078 <> 0 then 1",
      },
    ],
    spec: 'test/meetings/templates.spec.ts',
  },
  {
    name: 'save a template over what a colleague saved meanwhile',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'backend/src/meetings/template-room.ts',
        find: 'if (template.version !== seenVersion)',
        replace: 'if (template.version < seenVersion)',
      },
    ],
    spec: 'test/meetings/templates.spec.ts',
  },
];
