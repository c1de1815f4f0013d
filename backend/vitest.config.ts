import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

// Integration tests against the real server and a real Postgres: one database a file, cloned from a template.
export default defineConfig({
  oxc: false,
  plugins: [
    swc.vite({
      jsc: {
        target: 'es2024',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
      },
    }),
  ],
  test: {
    root: import.meta.dirname,
    include: ['test/**/*.spec.ts'],
    globalSetup: ['test/postgres.setup.ts'],
    setupFiles: ['reflect-metadata'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
