import { defineConfig } from 'vitest/config';

// The libraries' own tests; a file that needs a document says `// @vitest-environment jsdom` in its first line.
export default defineConfig({
  root: import.meta.dirname,
  test: { include: ['**/test/**/*.spec.{ts,tsx}'], testTimeout: 60_000, maxWorkers: 2 },
});
