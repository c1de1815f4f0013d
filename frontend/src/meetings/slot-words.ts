import type { IntlShape } from 'react-intl';
import { problemWords } from '../platform/parts/refusals.ts';

/** What is wrong with a slot: a template needs more minutes than it has, or the slot itself is impossible. */
export const slotProblemWords = (intl: IntlShape, field: { problem: string; needed?: number }): string =>
  field.problem === 'SLOT_TOO_SHORT'
    ? intl.formatMessage(
        {
          id: 'plan.slot.tooShort',
          defaultMessage:
            'Skabelonens trin skal have mindst {needed} minutter. Giv mere tid, eller vælg en kortere skabelon.',
        },
        { needed: field.needed ?? 0 },
      )
    : problemWords(intl, field.problem);
