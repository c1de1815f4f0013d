import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import type { TeamYearQuery } from '../gql/graphql.ts';
import { serverNow } from '../platform/parts/server-clock.ts';
import { CancelSeriesDialog, type Cancelled } from './CancelSeriesDialog.tsx';
import { seriesToCome } from './series-reach.ts';
import css from './Year.module.css';

/** Calling off what is left of a series this school year; offered for each series that has meetings to come. */
export function CancelSeries({ year }: { year: TeamYearQuery['teamYear'] }) {
  const intl = useIntl();
  const [asked, setAsked] = useState<string | null>(null);
  const [done, setDone] = useState<Cancelled | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const series = seriesToCome(year.meetings, serverNow());
  const chosen = series.find(({ name }) => name === asked);
  return (
    <>
      <p ref={line} tabIndex={-1} role="status" className={css.cancelled}>
        {done &&
          intl.formatMessage(
            {
              id: 'series.cancelled',
              defaultMessage:
                '{count, plural, one {Ét møde} other {# møder}} er aflyst.{left, plural, =0 {} one { Ét er begyndt imens og er ikke aflyst.} other { # er begyndt imens og er ikke aflyst.}}',
            },
            { count: done.count, left: done.left },
          )}
      </p>
      {series.map(({ name }) => (
        <Button key={name} variant="quiet" onPress={() => setAsked(name)}>
          <FormattedMessage id="series.cancel" defaultMessage="Aflys resten af møderækken »{name}«" values={{ name }} />
        </Button>
      ))}
      {chosen && (
        <CancelSeriesDialog
          key={chosen.name}
          name={chosen.name}
          meetings={chosen.meetings}
          schoolYear={year.schoolYear}
          onClose={() => setAsked(null)}
          onCancelled={(cancelled) => {
            setAsked(null);
            setDone(cancelled);
            // The button is gone with its series: what happened is said where it stood.
            requestAnimationFrame(() => line.current?.focus());
          }}
        />
      )}
    </>
  );
}
