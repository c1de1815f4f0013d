import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleToSlot, SlotTooShort } from '../src/agenda-time.ts';
import { SYSTEM_TEMPLATES } from '../src/agenda-templates.ts';
import type { StepToLay } from '../src/carry-over.ts';
import {
  isSameTemplate,
  leastMinutes,
  LONGEST_TEMPLATE,
  MOST_TEMPLATE_STEPS,
  newStep,
  SHARED_UP,
  templateChanges,
  templateFaults,
  templateMinutes,
  type TemplateText,
} from '../src/template-rules.ts';

const step = (key: string, more: Partial<StepToLay> = {}): StepToLay => ({ ...newStep(key), title: key, ...more });
const text = (steps: readonly StepToLay[], more: Partial<TemplateText> = {}): TemplateText => ({
  name: 'Møde',
  purpose: '',
  bring: '',
  roles: [],
  steps,
  ...more,
});
const problems = (steps: readonly StepToLay[]) =>
  templateFaults(steps).map(({ field, problem }) => `${field} ${problem}`);

describe('what a template may be', () => {
  it('has at least one step and at most twenty', () => {
    expect(problems([])).toEqual(['steps EMPTY']);
    const many = (n: number) => Array.from({ length: n }, (_, at) => step(`s${at}`, { minutes: 5 }));
    expect(problems(many(MOST_TEMPLATE_STEPS))).toEqual([]);
    expect(problems(many(MOST_TEMPLATE_STEPS + 1))).toEqual(['steps TOO_MANY']);
  });

  it('lasts from five minutes to eight hours', () => {
    const lasting = (...minutes: number[]) => minutes.map((one, n) => step(`s${n}`, { minutes: one, minMinutes: 1 }));
    expect(problems(lasting(4))).toEqual(['steps TOO_SHORT']);
    expect(problems(lasting(5))).toEqual([]);
    expect(problems(lasting(240, 240))).toEqual([]);
    expect(templateMinutes(lasting(240, 240))).toBe(LONGEST_TEMPLATE);
    expect(problems(lasting(240, 240, 1))).toEqual(['steps TOO_LONG']);
  });

  it('has no step whose least time is longer than its own, and no two with one key', () => {
    expect(problems([step('a', { minutes: 10, minMinutes: 10 })])).toEqual([]);
    expect(problems([step('a', { minutes: 10, minMinutes: 11 })])).toEqual(['steps.0.minMinutes ABOVE_MINUTES']);
    expect(problems([step('a'), step('b'), step('a')])).toEqual(['steps.2.key TWICE']);
  });

  it('those that come with Pejling are such', () => {
    for (const { key, steps } of SYSTEM_TEMPLATES) expect(templateFaults(steps), key).toEqual([]);
  });

  it('a step to begin from lacks its title and nothing else', () => {
    expect(templateFaults([newStep('a')])).toEqual([]);
    expect(newStep('a').title).toBe('');
  });

  it('is handed up and never down or sideways', () => {
    expect(SHARED_UP).toEqual({ TEAM: ['SCHOOL', 'MUNICIPALITY'], SCHOOL: ['MUNICIPALITY'], MUNICIPALITY: [] });
  });
});

describe('the shortest meeting that a template fits', () => {
  it('is the sum of the least times, and not a minute shorter', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ minutes: fc.integer({ min: 1, max: 240 }), minMinutes: fc.integer({ min: 1, max: 240 }) }),
          {
            minLength: 1,
            maxLength: MOST_TEMPLATE_STEPS,
          },
        ),
        (steps) => {
          const least = leastMinutes(steps);
          const scaled = scaleToSlot(steps, least);
          expect(scaled.reduce((sum, one) => sum + one, 0)).toBe(least);
          expect(() => scaleToSlot(steps, least - 1)).toThrow(SlotTooShort);
        },
      ),
    );
  });
});

describe('what changed from one version to the next', () => {
  const before = text([step('a', { minutes: 5, minMinutes: 2 }), step('b'), step('c', { recurs: true })]);

  it('is nothing when all is the same, also the roles in another order', () => {
    expect(isSameTemplate(before, structuredClone(before))).toBe(true);
    const roles = { roles: ['OBSERVER', 'FACILITATOR'] } as const;
    expect(isSameTemplate({ ...before, ...roles }, { ...before, roles: ['FACILITATOR', 'OBSERVER'] })).toBe(true);
    expect(isSameTemplate(before, { ...before, ...roles })).toBe(false);
  });

  it('is told for the template and for each step by its key, whatever it is called', () => {
    const after = text(
      [
        step('c', { recurs: false }),
        step('a', { title: 'A', minutes: 8, minMinutes: 3, kind: 'BREAK', track: 'OPERATIONS', guidance: 'Sådan' }),
        step('d', { minutes: 12 }),
      ],
      { name: 'Andet', purpose: 'p', bring: 'b', roles: ['OBSERVER'] },
    );
    expect(templateChanges(before, after)).toEqual([
      { what: 'NAME', step: null, from: 'Møde', to: 'Andet' },
      { what: 'PURPOSE', step: null, from: null, to: null },
      { what: 'BRING', step: null, from: null, to: null },
      { what: 'ROLES', step: null, from: null, to: null },
      { what: 'REMOVED', step: 'b', from: null, to: null },
      { what: 'STANDS', step: 'c', from: 'true', to: 'false' },
      { what: 'TITLE', step: 'A', from: 'a', to: 'A' },
      { what: 'MINUTES', step: 'A', from: '5', to: '8' },
      { what: 'LEAST', step: 'A', from: '2', to: '3' },
      { what: 'KIND', step: 'A', from: 'DISCUSSION', to: 'BREAK' },
      { what: 'TRACK', step: 'A', from: 'DEVELOPMENT', to: 'OPERATIONS' },
      { what: 'GUIDANCE', step: 'A', from: null, to: null },
      { what: 'ADDED', step: 'd', from: null, to: '12' },
      { what: 'ORDER', step: null, from: null, to: null },
    ]);
  });

  it('a step put in or taken out moves none of the others', () => {
    const whats = (steps: StepToLay[]) => templateChanges(before, text(steps)).map(({ what }) => what);
    const [a, b, c] = before.steps as [StepToLay, StepToLay, StepToLay];
    expect(whats([a, step('n'), b, c])).toEqual(['ADDED']);
    expect(whats([a, c])).toEqual(['REMOVED']);
    expect(whats([b, a, c])).toEqual(['ORDER']);
  });
});
