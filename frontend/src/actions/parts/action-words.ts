import type { IntlShape } from 'react-intl';
import { isOverdue, type ActionState } from '#domain/action-lifecycle.ts';
import { isoWeek, weekday } from '#domain/iso-week.ts';

export const stateWords = (intl: IntlShape, state: string): string =>
  intl.formatMessage(
    {
      id: 'actions.state',
      defaultMessage:
        '{state, select, PROPOSED {Foreslået} AGREED {Aftalt} IN_PROGRESS {I gang} TRIED {Afprøvet} CLOSED {Afsluttet} other {Opgivet}}',
    },
    { state },
  );

export const outcomeWords = (intl: IntlShape, outcome: string): string =>
  intl.formatMessage(
    { id: 'actions.outcome', defaultMessage: '{outcome, select, KEEP {Fasthold} ADJUST {Justér} other {Stop}}' },
    { outcome },
  );

export const actionKindWords = (intl: IntlShape, kind: string): string =>
  intl.formatMessage(
    { id: 'actions.kind', defaultMessage: '{kind, select, TRIAL {Prøvehandling} TASK {Opgave} other {Aftale}}' },
    { kind },
  );

/**
 * When it is due, in the words of the team: "til torsdag" in this week, else the week; "fra uge 46" when it has waited. Never
 * said above the team.
 */
export function dueWords(intl: IntlShape, dueOn: string | null, state: string, today: string): string | null {
  if (dueOn === null) return null;
  const due = isoWeek(dueOn);
  const now = isoWeek(today);
  if (isOverdue(dueOn, state as ActionState, today))
    return intl.formatMessage({ id: 'actions.due.from', defaultMessage: 'fra uge {week}' }, { week: due.week });
  if (due.year === now.year && due.week === now.week) {
    return intl.formatMessage(
      {
        id: 'actions.due.day',
        defaultMessage:
          'til {day, select, 1 {mandag} 2 {tirsdag} 3 {onsdag} 4 {torsdag} 5 {fredag} 6 {lørdag} other {søndag}}',
      },
      { day: String(weekday(dueOn)) },
    );
  }
  return intl.formatMessage({ id: 'actions.due.week', defaultMessage: 'uge {week}' }, { week: due.week });
}
