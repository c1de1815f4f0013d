import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildNote } from '../../src/notes/note-document.ts';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { Device, newNote, Tab } from './tabs.ts';

const HISTORIES = Number(process.env['PEJLING_HISTORIES'] ?? 50);
const NAMES = ['anne', 'mads', 'gaest'] as const;

let world: World;
const callers: Caller[] = [];
beforeAll(async () => {
  world = await startWorld();
  for (const name of NAMES) callers.push(await world.signIn(name));
  await callers[0]!.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
});
afterAll(() => world.stop());

interface Step {
  tab: number;
  what: 'type' | 'append' | 'cut' | 'cut on the way in' | 'reopen';
  place: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  tab: fc.nat({ max: NAMES.length - 1 }),
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('type' as const, 'append' as const) },
    { weight: 1, arbitrary: fc.constant('cut' as const) },
    { weight: 1, arbitrary: fc.constant('cut on the way in' as const) },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
  ),
  place: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

describe('a note that three write at once', () => {
  it(
    `comes to the same text for all through ${HISTORIES} histories of cuts and closed tabs, every word once`,
    { timeout: HISTORIES * 4_800 },
    async () => {
      expect(HISTORIES).toBeGreaterThanOrEqual(50);
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
          const noteId = await newNote(world.admin);
          const tabs = callers.map((caller) => new Tab(caller.live(), new Device(), noteId));
          try {
            const words: string[] = [];
            await vi.waitFor(() => expect(tabs.every((tab) => tab.isSettled)).toBe(true), {
              timeout: 10_000,
              interval: 5,
            });
            for (const { tab: n, what, place } of steps) {
              const tab = tabs[n]!;
              if (what === 'cut') tab.cut();
              else if (what === 'cut on the way in') await tab.cutOnTheWayIn();
              else if (what === 'reopen') tab.reopen();
              else {
                const word = `o${randomUUID().slice(0, 8)}`;
                words.push(word);
                if (what === 'type') tab.type(word, place);
                else tab.append(word, place);
              }
              // Some steps fall together with what is on its way, some after it.
              if (place > 0.5) await new Promise((resolve) => setImmediate(resolve));
            }
            await vi.waitFor(
              () => {
                for (const tab of tabs) {
                  expect(tab.refused).toBeNull();
                  expect(tab.isSettled).toBe(true);
                  expect(tab.text).toBe(tabs[0]!.text);
                }
              },
              { timeout: 15_000, interval: 10 },
            );
            const { rows } = await world.admin.query<{ bytes: Buffer }>(
              'select bytes from note_update where note_id = $1 order by number',
              [noteId],
            );
            const { text } = buildNote(rows.map((row) => row.bytes));
            const stored = text.match(/o[0-9a-f]{8}/g) ?? [];
            // A word typed into the middle of another cuts it in two: what counts is that no sign is lost or doubled.
            const signs = (all: readonly string[]) => [...all.join('')].toSorted().join('');
            expect(signs([text.replaceAll(/\s/g, '')])).toBe(signs(words));
            expect(stored.length).toBeLessThanOrEqual(words.length);
          } finally {
            for (const tab of tabs) tab.close();
          }
        }),
        { numRuns: HISTORIES },
      );
    },
  );
});
