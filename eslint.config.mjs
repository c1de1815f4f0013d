import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import pejling from './libs/workspace/lint/plugin.mjs';

const tests = ['**/*.spec.{ts,tsx}', '**/test/**/*.{ts,tsx}', '**/e2e/**/*.{ts,tsx}'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/dist.new/',
      '**/coverage/',
      '**/node_modules/',
      'frontend/src/gql/',
      '**/generated/',
      '.nx/',
      '.pejling/',
    ],
  },
  {
    files: ['**/*.{ts,tsx,mts,mjs}'],
    extends: [tseslint.configs.recommended],
    plugins: { pejling },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'pejling/imports': 'error',
      'pejling/names': 'error',
      'max-lines': ['error', { max: 300 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    // Fastify, Nest and our own start print on purpose; what runs in the browser does not.
    files: [
      'frontend/src/**/*.{ts,tsx}',
      'libs/{domain,inputs,live-protocol,ui}/src/**/*.{ts,tsx}',
      'backend/src/**/*.ts',
    ],
    rules: { 'no-console': 'error' },
  },
  { files: ['frontend/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'pejling/whole-tests': 'error',
      'pejling/no-sleep': 'error',
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
  {
    // Data, row by row: templates as the source gives them, and the demonstration's texts.
    files: ['libs/domain/src/agenda-templates-*.ts', 'backend/src/demonstration/texts/*.ts'],
    rules: { 'max-lines': 'off' },
  },
);
