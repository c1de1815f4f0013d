import type { Lifecycle } from './lifecycle.ts';
import { isBlank } from './text-rules.ts';

export const ACTION_KINDS = ['TRIAL', 'TASK', 'AGREEMENT'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
export const ACTION_STATES = ['PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED', 'CLOSED', 'ABANDONED'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
export const ACTION_OUTCOMES = ['KEEP', 'ADJUST', 'STOP'] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];
export type ActionEvent = 'AGREE' | 'BEGIN' | 'TRY' | 'CLOSE' | 'ABANDON' | 'NOT_BEGUN' | 'NOT_TRIED' | 'REOPEN';

export interface ActionFacts {
  kind: ActionKind;
  markers: number;
  expectedSigns: number;
  outcome: ActionOutcome | null;
  reason: string;
}

const isTrial = ({ kind }: ActionFacts): boolean => kind === 'TRIAL';
/** A trial needs a marker and a sign to look for before it is agreed; a task and an agreement need neither. */
export const readyToAgree = (facts: ActionFacts): boolean =>
  !isTrial(facts) || (facts.markers > 0 && facts.expectedSigns > 0);
const mayClose = (facts: ActionFacts): boolean => !isTrial(facts) || facts.outcome !== null;
const hasReason = ({ reason }: ActionFacts): boolean => !isBlank(reason);

const OPEN = ['PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED'] as const;

/** PROPOSED → AGREED → IN_PROGRESS → TRIED (trials only) → CLOSED; ABANDONED with a reason is learning, not failure. */
export const ACTION_LIFECYCLE: Lifecycle<ActionState, ActionEvent, ActionFacts> = [
  { from: 'PROPOSED', event: 'AGREE', to: 'AGREED', guard: readyToAgree },
  { from: 'AGREED', event: 'BEGIN', to: 'IN_PROGRESS' },
  { from: 'AGREED', event: 'TRY', to: 'TRIED', guard: isTrial },
  { from: 'IN_PROGRESS', event: 'TRY', to: 'TRIED', guard: isTrial },
  { from: 'IN_PROGRESS', event: 'NOT_BEGUN', to: 'AGREED' },
  { from: 'TRIED', event: 'NOT_TRIED', to: 'IN_PROGRESS' },
  ...(['AGREED', 'IN_PROGRESS', 'TRIED'] as const).map((from) => ({
    from,
    event: 'CLOSE' as const,
    to: 'CLOSED' as const,
    guard: mayClose,
  })),
  ...OPEN.map((from) => ({ from, event: 'ABANDON' as const, to: 'ABANDONED' as const, guard: hasReason })),
  { from: 'CLOSED', event: 'REOPEN', to: 'IN_PROGRESS' },
  { from: 'ABANDONED', event: 'REOPEN', to: 'IN_PROGRESS', guard: readyToAgree },
  // A proposal given up before it was ready comes back as one: reopening is no way round the marker and the sign.
  { from: 'ABANDONED', event: 'REOPEN', to: 'PROPOSED', guard: (facts) => !readyToAgree(facts) },
];

/** "Overskredet" is computed, never a state, and never shown above the team. */
export const isOverdue = (dueOn: string | null, state: ActionState, today: string): boolean =>
  dueOn !== null && dueOn < today && (OPEN as readonly string[]).includes(state);
