import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circlesIn } from '../lint/circles.mjs';
import { faultOf } from '../lint/imports.mjs';
import { rooms } from '../lint/rooms.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

describe('the order of the rooms', () => {
  it('is the order of app.module.ts', () => {
    const source = readFileSync(path.join(root, 'backend/src/app.module.ts'), 'utf8');
    const order = [...source.matchAll(/from '\.\/([a-z-]+)\/[a-z-]+\.module\.ts'/g)].map((match) => match[1]);
    expect(order.length).toBeGreaterThan(9);
    expect(order).toEqual(rooms.filter((room) => order.includes(room)));
  });

  it('lets a room import from those above it and refuses those below', () => {
    for (const [at, room] of rooms.entries()) {
      for (const [otherAt, other] of rooms.entries()) {
        if (other === 'screens' || other === room) continue;
        const fault = faultOf(`backend/src/${room}/one.ts`, `../${other}/two.ts`);
        expect(fault === null, `${room} imports ${other}: ${fault}`).toBe(otherAt < at);
      }
    }
  });
});

/** One deliberate violation each: [what it breaks, file, its text, the rule that must name it]. */
const violations: [string, string, string, string][] = [
  [
    'a room that imports from a later one',
    'backend/src/meetings/a.ts',
    "import '../actions/b.ts';\n",
    'pejling/imports',
  ],
  ['a room that imports screens', 'backend/src/documents/a.ts', "import '../screens/b.ts';\n", 'pejling/imports'],
  [
    'a type taken from a later room',
    'backend/src/access/a.ts',
    "import type { B } from '../minutes/b.ts';\nexport type A = B;\n",
    'pejling/imports',
  ],
  ['a re-export of a later room', 'backend/src/live/a.ts', "export * from '../minutes/b.ts';\n", 'pejling/imports'],
  [
    'a late import of a later room',
    'backend/src/live/a.ts',
    "export const a = () => import('../minutes/b.ts');\n",
    'pejling/imports',
  ],
  [
    'a backend that imports the frontend',
    'backend/src/live/a.ts',
    "import '../../../frontend/src/app/b.ts';\n",
    'pejling/imports',
  ],
  [
    'a frontend that imports the backend',
    'frontend/src/app/a.ts',
    "import '../../../backend/src/live/b.ts';\n",
    'pejling/imports',
  ],
  [
    "another room's file that is not in parts",
    'frontend/src/actions/a.ts',
    "import '../meetings/B.tsx';\n",
    'pejling/imports',
  ],
  ["a later room's parts", 'frontend/src/meetings/a.ts', "import '../actions/parts/B.tsx';\n", 'pejling/imports'],
  ['a room that imports the app', 'frontend/src/meetings/a.ts', "import '../app/b.ts';\n", 'pejling/imports'],
  ['a folder that is no room', 'backend/src/meetings/a.ts', "import '../gadgets/b.ts';\n", 'pejling/imports'],
  ['a domain that imports a package', 'libs/domain/src/a.ts', "import 'zod';\n", 'pejling/imports'],
  ['inputs that import more than zod and domain', 'libs/inputs/src/a.ts', "import 'pg';\n", 'pejling/imports'],
  ['ui that knows of PLF', 'libs/ui/src/a.ts', "import '#domain/iso-week.ts';\n", 'pejling/imports'],
  [
    'a library that imports the backend',
    'libs/live-protocol/src/a.ts',
    "import '../../../backend/src/main.ts';\n",
    'pejling/imports',
  ],
  [
    'a library imported by path',
    'backend/src/live/a.ts',
    "import '../../../libs/domain/src/b.ts';\n",
    'pejling/imports',
  ],
  ['a barrel', 'frontend/src/meetings/index.ts', 'export const a = 1;\n', 'pejling/names'],
  ['a folder of helpers', 'backend/src/meetings/helpers/a.ts', 'export const a = 1;\n', 'pejling/names'],
  ['a file of over 300 lines', 'backend/src/meetings/a.ts', '// line\n'.repeat(301), 'max-lines'],
  [
    'a test left out',
    'backend/test/a.spec.ts',
    "import { it } from 'vitest';\nit.skip('x', () => {});\n",
    'pejling/whole-tests',
  ],
  [
    'a test alone',
    'backend/test/a.spec.ts',
    "import { it } from 'vitest';\nit.only('x', () => {});\n",
    'pejling/whole-tests',
  ],
  [
    'a sleep',
    'backend/test/a.spec.ts',
    'await new Promise((resolve) => setTimeout(resolve, 50));\n',
    'pejling/no-sleep',
  ],
  [
    'a wait for nothing',
    'frontend/e2e/a.ts',
    'export const f = (page: any) => page.waitForTimeout(50);\n',
    'pejling/no-sleep',
  ],
  ['a note to self', 'backend/src/meetings/a.ts', '// TODO later\nexport const a = 1;\n', 'no-warning-comments'],
];

