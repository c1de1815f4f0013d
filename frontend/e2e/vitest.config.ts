import { defineConfig } from 'vitest/config';

// Journeys in a real browser against the production build: one file a journey, one at a time.
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.journey.ts'],
    globalSetup: ['server.setup.ts'],
    setupFiles: ['stood.setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
