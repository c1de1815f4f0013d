import { describe, expect, it } from 'vitest';
import {
  AGENDA_ITEM_KINDS,
  AGENDA_ITEM_LIFECYCLE,
  closesByItself,
  eventOfOutcome,
  ITEM_OUTCOMES,
  outcomeAtNext,
} from '../src/agenda-item-lifecycle.ts';
import { step } from '../src/lifecycle.ts';

const nothing = { decisions: 0, actions: 0 };

describe('an agenda item', () => {
  it('cannot close without an outcome', () => {
    expect('refused' in step(AGENDA_ITEM_LIFECYCLE, 'ACTIVE', 'CLOSE', { outcome: null, reason: '' })).toBe(true);
  });

  it('ends in the state its outcome means, for each of them', () => {
    const ends = ITEM_OUTCOMES.map((outcome) =>
      step(AGENDA_ITEM_LIFECYCLE, 'ACTIVE', eventOfOutcome(outcome), { outcome, reason: 'Løst uden for mødet' }),
    );
    expect(ends.map((end) => 'to' in end && end.to)).toEqual([
      'DONE',
      'DONE',
      'DONE',
      'CARRIED',
      'PARKED',
      'DROPPED',
      'DONE',
    ]);
    for (const outcome of ['CARRIED', 'PARKED', 'DROPPED'] as const)
      expect('refused' in step(AGENDA_ITEM_LIFECYCLE, 'ACTIVE', 'CLOSE', { outcome, reason: 'x' })).toBe(true);
  });

  it('is dropped only with a reason', () => {
    const drop = (reason: string) => step(AGENDA_ITEM_LIFECYCLE, 'PLANNED', 'DROP', { outcome: 'DROPPED', reason });
    expect('refused' in drop('   ')).toBe(true);
    expect(drop('Overtaget af ledelsen')).toEqual({ to: 'DROPPED' });
  });

  it('can be gone back to from every end', () => {
    for (const from of ['DONE', 'CARRIED', 'PARKED', 'DROPPED'] as const)
      expect(step(AGENDA_ITEM_LIFECYCLE, from, 'REOPEN', { outcome: null, reason: '' })).toEqual({ to: 'ACTIVE' });
  });

  it('closes as noted by itself where there is nothing to agree, and asks elsewhere', () => {
    expect(AGENDA_ITEM_KINDS.filter(closesByItself)).toEqual(['ORIENTATION', 'REFLECTION', 'EVALUATION', 'BREAK']);
    for (const kind of AGENDA_ITEM_KINDS)
      expect(outcomeAtNext(kind, null, nothing)).toBe(closesByItself(kind) ? 'NOTED' : 'DISCUSSED');
  });

  it('what was caught under it is its outcome, and what somebody chose goes before', () => {
    expect(outcomeAtNext('DISCUSSION', null, { decisions: 1, actions: 0 })).toBe('DECISION');
    expect(outcomeAtNext('REFLECTION', null, { decisions: 1, actions: 1 })).toBe('ACTION');
    expect(outcomeAtNext('DECISION', 'PARKED', { decisions: 1, actions: 1 })).toBe('PARKED');
  });
});
