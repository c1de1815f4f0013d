import { useQuery } from '@apollo/client/react';
import { useIntl, type IntlShape } from 'react-intl';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { schoolYearOf } from '#domain/school-year.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { problemWords, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import { serverNow } from '../platform/parts/server-clock.ts';
import { TEAM_YEAR } from './series.documents.ts';
import { countsOf, type Reach } from './series-reach.ts';

/** Only this meeting, or the others of its series too. Not asked where it has none. */
export function SeriesReach({
  meeting,
  value,
  onChange,
}: {
  meeting: { id: string; startsAt: string; team: { id: string } };
  value: Reach;
  onChange: (reach: Reach) => void;
}) {
  const intl = useIntl();
  const schoolYear = schoolYearOf(copenhagenDate(Date.parse(meeting.startsAt)));
  const { data } = useQuery(TEAM_YEAR, {
    variables: { teamId: meeting.team.id, schoolYear },
    fetchPolicy: 'network-only',
  });
  const counts = data && countsOf(data.teamYear.meetings, meeting, serverNow());
  if (!counts || counts.ALL < 2) return null;
  return (
    <RadioGroup
      label={intl.formatMessage({ id: 'series.reach', defaultMessage: 'Tid og sted gælder' })}
      value={value}
      onChange={(reach) => onChange(reach as Reach)}
      options={[
        { value: 'ONE', label: intl.formatMessage({ id: 'series.reach.one', defaultMessage: 'Kun dette møde' }) },
        ...(counts.FOLLOWING > 1
          ? [
              {
                value: 'FOLLOWING',
                label: intl.formatMessage(
                  {
                    id: 'series.reach.following',
                    defaultMessage: 'Dette og {count, plural, one {det følgende} other {de # følgende}} i møderækken',
                  },
                  { count: counts.FOLLOWING - 1 },
                ),
              },
            ]
          : []),
        ...(counts.ALL > counts.FOLLOWING
          ? [
              {
                value: 'ALL',
                label: intl.formatMessage(
                  { id: 'series.reach.all', defaultMessage: 'Alle {count} kommende i møderækken' },
                  { count: counts.ALL },
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Why a series did not move. */
export function notMovedWords(intl: IntlShape, error: unknown): string {
  const [field] = (refusalOf(error)?.fields ?? []) as { field: string; problem: string; days?: string[] }[];
  const days = intl.formatList(
    (field?.days ?? []).map((day) =>
      intl.formatDate(`${day}T12:00:00Z`, { day: 'numeric', month: 'long', timeZone: 'Europe/Copenhagen' }),
    ),
  );
  if (field?.problem === 'TEAM_MEETS')
    return intl.formatMessage(
      {
        id: 'series.notMoved.meets',
        defaultMessage: 'I har allerede et møde på det tidspunkt {days}. Intet er flyttet.',
      },
      { days },
    );
  if (field?.problem === 'PAST')
    return intl.formatMessage(
      {
        id: 'series.notMoved.past',
        defaultMessage: 'Så ville mødet {days} ligge i fortiden. Intet er flyttet; flyt det for sig.',
      },
      { days },
    );
  if (field?.field === 'shiftDays')
    return intl.formatMessage({
      id: 'series.notMoved.far',
      defaultMessage: 'En række kan flyttes fire uger ad gangen. Intet er flyttet.',
    });
  return field ? problemWords(intl, field.problem) : refusalWords(intl, error);
}
