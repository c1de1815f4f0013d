import { Hand, Pencil } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import type { Present } from '#live-protocol/events.ts';
import css from './Attendance.module.css';

/** The turn of each hand that is up, from 1, by person. */
export function turnsOf(people: readonly Present[]): Map<string, number> {
  const up = people.filter(({ handSince }) => handSince !== null);
  return new Map(up.toSorted((a, b) => a.handSince! - b.handSince!).map(({ id }, n) => [id, n + 1]));
}

/** What somebody does now: their hand with its turn, or that they write. Nothing, mostly. */
export function Doing({
  person,
  turn,
  turns,
}: {
  person: Present | undefined;
  turn: number | undefined;
  turns: number;
}) {
  if (turn !== undefined)
    return (
      <span className={css.hand}>
        <Hand aria-hidden />
        {turns > 1 ? (
          <FormattedMessage id="meetings.hand.turn" defaultMessage="hånd nr. {turn}" values={{ turn }} />
        ) : (
          <FormattedMessage id="meetings.hand.up" defaultMessage="hånden oppe" />
        )}
      </span>
    );
  if (!person?.writing) return null;
  return (
    <span className={css.writing}>
      <Pencil aria-hidden />
      <FormattedMessage id="meetings.hand.writing" defaultMessage="skriver" />
    </span>
  );
}
