import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { ButtonLink } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { Pejlelinje, PejleMark } from '#ui/Pejlelinje.tsx';
import { copenhagenDate, copenhagenTime } from '#domain/copenhagen.ts';
import { addDays } from '#domain/iso-week.ts';
import type { MyWeekQuery } from '../gql/graphql.ts';
import { calledBy, slotWords } from '../meetings/parts/meeting-time.ts';
import { markerWords, roleWords } from '../meetings/parts/meeting-words.ts';
import css from './WeekLine.module.css';

/** Three letters: "Man". */
const dayName = (intl: IntlShape, day: string): string => {
  const name = intl.formatDate(`${day}T12:00:00Z`, { weekday: 'short', timeZone: 'UTC' }).replace('.', '');
  return name[0]!.toLocaleUpperCase('da') + name.slice(1, 3);
};

type WeekMeeting = MyWeekQuery['myWeek']['meetings'][number];

const dayOf = (meeting: WeekMeeting): string => copenhagenDate(Date.parse(calledBy(meeting)));

/** Monday to Friday along pejlelinjen, with the meetings as marks. */
export function WeekLine({
  monday,
  today,
  meetings,
}: {
  monday: string;
  today: string;
  meetings: readonly WeekMeeting[];
}) {
  const intl = useIntl();
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map((n) => addDays(monday, n))
    .filter((day, n) => n < 5 || meetings.some((meeting) => dayOf(meeting) === day));
  const first = meetings.find((meeting) => meeting.state === 'CONVENED' || meeting.state === 'IN_PROGRESS');
  return (
    <Pejlelinje
      label={intl.formatMessage({ id: 'screens.week.line', defaultMessage: 'Ugens dage' })}
      lead="day"
      spacing="open"
    >
      {days.flatMap((day) => {
        const own = meetings.filter((meeting) => dayOf(meeting) === day);
        const lead = (
          <span className={css.day}>
            {day === today ? (
              <strong>
                <FormattedMessage id="screens.week.today" defaultMessage="I dag" />
              </strong>
            ) : (
              <span>{dayName(intl, day)}</span>
            )}
            <span>{Number(day.slice(8))}.</span>
          </span>
        );
        if (own.length === 0) {
          return [
            <PejleMark key={day} minor state={day < today ? 'done' : 'tocome'} lead={lead}>
              {null}
            </PejleMark>,
          ];
        }
        return own.map((meeting) => (
          <PejleMark
            key={meeting.id}
            state={
              meeting.state === 'HELD' || meeting.state === 'CLOSED' ? 'done' : day === today ? 'current' : 'tocome'
            }
            lead={lead}
          >
            <Meeting meeting={meeting} prominent={meeting === first} />
          </PejleMark>
        ));
      })}
    </Pejlelinje>
  );
}

/** What is beyond the week's days: a meeting that is on now, or the next one. */
export function BesidesTheWeek({ meetings, label }: { meetings: readonly WeekMeeting[]; label: string }) {
  const intl = useIntl();
  return (
    <Pejlelinje label={label} lead="day" spacing="open">
      {meetings.map((meeting) => (
        <PejleMark
          key={meeting.id}
          state={meeting.state === 'IN_PROGRESS' ? 'current' : 'tocome'}
          lead={
            <span className={css.day}>
              <span>{dayName(intl, dayOf(meeting))}</span>
              <span>{Number(dayOf(meeting).slice(8))}.</span>
            </span>
          }
        >
          <Meeting meeting={meeting} prominent />
        </PejleMark>
      ))}
    </Pejlelinje>
  );
}

function Meeting({ meeting, prominent }: { meeting: WeekMeeting; prominent: boolean }) {
  const intl = useIntl();
  const over = meeting.state === 'HELD' || meeting.state === 'CLOSED';
  const href = over ? `/moede/${meeting.id}/referat` : `/moede/${meeting.id}`;
  return (
    <div className={css.meeting}>
      <p className="figures">{slotWords(calledBy(meeting), meeting.durationMin)}</p>
      <h3>
        <Link href={href} look="plain">
          {meeting.title.includes(meeting.teamName) ? (
            meeting.title
          ) : (
            <FormattedMessage
              id="screens.week.meetingIn"
              defaultMessage="{title} i {team}"
              values={{ title: meeting.title, team: meeting.teamName }}
            />
          )}
        </Link>{' '}
        {meeting.markers.map((marker) => (
          <MarkerGlyph
            key={marker.id}
            slot={marker.slot}
            number={marker.position}
            label={markerWords(intl, marker)}
            size={20}
          />
        ))}
      </h3>
      {meeting.purpose && <p className="voice">{meeting.purpose}</p>}
      <p className="small ink2">
        {meeting.ownRole && (
          <FormattedMessage
            id="screens.week.ownRole"
            defaultMessage="Du er {role}. "
            values={{ role: roleWords(intl, meeting.ownRole).toLocaleLowerCase('da') }}
          />
        )}
        {meeting.place}
      </p>
      {meeting.endedByClockAt && (
        <p className="small">
          <FormattedMessage
            id="screens.week.byClock"
            defaultMessage="Mødet blev afsluttet af sig selv kl. {time}. Intet er tabt."
            values={{ time: copenhagenTime(Date.parse(meeting.endedByClockAt)) }}
          />
        </p>
      )}
      {prominent && (
        <ButtonLink href={href} variant="primary">
          {meeting.state === 'IN_PROGRESS' ? (
            <FormattedMessage id="screens.week.join" defaultMessage="Gå til mødet" />
          ) : (
            <FormattedMessage id="screens.week.open" defaultMessage="Åbn dagsordenen" />
          )}
        </ButtonLink>
      )}
    </div>
  );
}
