import { useIntl } from 'react-intl';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { addDays } from '#domain/iso-week.ts';
import { shownSchoolYear } from '#domain/school-year.ts';
import { MarkerShape } from '#ui/MarkerGlyph.tsx';
import type { TeamYearQuery } from '../gql/graphql.ts';
import css from './Year.module.css';
import { monthsOf, pointAt, RADIUS, sector, turnOf } from './wheel.ts';

type Year = TeamYearQuery['teamYear'];

const MARKER = 15;
/** Two signs nearer than this would cover each other, in turns. */
const NEAREST = 0.022;

/**
 * The school year as a wheel: months outermost, then the days nobody meets, the meetings, and innermost the markers they are about.
 * A picture of the list beside it, which says the same in words: nothing is here alone.
 */
export function YearWheel({ year, today }: { year: Year; today: string }) {
  const intl = useIntl();
  const at = (day: string) => turnOf(day, year.schoolYear);
  const dayOf = (startsAt: string) => copenhagenDate(Date.parse(startsAt));
  const months = monthsOf(year.schoolYear);
  const isNow = today >= months[0]!.from && today <= months[11]!.to;
  return (
    <svg
      viewBox="-200 -200 400 400"
      className={css.wheel}
      role="img"
      aria-label={intl.formatMessage({
        id: 'year.wheel',
        defaultMessage: 'Årshjul. Listen ved siden af siger det samme med ord.',
      })}
    >
      {months.map(({ key, from, to }) => {
        const [begin, end] = [at(from), at(addDays(to, 1))];
        const middle = (begin + end) / 2;
        const { x, y } = pointAt(middle, (RADIUS.outer + RADIUS.month) / 2);
        // Below the middle a name would stand on its head.
        const turned = middle > 0.25 && middle < 0.75 ? middle * 360 + 180 : middle * 360;
        return (
          <g key={key}>
            <path className={css.sector} d={sector(begin, end, RADIUS.month, RADIUS.outer)} />
            <text className={css.month} transform={`translate(${x} ${y}) rotate(${turned})`} dominantBaseline="central">
              {intl.formatDate(`${from}T12:00:00Z`, { month: 'short', timeZone: 'Europe/Copenhagen' })}
            </text>
            <line className={css.spoke} {...lineAt(begin, RADIUS.inner, RADIUS.month)} />
          </g>
        );
      })}
      <circle className={css.ring} r={RADIUS.meetings} />
      {year.closed.map(({ from, to }) => (
        <path
          key={from + to}
          className={css.closed}
          d={sector(Math.max(0, at(from)), Math.min(1, at(addDays(to, 1))), RADIUS.inner, RADIUS.month)}
        />
      ))}
      {year.meetings.map(({ id, startsAt, state }) => {
        const { x, y } = pointAt(at(dayOf(startsAt)), RADIUS.meetings);
        const isOver = state === 'HELD' || state === 'CLOSED';
        return <circle key={id} className={css.meeting} data-over={isOver || undefined} cx={x} cy={y} r={5.5} />;
      })}
      {marksOf(year, (startsAt) => at(dayOf(startsAt))).map(({ id, slot, position, turn, row }) => {
        const { x, y } = pointAt(turn, RADIUS.markers - row * (MARKER + 2));
        return (
          <g key={id} transform={`translate(${x - MARKER / 2} ${y - MARKER / 2}) scale(${MARKER / 24})`}>
            <MarkerShape slot={slot} number={position} />
          </g>
        );
      })}
      {isNow && <line className={css.today} {...lineAt(at(today), RADIUS.closed, RADIUS.outer)} />}
      <text className={css.name} dominantBaseline="central">
        {shownSchoolYear(year.schoolYear)}
      </text>
    </svg>
  );
}

const lineAt = (turn: number, from: number, to: number) => {
  const [a, b] = [pointAt(turn, from), pointAt(turn, to)];
  return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
};

/** The signs of what the meetings are about, in rows inward where they would cover each other. */
function marksOf(year: Year, at: (startsAt: string) => number) {
  const last: number[] = [];
  return year.meetings.flatMap(({ id, startsAt, markers }) =>
    markers
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ id: markerId, slot, position }) => {
        const turn = at(startsAt);
        const row = [0, 1].find((one) => turn - (last[one] ?? -1) >= NEAREST);
        if (row === undefined) return [];
        last[row] = turn;
        return [{ id: `${id} ${markerId}`, slot, position, turn, row }];
      }),
  );
}
