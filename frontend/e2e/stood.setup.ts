import { afterEach } from 'vitest';
import { whatStands } from './browser.ts';

// A journey that fails on another machine is mended from what it prints: the pages as they stood, beside what was waited for.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') throw new Error(`The pages as they stood:\n${await whatStands()}`);
});
