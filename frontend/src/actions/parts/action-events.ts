import type { IntlShape } from 'react-intl';
import {
  ACTION_LIFECYCLE,
  type ActionEvent,
  type ActionFacts,
  type ActionKind,
  type ActionState,
} from '#domain/action-lifecycle.ts';
import { possibleEvents, step } from '#domain/lifecycle.ts';
import type { ActionData } from './action.documents.ts';

/** What the action's lifecycle opens now; closing a trial asks for its outcome afterwards, and giving up asks for its reason. */
export function eventsFor(action: ActionData): ActionEvent[] {
  return possibleEvents(ACTION_LIFECYCLE, action.state as ActionState, factsOf(action));
}

/** The step that leads to a state from where the action is now; null when none does. */
export function eventTo(action: ActionData, state: string): ActionEvent | null {
  const from = action.state as ActionState;
  const leadsThere = (event: ActionEvent) => {
    const next = step(ACTION_LIFECYCLE, from, event, factsOf(action));
    return 'to' in next && next.to === state;
  };
  return eventsFor(action).find(leadsThere) ?? null;
}

/** What a trial that is proposed must have before it can be agreed. */
export function lacking({
  kind,
  markers,
  expectedSigns,
}: {
  kind: string;
  markers: readonly unknown[];
  expectedSigns: readonly unknown[];
}): 'both' | 'marker' | 'sign' | 'nothing' {
  if (kind !== 'TRIAL') return 'nothing';
  if (markers.length === 0) return expectedSigns.length === 0 ? 'both' : 'marker';
  return expectedSigns.length === 0 ? 'sign' : 'nothing';
}

const factsOf = (action: ActionData): ActionFacts => ({
  kind: action.kind as ActionKind,
  markers: action.markers.length,
  expectedSigns: action.expectedSigns.length,
  outcome: 'KEEP',
  reason: '',
});

export const eventWords = (intl: IntlShape, event: string): string =>
  intl.formatMessage(
    {
      id: 'actions.event',
      defaultMessage:
        '{event, select, AGREE {Aftal det} BEGIN {Vi er begyndt} TRY {Vi har prøvet det} CLOSE {Afslut} NOT_BEGUN {Ikke begyndt alligevel} NOT_TRIED {Ikke prøvet alligevel} other {Tag den op igen}}',
    },
    { event },
  );
