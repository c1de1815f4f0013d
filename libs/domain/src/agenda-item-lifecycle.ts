import type { Lifecycle } from './lifecycle.ts';
import { isBlank } from './text-rules.ts';

export const AGENDA_ITEM_KINDS = [
  'ORIENTATION',
  'DISCUSSION',
  'DECISION',
  'REFLECTION',
  'FOLLOW_UP',
  'EVALUATION',
  'BREAK',
] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];
export const TRACKS = ['OPERATIONS', 'DEVELOPMENT'] as const;
export type Track = (typeof TRACKS)[number];
export const AGENDA_ITEM_STATES = ['PLANNED', 'ACTIVE', 'DONE', 'CARRIED', 'PARKED', 'DROPPED'] as const;
export type AgendaItemState = (typeof AGENDA_ITEM_STATES)[number];
export type AgendaItemEvent = 'ACTIVATE' | 'CLOSE' | 'CARRY' | 'PARK' | 'DROP' | 'REOPEN' | 'PUT_BACK' | 'TAKE_BACK';
export const ITEM_OUTCOMES = ['DECISION', 'ACTION', 'DISCUSSED', 'CARRIED', 'PARKED', 'DROPPED', 'NOTED'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

export interface AgendaItemFacts {
  outcome: ItemOutcome | null;
  reason: string;
}

const ENDED = ['DONE', 'CARRIED', 'PARKED', 'DROPPED'] as const;

/** PLANNED → ACTIVE → DONE | CARRIED | PARKED | DROPPED. An item does not close without an outcome; dropping needs a reason. */
export const AGENDA_ITEM_LIFECYCLE: Lifecycle<AgendaItemState, AgendaItemEvent, AgendaItemFacts> = [
  { from: 'PLANNED', event: 'ACTIVATE', to: 'ACTIVE' },
  ...(['PLANNED', 'ACTIVE'] as const).flatMap((from) => [
    { from, event: 'CARRY' as const, to: 'CARRIED' as const },
    { from, event: 'PARK' as const, to: 'PARKED' as const },
    {
      from,
      event: 'DROP' as const,
      to: 'DROPPED' as const,
      guard: ({ reason }: AgendaItemFacts) => !isBlank(reason),
    },
  ]),
  {
    from: 'ACTIVE',
    event: 'CLOSE',
    to: 'DONE',
    guard: ({ outcome }) => outcome !== null && !['CARRIED', 'PARKED', 'DROPPED'].includes(outcome),
  },
  // Going back, or jumping on, leaves an item for later without judging it.
  { from: 'ACTIVE', event: 'PUT_BACK', to: 'PLANNED' },
  // "Fortryd" after postponing: it is to come again.
  { from: 'CARRIED', event: 'TAKE_BACK', to: 'PLANNED' },
  ...ENDED.map((from) => ({ from, event: 'REOPEN' as const, to: 'ACTIVE' as const })),
];

/** The step that an outcome means. */
export const eventOfOutcome = (outcome: ItemOutcome): 'CARRY' | 'PARK' | 'DROP' | 'CLOSE' => {
  if (outcome === 'CARRIED') return 'CARRY';
  if (outcome === 'PARKED') return 'PARK';
  return outcome === 'DROPPED' ? 'DROP' : 'CLOSE';
};

/** These kinds close as NOTED by themselves; the others ask for an outcome (domain: AgendaItem). */
export const closesByItself = (kind: AgendaItemKind): boolean =>
  ['ORIENTATION', 'REFLECTION', 'EVALUATION', 'BREAK'].includes(kind);

/**
 * The outcome an item gets at "Næste".
 * @param given what somebody chose, if anybody did
 * @param caught what was written under the item meanwhile: a decision or an action is its outcome without being asked for
 */
export function outcomeAtNext(
  kind: AgendaItemKind,
  given: ItemOutcome | null,
  caught: { decisions: number; actions: number },
): ItemOutcome {
  if (given) return given;
  if (caught.actions > 0) return 'ACTION';
  if (caught.decisions > 0) return 'DECISION';
  return closesByItself(kind) ? 'NOTED' : 'DISCUSSED';
}
