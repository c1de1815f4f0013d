import type { Mutant } from './mutants.ts';

/** Those of files and links: who has them, and what they are. */
export const MATERIAL_MUTANTS: readonly Mutant[] = [
  {
    name: 'give a file to whoever sees its meeting',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/materials/material-file.door.ts',
        find: '!holds(abilityNamed(this.ability)!, found.rel)',
        replace: '(found.rel & 6) === 0 && !holds(abilityNamed(this.ability)!, found.rel)',
      },
    ],
    spec: 'test/materials/whose-material.spec.ts',
  },
  {
    name: 'let an item’s material follow it after it was dealt with',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/materials/materials.sql',
        find: "i.state not in ('CARRIED', 'PARKED')",
        replace: "i.state not in ('CARRIED', 'PARKED', 'DONE')",
      },
    ],
    spec: 'test/materials/whose-material.spec.ts',
  },
  {
    name: 'take a file for what its name says',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'backend/src/materials/sniff.ts',
        find: '  const claimed = sortNamed(name);\n',
        replace: '  const claimed = sortNamed(name);\n  if (claimed) return claimed;\n',
      },
    ],
    spec: 'test/materials/materials.spec.ts',
  },
  {
    name: 'keep a file that nobody could look into',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'backend/src/materials/material-upload.door.ts',
        find: "      throw new Refusal('SCAN_AWAY');",
        replace: '      return false;',
      },
    ],
    spec: 'test/materials/keeping.spec.ts',
  },
  {
    name: 'take a file from a page that is not ours',
    promise: 'Nobody writes in another’s name',
    edits: [
      {
        file: 'backend/src/access/upload-doors.ts',
        find: '      requireOwnPage(request);\n',
        replace: '',
      },
    ],
    spec: 'test/materials/materials.spec.ts',
  },
];
