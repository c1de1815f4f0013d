import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { copenhagenDate, copenhagenTime } from '#domain/copenhagen.ts';
import { addDays } from '#domain/iso-week.ts';
import type { MyWeekQuery } from '../gql/graphql.ts';

type Week = MyWeekQuery['myWeek'];

/** The week in a sentence or two: when we meet, and what the team would like to hear about. Nothing in another week than this. */
export function WeekSentence({ week }: { week: Week }) {
  const intl = useIntl();
  const { today } = week;
  if (today < week.monday || today > addDays(week.monday, 6)) return null;
  const meeting = week.meetings.find(
    ({ state, startsAt }) =>
      state === 'IN_PROGRESS' ||
      ((state === 'CONVENED' || state === 'DRAFT') && copenhagenDate(Date.parse(startsAt)) >= today),
  );
  const action = week.actions
    .filter(({ dueOn }) => dueOn && dueOn >= today && dueOn <= addDays(week.monday, 6))
    .toSorted((a, b) => a.dueOn!.localeCompare(b.dueOn!))[0];
  if (!meeting && !action) return null;
  return (
    <p>
      {meeting && <MeetingWords meeting={meeting} today={today} />}
      {meeting && action && ' '}
      {action && (
        <FormattedMessage
          id="screens.week.hear"
          defaultMessage="{day} vil teamet gerne høre om »{title}«."
          values={{ day: dayName(intl, action.dueOn!, today), title: action.title }}
        />
      )}
    </p>
  );
}

function MeetingWords({ meeting, today }: { meeting: Week['meetings'][number]; today: string }) {
  const intl = useIntl();
  if (meeting.state === 'IN_PROGRESS')
    return (
      <FormattedMessage
        id="screens.week.running"
        defaultMessage="Mødet i {team} er i gang."
        values={{ team: meeting.teamName }}
      />
    );
  return (
    <FormattedMessage
      id="screens.week.meet"
      defaultMessage="{day} mødes I i {team} kl. {time}."
      values={{
        day: dayName(intl, copenhagenDate(Date.parse(meeting.startsAt)), today),
        team: meeting.teamName,
        time: copenhagenTime(Date.parse(meeting.startsAt)),
      }}
    />
  );
}

/** "I dag", "Torsdag": as a sentence begins. */
function dayName(intl: IntlShape, day: string, today: string): string {
  if (day === today) return intl.formatMessage({ id: 'screens.week.today', defaultMessage: 'I dag' });
  const name = intl.formatDate(`${day}T12:00:00Z`, { weekday: 'long', timeZone: 'UTC' });
  return name[0]!.toLocaleUpperCase(intl.locale) + name.slice(1);
}
