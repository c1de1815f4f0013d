import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { openPages } from './browser.ts';

// A journey that fails on another machine is mended from what it prints: the pages as they stood, beside what was waited for.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const told = await Promise.all(openPages().map((page) => Promise.race([standing(page), late(page)])));
  throw new Error(`The pages as they stood:\n${told.join('\n')}`);
});

const MOST_MS = 5_000;

const late = (page: Page): Promise<string> =>
  new Promise((done) =>
    AbortSignal.timeout(MOST_MS).addEventListener('abort', () => done(`${page.url()}: the page does not answer`)),
  );

/** A page in a few lines: its address, whether it draws, what lies over it and what is still moving. */
const standing = (page: Page): Promise<string> =>
  page
    .evaluate(async () => {
      const begun = performance.now();
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let n = 0; n < 3; n += 1)
        await Promise.race([frame(), new Promise((done) => (AbortSignal.timeout(500).onabort = done))]);
      const took = Math.round(performance.now() - begun);
      const marks = (one: Element) =>
        ['entering', 'exiting'].filter((mark) => one.hasAttribute(`data-${mark}`)).join(' ');
      const overlays = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]')];
      const words = overlays.map((overlay) => {
        const over: string[] = [];
        for (let at: Element | null = overlay; at && at !== document.body; at = at.parentElement)
          over.push(`${at.getAttribute('role') ?? at.tagName} ${marks(at)} ${getComputedStyle(at).opacity}`);
        return `  over it: ${over.join(' < ')}: ${overlay.textContent.slice(0, 80)}`;
      });
      const moving = document
        .getAnimations()
        .map((one) => `  moves: ${one.constructor.name} ${one.playState} ${String(one.currentTime)}`);
      return [
        `${location.pathname}: ${document.querySelector('h1')?.textContent ?? 'no heading'}`,
        `  ${document.visibilityState}, three frames in ${took} ms, ${document.querySelectorAll('[inert]').length} inert, focus at ${document.activeElement?.outerHTML.slice(0, 120) ?? 'nothing'}`,
        ...words,
        ...moving,
      ].join('\n');
    })
    .catch((error: unknown) => `${page.url()}: ${String(error)}`);
