import { useIntl } from 'react-intl';
import css from './Rhythm.module.css';
import { weekNumber, type WeekKey } from './weeks.ts';

/** The weeks in which a team met, as dots on the school year's line: no counts, no days. */
export function Rhythm({ weeks, held }: { weeks: readonly WeekKey[]; held: readonly WeekKey[] }) {
  const intl = useIntl();
  const met = weeks.filter((week) => held.includes(week));
  const label =
    met.length === 0
      ? intl.formatMessage({ id: 'overview.rhythm.none', defaultMessage: 'Ingen PLF-møder i perioden' })
      : intl.formatMessage(
          { id: 'overview.rhythm.weeks', defaultMessage: 'PLF-møder i uge {weeks}' },
          { weeks: intl.formatList(met.map((week) => String(weekNumber(week)))) },
        );
  const step = 8;
  return (
    <svg
      className={css.rhythm}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${Math.max(1, weeks.length) * step} 12`}
      preserveAspectRatio="xMinYMid meet"
    >
      <line x1="0" x2={weeks.length * step} y1="6" y2="6" className={css.line} />
      {weeks.map(
        (week, n) =>
          met.includes(week) && <circle key={week} cx={n * step + step / 2} cy="6" r="3" className={css.dot} />,
      )}
    </svg>
  );
}
