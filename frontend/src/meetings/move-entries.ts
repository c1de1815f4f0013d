import type { IntlShape } from 'react-intl';
import type { MenuEntry } from '#ui/Menu.tsx';

/** Where a row of a list can be moved to, as its "Flyt" menu says it. @param number its place, from 1 */
export const moveEntries = (intl: IntlShape, number: number, count: number): MenuEntry[] => [
  {
    id: 'up',
    label: intl.formatMessage({ id: 'plan.move.up', defaultMessage: 'En plads op' }),
    disabled: number === 1,
  },
  {
    id: 'down',
    label: intl.formatMessage({ id: 'plan.move.down', defaultMessage: 'En plads ned' }),
    disabled: number === count,
  },
  {
    id: 'first',
    label: intl.formatMessage({ id: 'plan.move.first', defaultMessage: 'Øverst' }),
    disabled: number === 1,
  },
  {
    id: 'last',
    label: intl.formatMessage({ id: 'plan.move.last', defaultMessage: 'Nederst' }),
    disabled: number === count,
  },
];