describe('lint', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pejling-lint-'));
    for (const [index, [, file, text]] of violations.entries()) {
      const place = path.join(folder, String(index), file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fails on every deliberate violation, naming its rule', async () => {
    const { ESLint } = await import('eslint');
    for (const [index, [what, file, text, rule]] of violations.entries()) {
      const cwd = path.join(folder, String(index));
      const eslint = new ESLint({ cwd, overrideConfigFile: path.join(root, 'eslint.config.mjs') });
      const [result] = await eslint.lintText(text, { filePath: path.join(cwd, file) });
      expect(
        result?.messages.map((message) => message.ruleId),
        what,
      ).toContain(rule);
    }
  });

  it('has nothing against the same files when they keep the order', async () => {
    const { ESLint } = await import('eslint');
    const eslint = new ESLint({ cwd: root, overrideConfigFile: path.join(root, 'eslint.config.mjs') });
    for (const [file, text] of [
      ['backend/src/actions/one.ts', "import '../meetings/b.ts';\nimport '#domain/iso-week.ts';\nimport 'pg';\n"],
      ['frontend/src/actions/one.ts', "import '../meetings/parts/B.tsx';\nimport '#ui/Button.tsx';\n"],
      ['frontend/src/app/one.ts', "import '../meetings/Plan.tsx';\n"],
      ['libs/inputs/src/one.ts', "import 'zod';\nimport '#domain/iso-week.ts';\n"],
      ['backend/test/one.spec.ts', 'export const deadline = setTimeout(() => process.exit(1), 50);\n'],
    ] as const) {
      const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
      expect(result?.messages, file).toEqual([]);
    }
  });

  it('fails as a command: a violation in a project ends with a code that is not 0, and so does a ring of imports', () => {
    const lint = (fixture: string) =>
      spawnSync(process.execPath, [path.join(root, 'libs/workspace/lint/run.mjs'), 'backend', fixture], {
        encoding: 'utf8',
      });
    const wrong = lint(path.join(folder, '0'));
    expect(wrong.stdout).toContain('a room imports only from rooms above it');
    expect(wrong.status).not.toBe(0);

    const ring = path.join(folder, 'ring');
    mkdirSync(path.join(ring, 'backend/src/live'), { recursive: true });
    writeFileSync(path.join(ring, 'backend/src/live/a.ts'), "import './b.ts';\n");
    writeFileSync(path.join(ring, 'backend/src/live/b.ts'), "import './a.ts';\n");
    expect(circlesIn(path.join(ring, 'backend'))).toHaveLength(1);
    const rung = lint(ring);
    expect(rung.stderr).toContain('a ring of imports');
    expect(rung.status).toBe(1);

    writeFileSync(path.join(ring, 'backend/src/live/b.ts'), 'export const b = 1;\n');
    expect(lint(ring).status).toBe(0);
  });
});
