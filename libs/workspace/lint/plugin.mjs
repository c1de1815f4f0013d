// Our own rules for ESLint.
import path from 'node:path';
import { importsRule } from './imports.mjs';
import { vagueFolders } from './rooms.mjs';

const relative = (context) => path.relative(context.cwd, context.filename).split(path.sep);

const names = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      barrel: 'No barrel files: import the thing itself from its own file.',
      vague: 'A folder "{{ folder }}" says nothing: name it by its noun.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const steps = relative(context);
        if (/^index\.(ts|tsx|mts|js|mjs)$/.test(steps.at(-1))) context.report({ node, messageId: 'barrel' });
        for (const folder of steps.slice(0, -1)) {
          if (vagueFolders.includes(folder)) context.report({ node, messageId: 'vague', data: { folder } });
        }
      },
    };
  },
};

const runners = new Set(['it', 'test', 'describe', 'suite', 'bench']);
const rootName = (node) =>
  node.type === 'MemberExpression'
    ? rootName(node.object)
    : node.type === 'CallExpression'
      ? rootName(node.callee)
      : node.name;

const wholeTests = {
  meta: { type: 'problem', schema: [], messages: { left: '{{ name }} leaves tests out: every test runs, always.' } },
  create(context) {
    const left = new Set(['only', 'skip', 'todo', 'skipIf', 'runIf', 'fails']);
    return {
      MemberExpression(node) {
        const property = node.property.name ?? node.property.value;
        if (left.has(property) && runners.has(rootName(node.object))) {
          context.report({ node, messageId: 'left', data: { name: `${rootName(node.object)}.${property}` } });
        }
      },
      CallExpression(node) {
        if (['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'].includes(node.callee.name)) {
          context.report({ node, messageId: 'left', data: { name: node.callee.name } });
        }
      },
    };
  },
};

const noSleep = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { sleep: 'No sleeping in tests: wait for what you expect, with a limit.' },
  },
  create(context) {
    return {
      CallExpression(node) {
        const name = node.callee.name ?? node.callee.property?.name;
        if (name === 'waitForTimeout' || name === 'sleep') context.report({ node, messageId: 'sleep' });
        // `new Promise((resolve) => setTimeout(resolve, n))` is a sleep; a setTimeout with work in it is a deadline.
        if (name !== 'setTimeout') return;
        const [what] = node.arguments;
        if (node.callee.type === 'Identifier' && what?.type !== 'Identifier') return;
        const inside = context.sourceCode.getAncestors(node).findLast((one) => /Function/.test(one.type));
        const isExecutor = inside?.parent?.type === 'NewExpression' && inside.parent.callee.name === 'Promise';
        const first = inside?.params?.[0]?.name;
        const timersPromises = node.callee.type === 'Identifier' && !isExecutor && what?.type === 'Literal';
        if ((isExecutor && what?.name === first) || timersPromises) context.report({ node, messageId: 'sleep' });
      },
      ImportDeclaration(node) {
        if (/^(node:)?timers\/promises$/.test(node.source.value)) context.report({ node, messageId: 'sleep' });
      },
    };
  },
};

export default {
  meta: { name: 'pejling' },
  rules: { imports: importsRule, names, 'whole-tests': wholeTests, 'no-sleep': noSleep },
};
