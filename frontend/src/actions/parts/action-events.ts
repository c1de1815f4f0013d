import type { IntlShape } from 'react-intl';
import { ACTION_LIFECYCLE, type ActionKind, type ActionState } from '#domain/action-lifecycle.ts';
import { possibleEvents } from '#domain/lifecycle.ts';
import type { ActionData } from './action.documents.ts';

/** What the action's lifecycle opens now; closing a trial asks for its outcome afterwards, and giving up asks for its reason. */
export function eventsFor(action: ActionData): string[] {
  const facts = {
    kind: action.kind as ActionKind,
    markers: action.markers.length,
    expectedSigns: action.expectedSigns.length,
    outcome: 'KEEP' as const,
    reason: '',
  };
  return possibleEvents(ACTION_LIFECYCLE, action.state as ActionState, facts);
}

export const eventWords = (intl: IntlShape, event: string): string =>
  intl.formatMessage(
    {
      id: 'actions.event',
      defaultMessage:
        '{event, select, AGREE {Aftal det} BEGIN {Vi er begyndt} TRY {Vi har prøvet det} CLOSE {Afslut} NOT_BEGUN {Ikke begyndt alligevel} NOT_TRIED {Ikke prøvet alligevel} other {Tag den op igen}}',
    },
    { event },
  );
