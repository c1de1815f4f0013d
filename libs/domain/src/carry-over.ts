import { scaleToSlot } from './agenda-time.ts';
import type { AgendaItemKind, Track } from './agenda-item-lifecycle.ts';

/** A thread as it stands when a meeting ends. */
export interface EndedItem {
  state: 'PLANNED' | 'ACTIVE' | 'DONE' | 'CARRIED' | 'PARKED' | 'DROPPED';
  kind: AgendaItemKind;
  stepKey: string | null;
  recurs: boolean;
  openActions: number;
}

/** Breaks, check-in and check-out belong to every meeting by its template; they are never brought over. */
const NEVER_CARRIED = new Set(['check-in', 'check-out']);
const isFrame = (kind: AgendaItemKind, stepKey: string | null): boolean =>
  kind === 'BREAK' || (stepKey !== null && NEVER_CARRIED.has(stepKey));

export type ThreadFate = 'GOES_ON' | 'PARKED' | 'DROPPED' | 'DONE';

/**
 * What becomes of an item's thread: it goes on if it was not reached, if it recurs or if it has an open action, and only
 * then (product: What is undiscussed comes back). What was parked or dropped by a person stays so.
 */
export function fateOf(item: EndedItem): ThreadFate {
  if (item.state === 'PARKED' || item.state === 'DROPPED') return item.state;
  if (isFrame(item.kind, item.stepKey)) return 'DONE';
  if (item.state !== 'DONE') return 'GOES_ON';
  return item.recurs || item.openActions > 0 ? 'GOES_ON' : 'DONE';
}

/** At the third time the screen asks "Beslut, del op eller slip?". */
export const asksToDecide = (timesMoved: number): boolean => timesMoved >= 3;

export interface StepToLay {
  key: string;
  title: string;
  kind: AgendaItemKind;
  track: Track;
  minutes: number;
  minMinutes: number;
  guidance: string;
  recurs: boolean;
}

export interface CarriedThread {
  threadId: string;
  stepKey: string | null;
  title: string;
  kind: AgendaItemKind;
  track: Track;
  minutes: number;
}

export interface LaidItem {
  /** The thread it goes on; null begins a new one. */
  threadId: string | null;
  stepKey: string | null;
  title: string;
  kind: AgendaItemKind;
  track: Track;
  plannedMin: number;
  guidance: string;
  recurs: boolean;
  broughtOver: boolean;
}

const FOLLOW_UP_MINUTES = 10;

/**
 * Lays an agenda: the template's steps scaled to the slot; a carried thread goes into the step with its key; the others come
 * after Opfølgning as items of their own and may overflow the slot (the screen offers "Tilpas"). Open actions appear only
 * under Opfølgning, which is item 2, put in when the template has none and something is open.
 * @throws SlotTooShort
 */
export function layAgenda(plan: {
  steps: readonly StepToLay[];
  carried: readonly CarriedThread[];
  openActions: number;
  slot: number;
}): LaidItem[] {
  const steps = [...plan.steps];
  if (plan.openActions > 0 && !steps.some((one) => one.kind === 'FOLLOW_UP')) {
    steps.splice(Math.min(1, steps.length), 0, {
      key: 'follow-up',
      title: 'Opfølgning på aftalte handlinger',
      kind: 'FOLLOW_UP',
      track: 'DEVELOPMENT',
      minutes: FOLLOW_UP_MINUTES,
      minMinutes: 3,
      guidance: 'Hver handling: Hvad prøvede vi? Hvad så vi? Fasthold, justér eller stop?',
      recurs: true,
    });
  }
  const minutes = scaleToSlot(steps, plan.slot);
  const left = plan.carried.filter((thread) => !isFrame(thread.kind, thread.stepKey));
  const items = steps.map((one, n): LaidItem => {
    const at = left.findIndex((thread) => thread.stepKey === one.key && !isFrame(one.kind, one.key));
    const thread = at < 0 ? undefined : left.splice(at, 1)[0];
    return {
      threadId: thread?.threadId ?? null,
      stepKey: one.key,
      title: one.title,
      kind: one.kind,
      track: one.track,
      plannedMin: minutes[n]!,
      guidance: one.guidance,
      recurs: one.recurs,
      broughtOver: thread !== undefined,
    };
  });
  const followUp = items.findIndex((item) => item.kind === 'FOLLOW_UP');
  const at = followUp < 0 ? Math.min(1, items.length) : followUp + 1;
  const brought = left
    .filter((thread) => thread.kind !== 'FOLLOW_UP')
    .map((thread): LaidItem => ({
      threadId: thread.threadId,
      stepKey: thread.stepKey,
      title: thread.title,
      kind: thread.kind,
      track: thread.track,
      plannedMin: thread.minutes,
      guidance: '',
      recurs: false,
      broughtOver: true,
    }));
  return [...items.slice(0, at), ...brought, ...items.slice(at)];
}
