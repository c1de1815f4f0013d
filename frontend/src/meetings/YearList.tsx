import { FormattedMessage, useIntl } from 'react-intl';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import type { TeamYearQuery } from '../gql/graphql.ts';
import { holidayWords } from './parts/holiday-words.ts';
import css from './Year.module.css';
import { meetingAddress } from './parts/meeting-address.ts';
import { slotWords, weekdayWords, weekOf } from './parts/meeting-time.ts';
import { markerWords } from './parts/meeting-words.ts';
import { monthsOf } from './wheel.ts';

type Year = TeamYearQuery['teamYear'];

const dayNumberOf = (startsAt: string): number => Number(copenhagenDate(Date.parse(startsAt)).slice(8));

/** The year in words, month by month: what the wheel shows, and where one goes from there. */
export function YearList({ year }: { year: Year }) {
  const intl = useIntl();
  const several = new Set(year.meetings.map(({ series }) => series)).size > 1;
  const shortDay = (day: string) =>
    intl.formatDate(`${day}T12:00:00Z`, { day: 'numeric', month: 'short', timeZone: 'Europe/Copenhagen' });
  return (
    <div className={css.list}>
      {monthsOf(year.schoolYear).map(({ key, from, to }) => {
        const meetings = year.meetings.filter(({ startsAt }) => copenhagenDate(Date.parse(startsAt)).startsWith(key));
        const closed = year.closed.filter((one) => one.from <= to && one.to >= from);
        if (meetings.length === 0 && closed.length === 0) return null;
        return (
          <section key={key} className={css.inMonth}>
            <h2>
              {intl.formatDate(`${from}T12:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'Europe/Copenhagen' })}
            </h2>
            {closed.map((one) => (
              <p key={one.from} className="small ink2">
                <FormattedMessage
                  id="year.closed"
                  defaultMessage="{name}, {isOneDay, select, true {{from}} other {{from} til {to}}}"
                  values={{
                    name: one.closed ?? holidayWords(intl, one.holiday),
                    isOneDay: one.from === one.to,
                    from: shortDay(one.from),
                    to: shortDay(one.to),
                  }}
                />
              </p>
            ))}
            {meetings.length > 0 && (
              <ul>
                {meetings.map((meeting) => (
                  <li key={meeting.id}>
                    <Link href={meetingAddress(meeting)} roomy>
                      <FormattedMessage
                        id="year.meeting"
                        defaultMessage="{weekday} {day}., uge {week}"
                        values={{
                          weekday: weekdayWords(intl, meeting.startsAt),
                          day: dayNumberOf(meeting.startsAt),
                          week: weekOf(meeting.startsAt),
                        }}
                      />
                    </Link>
                    <span className="small ink2 figures">
                      <FormattedMessage
                        id="plan.clock"
                        defaultMessage="kl. {slot}"
                        values={{ slot: slotWords(meeting.startsAt, meeting.durationMin) }}
                      />
                      {several && ` · ${meeting.series}`}
                    </span>
                    {meeting.markers
                      .toSorted((a, b) => a.position - b.position)
                      .map((marker) => (
                        <MarkerGlyph
                          key={marker.id}
                          slot={marker.slot}
                          number={marker.position}
                          label={markerWords(intl, marker)}
                          size={20}
                        />
                      ))}
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      {year.meetings.length === 0 && (
        <p>
          <FormattedMessage id="year.empty" defaultMessage="I har ingen møder i det skoleår endnu." />
        </p>
      )}
    </div>
  );
}
