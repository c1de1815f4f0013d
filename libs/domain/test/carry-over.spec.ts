import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENDA_ITEM_KINDS, AGENDA_ITEM_STATES, TRACKS } from '../src/agenda-item-lifecycle.ts';
import { SYSTEM_TEMPLATES, templateNamed } from '../src/agenda-templates.ts';
import { asksToDecide, fateOf, layAgenda, type CarriedThread } from '../src/carry-over.ts';

const ended = { state: 'DONE', kind: 'DISCUSSION', stepKey: null, recurs: false, openActions: 0 } as const;
const thread = (threadId: string, more: Partial<CarriedThread> = {}): CarriedThread => ({
  threadId,
  stepKey: null,
  title: `Punkt ${threadId}`,
  kind: 'DISCUSSION',
  track: 'DEVELOPMENT',
  minutes: 10,
  ...more,
});
const basic = templateNamed('plf-grundmoede')!;

describe('what becomes of a thread when the meeting ends', () => {
  it('it goes on if it was not reached, recurs or has an open action, and only then', () => {
    expect(fateOf({ ...ended, state: 'PLANNED' })).toBe('GOES_ON');
    expect(fateOf({ ...ended, state: 'ACTIVE' })).toBe('GOES_ON');
    expect(fateOf({ ...ended, state: 'CARRIED' })).toBe('GOES_ON');
    expect(fateOf({ ...ended, recurs: true })).toBe('GOES_ON');
    expect(fateOf({ ...ended, openActions: 1 })).toBe('GOES_ON');
    expect(fateOf(ended)).toBe('DONE');
  });

  it('what a person parked or dropped stays so, and breaks, check-in and check-out never go on', () => {
    const items = fc.record({
      state: fc.constantFrom(...AGENDA_ITEM_STATES),
      kind: fc.constantFrom(...AGENDA_ITEM_KINDS),
      stepKey: fc.constantFrom(null, 'check-in', 'check-out', 'follow-up', 'tavs-refleksion'),
      recurs: fc.boolean(),
      openActions: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(items, (item) => {
        const fate = fateOf(item);
        if (item.state === 'PARKED' || item.state === 'DROPPED') expect(fate).toBe(item.state);
        else if (item.kind === 'BREAK' || item.stepKey?.startsWith('check-')) expect(fate).toBe('DONE');
        else expect(fate === 'GOES_ON').toBe(item.state !== 'DONE' || item.recurs || item.openActions > 0);
      }),
    );
  });

  it('asks "Beslut, del op eller slip?" at the third time, not before', () => {
    expect([0, 1, 2, 3, 4].map(asksToDecide)).toEqual([false, false, false, true, true]);
  });
});

describe('laying an agenda', () => {
  it('a carried thread goes into the step with its key; another comes right after Opfølgning', () => {
    const laid = layAgenda({
      steps: basic.steps,
      carried: [thread('a', { stepKey: 'faelles-undersoegelse' }), thread('b')],
      openActions: 2,
      slot: 60,
    });
    expect(laid.find((item) => item.stepKey === 'faelles-undersoegelse')).toMatchObject({
      threadId: 'a',
      broughtOver: true,
    });
    expect(laid.map((item) => item.threadId).indexOf('b')).toBe(2);
    expect(laid[1]!.kind).toBe('FOLLOW_UP');
    expect(laid).toHaveLength(basic.steps.length + 1);
  });

  it('Opfølgning is put in as item 2 when something is open and the template has none, within the slot', () => {
    const steps = templateNamed('dataundersoegelse')!.steps;
    const laid = layAgenda({ steps, carried: [], openActions: 1, slot: 55 });
    expect(laid[1]).toMatchObject({ kind: 'FOLLOW_UP', stepKey: 'follow-up' });
    expect(laid.reduce((total, item) => total + item.plannedMin, 0)).toBe(55);
    expect(layAgenda({ steps, carried: [], openActions: 0, slot: 55 }).some((item) => item.kind === 'FOLLOW_UP')).toBe(
      false,
    );
  });

  it('loses no thread, doubles none, keeps the order of steps, and its steps sum to the slot', () => {
    const carried = fc
      .array(
        fc.record({
          stepKey: fc.constantFrom(null, 'check-in', 'check-out', 'follow-up', 'tavs-refleksion', 'runde', 'pause'),
          kind: fc.constantFrom(...AGENDA_ITEM_KINDS),
          track: fc.constantFrom(...TRACKS),
          minutes: fc.integer({ min: 1, max: 30 }),
        }),
        { maxLength: 8 },
      )
      .map((threads) => threads.map((one, n) => thread(`t${n}`, one)));
    fc.assert(
      fc.property(
        fc.constantFrom(...SYSTEM_TEMPLATES),
        carried,
        fc.nat({ max: 3 }),
        (template, threads, openActions) => {
          const laid = layAgenda({ steps: template.steps, carried: threads, openActions, slot: template.minutes });
          const placed = laid.flatMap((item) => (item.threadId === null ? [] : [item.threadId]));
          expect(new Set(placed).size).toBe(placed.length);
          for (const one of threads) {
            const isFrame = one.kind === 'BREAK' || one.stepKey === 'check-in' || one.stepKey === 'check-out';
            if (isFrame) expect(placed).not.toContain(one.threadId);
            else if (one.kind !== 'FOLLOW_UP') expect(placed).toContain(one.threadId);
          }
          const alone = layAgenda({ steps: template.steps, carried: [], openActions, slot: template.minutes });
          const timed = (items: typeof laid) => items.map((item) => [item.stepKey, item.plannedMin]);
          expect(timed(laid.filter((item) => !item.title.startsWith('Punkt ')))).toEqual(timed(alone));
          expect(alone.reduce((total, item) => total + item.plannedMin, 0)).toBe(template.minutes);
          if (openActions > 0) expect(laid.filter((item) => item.kind === 'FOLLOW_UP')).toHaveLength(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('brought-over items may overflow the slot: they keep their own minutes', () => {
    const laid = layAgenda({ steps: basic.steps, carried: [thread('a', { minutes: 25 })], openActions: 0, slot: 60 });
    expect(laid.reduce((total, item) => total + item.plannedMin, 0)).toBe(85);
  });
});
