import { FormattedMessage, useIntl } from 'react-intl';
import { MarkerName } from '#ui/MarkerGlyph.tsx';
import type { OverviewMarker } from './MovementSentence.tsx';
import css from './TrialChart.module.css';
import { weekNumber, type WeekKey } from './weeks.ts';

export interface ChartedTrial {
  begunWeek: WeekKey | null;
  outcomeWeek: WeekKey | null;
  outcome: string | null;
}

const UNIT = 9;
/** From one mark to the next above it, and the room that five of them take. */
const STEP = 8;
const FIVE = 46;

/** One marker's trials on the school year's weeks: begun above the axis, what came of them below. */
export function TrialChart({
  marker,
  trials,
  weeks,
}: {
  marker: OverviewMarker;
  trials: readonly ChartedTrial[];
  weeks: readonly WeekKey[];
}) {
  const intl = useIntl();
  const begun = trials.filter((trial) => trial.begunWeek !== null && weeks.includes(trial.begunWeek));
  const done = trials.filter(
    (trial) => trial.outcome !== null && trial.outcomeWeek !== null && weeks.includes(trial.outcomeWeek),
  );
  const count = (outcome: string) => done.filter((trial) => trial.outcome === outcome).length;
  const words = intl.formatMessage(
    {
      id: 'overview.chart.words',
      defaultMessage:
        '{begun} begyndt{kept, plural, =0 {} other {, # fastholdt}}{adjusted, plural, =0 {} other {, # justeret}}{stopped, plural, =0 {} other {, # stoppet}}',
    },
    { begun: begun.length, kept: count('KEEP'), adjusted: count('ADJUST'), stopped: count('STOP') },
  );
  const place = (week: WeekKey) => weeks.indexOf(week) * UNIT + UNIT / 2;
  const autumn = weeks.findIndex((week) => weekNumber(week) === 42);
  const ranked = (list: readonly ChartedTrial[], weekOf: (trial: ChartedTrial) => WeekKey | null) =>
    list.map((trial, n) => ({
      trial,
      rank: list.slice(0, n).filter((other) => weekOf(other) === weekOf(trial)).length,
    }));
  const above = ranked(begun, (trial) => trial.begunWeek);
  const below = ranked(done, (trial) => trial.outcomeWeek);
  // A busy week makes the chart taller: marks never stand on each other.
  const axis = Math.max(FIVE, ...[...above, ...below].map(({ rank }) => 14 + rank * STEP));
  return (
    <figure className={css.figure}>
      <figcaption className={css.caption}>
        <MarkerName
          slot={marker.slot}
          number={marker.position}
          name={marker.shortTitle}
          spoken={intl.formatMessage(
            { id: 'overview.marker', defaultMessage: 'Pejlemærke {n}' },
            { n: marker.position },
          )}
        />
      </figcaption>
      <svg
        className={css.chart}
        viewBox={`0 0 ${Math.max(1, weeks.length) * UNIT} ${axis * 2}`}
        role="img"
        aria-label={words}
        data-slot={marker.slot}
      >
        {autumn >= 0 && <rect x={autumn * UNIT} y="0" width={UNIT} height={axis * 2} className={css.holiday} />}
        <line x1="0" x2={weeks.length * UNIT} y1={axis} y2={axis} className={css.axis} />
        {above.map(({ trial, rank }, n) => (
          <circle
            key={`b${n}`}
            cx={place(trial.begunWeek!)}
            cy={axis - 7 - rank * STEP}
            r="3.2"
            className={css.begun}
          />
        ))}
        {below.map(({ trial, rank }, n) => (
          <Outcome key={`o${n}`} outcome={trial.outcome!} x={place(trial.outcomeWeek!)} y={axis + 7 + rank * STEP} />
        ))}
      </svg>
      <p className="small ink2">{words}</p>
    </figure>
  );
}

/** Filled: kept; half: adjusted; cross: stopped. */
function Outcome({ outcome, x, y }: { outcome: string; x: number; y: number }) {
  if (outcome === 'STOP') return <path d={`M${x - 2.6} ${y - 2.6}l5.2 5.2m0-5.2l-5.2 5.2`} className={css.begun} />;
  if (outcome === 'ADJUST') {
    return (
      <g>
        <circle cx={x} cy={y} r="3.2" className={css.begun} />
        <path d={`M${x} ${y - 3.2}a3.2 3.2 0 0 1 0 6.4z`} className={css.filled} />
      </g>
    );
  }
  return <circle cx={x} cy={y} r="3.4" className={css.filled} />;
}

/** What the marks mean. */
export function TrialLegend() {
  const marks: [string, React.ReactNode][] = [
    ['begun', <FormattedMessage key="b" id="overview.legend.begun" defaultMessage="begyndt" />],
    ['KEEP', <FormattedMessage key="k" id="overview.legend.kept" defaultMessage="fastholdt" />],
    ['ADJUST', <FormattedMessage key="a" id="overview.legend.adjusted" defaultMessage="justeret" />],
    ['STOP', <FormattedMessage key="s" id="overview.legend.stopped" defaultMessage="stoppet" />],
  ];
  return (
    <ul className={css.legend}>
      {marks.map(([mark, words]) => (
        <li key={mark}>
          <svg viewBox="0 0 10 10" width="14" height="14" aria-hidden="true">
            {mark === 'begun' ? (
              <circle cx="5" cy="5" r="3.2" className={css.begun} />
            ) : (
              <Outcome outcome={mark} x={5} y={5} />
            )}
          </svg>
          {words}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 10 10" width="14" height="14" aria-hidden="true">
          <rect x="1" y="0" width="8" height="10" className={css.holiday} />
        </svg>
        <FormattedMessage id="overview.legend.autumn" defaultMessage="efterårsferie" />
      </li>
    </ul>
  );
}
