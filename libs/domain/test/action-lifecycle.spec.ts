import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTION_KINDS,
  ACTION_LIFECYCLE,
  ACTION_OUTCOMES,
  isOverdue,
  type ActionEvent,
  type ActionFacts,
  type ActionState,
} from '../src/action-lifecycle.ts';
import { step, type Step } from '../src/lifecycle.ts';

const trial: ActionFacts = { kind: 'TRIAL', markers: 1, expectedSigns: 1, outcome: null, reason: '' };
const task: ActionFacts = { ...trial, kind: 'TASK', markers: 0, expectedSigns: 0 };
const refused = (from: ActionState, event: ActionEvent, facts: ActionFacts): boolean =>
  'refused' in step(ACTION_LIFECYCLE, from, event, facts);

describe('an action', () => {
  it('a trial needs a marker and a sign before it is agreed; a task and an agreement need neither', () => {
    expect(refused('PROPOSED', 'AGREE', { ...trial, markers: 0 })).toBe(true);
    expect(refused('PROPOSED', 'AGREE', { ...trial, expectedSigns: 0 })).toBe(true);
    expect(refused('PROPOSED', 'AGREE', trial)).toBe(false);
    expect(refused('PROPOSED', 'AGREE', task)).toBe(false);
    expect(refused('PROPOSED', 'AGREE', { ...task, kind: 'AGREEMENT' })).toBe(false);
  });

  it('only a trial is tried, and only a trial must say keep, adjust or stop when it closes', () => {
    expect(step(ACTION_LIFECYCLE, 'IN_PROGRESS', 'TRY', trial)).toEqual({ to: 'TRIED' });
    expect(refused('IN_PROGRESS', 'TRY', task)).toBe(true);
    expect(refused('TRIED', 'CLOSE', trial)).toBe(true);
    expect(refused('TRIED', 'CLOSE', { ...trial, outcome: 'ADJUST' })).toBe(false);
    for (const from of ['AGREED', 'IN_PROGRESS'] as const) expect(refused(from, 'CLOSE', task)).toBe(false);
  });

  it('is abandoned with a reason, from every open state', () => {
    for (const from of ['PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED'] as const) {
      expect(refused(from, 'ABANDON', { ...trial, reason: ' ' })).toBe(true);
      expect(refused(from, 'ABANDON', { ...trial, reason: 'Eleverne er rejst' })).toBe(false);
    }
  });

  it('steps back where a step was a slip', () => {
    expect(step(ACTION_LIFECYCLE, 'IN_PROGRESS', 'NOT_BEGUN', trial)).toEqual({ to: 'AGREED' });
    expect(step(ACTION_LIFECYCLE, 'TRIED', 'NOT_TRIED', trial)).toEqual({ to: 'IN_PROGRESS' });
    expect(step(ACTION_LIFECYCLE, 'CLOSED', 'REOPEN', trial)).toEqual({ to: 'IN_PROGRESS' });
  });

  it('an abandoned proposal that was never ready comes back as a proposal', () => {
    expect(step(ACTION_LIFECYCLE, 'ABANDONED', 'REOPEN', { ...trial, markers: 0 })).toEqual({ to: 'PROPOSED' });
    expect(step(ACTION_LIFECYCLE, 'ABANDONED', 'REOPEN', trial)).toEqual({ to: 'IN_PROGRESS' });
  });

  it('no walk brings a trial without marker or sign past the proposal, nor closes one without an outcome', () => {
    const events = [...new Set(ACTION_LIFECYCLE.map((one) => one.event))];
    const walk = fc.array(
      fc.record({
        event: fc.constantFrom(...events),
        outcome: fc.option(fc.constantFrom(...ACTION_OUTCOMES)),
        reason: fc.constantFrom('', 'Ikke nu'),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        walk,
        fc.constantFrom(...ACTION_KINDS),
        fc.nat({ max: 1 }),
        fc.nat({ max: 1 }),
        (taken, kind, markers, expectedSigns) => {
          let state: ActionState = 'PROPOSED';
          for (const { event, outcome, reason } of taken) {
            const next: Step<ActionState, ActionEvent> = step(ACTION_LIFECYCLE, state, event, {
              kind,
              markers,
              expectedSigns,
              outcome,
              reason,
            });
            if ('refused' in next) continue;
            state = next.to;
            if (kind === 'TRIAL' && (markers === 0 || expectedSigns === 0))
              expect(['PROPOSED', 'ABANDONED']).toContain(state);
            if (kind === 'TRIAL' && state === 'CLOSED') expect(outcome).not.toBeNull();
            if (kind !== 'TRIAL') expect(state).not.toBe('TRIED');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is overdue the day after its date, and never when it has ended', () => {
    expect(isOverdue('2026-11-23', 'AGREED', '2026-11-23')).toBe(false);
    expect(isOverdue('2026-11-23', 'AGREED', '2026-11-24')).toBe(true);
    expect(isOverdue('2026-11-23', 'CLOSED', '2026-11-24')).toBe(false);
    expect(isOverdue('2026-11-23', 'ABANDONED', '2026-11-24')).toBe(false);
    expect(isOverdue(null, 'AGREED', '2026-11-24')).toBe(false);
  });
});
