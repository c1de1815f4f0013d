import { useQuery } from '@apollo/client/react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { isSchoolYear, schoolYearBeside, schoolYearOf, shownSchoolYear } from '#domain/school-year.ts';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { PrintButton } from '../platform/parts/PrintButton.tsx';
import { serverNow } from '../platform/parts/server-clock.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { CancelSeries } from './CancelSeries.tsx';
import { TEAM_YEAR } from './series.documents.ts';
import { calledBy } from './parts/meeting-time.ts';
import css from './Year.module.css';
import { YearList } from './YearList.tsx';
import { YearWheel } from './YearWheel.tsx';

/** What comes while the page is open comes last, and a cancelled meeting leaves by its state. */
const inOrder = <Meeting extends { startsAt: string; startedAt?: string | null; state: string }>(
  meetings: readonly Meeting[],
): Meeting[] =>
  meetings
    .filter(({ state }) => state !== 'CANCELLED')
    // A meeting that began on another day stands in the year where it was.
    .map((meeting) => ({ ...meeting, startsAt: calledBy(meeting) }))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));

/** "Hvordan ser vores skoleår ud?" Meetings, markers and holidays as a wheel and as a list. */
export function Year() {
  const intl = useIntl();
  const { teamId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const today = copenhagenDate(serverNow());
  const asked = search.get('aar');
  const schoolYear = isSchoolYear(asked) ? asked : schoolYearOf(today);
  const { data, previousData, error, refetch } = useQuery(TEAM_YEAR, { variables: { teamId, schoolYear } });
  const read = (data ?? previousData)?.teamYear;
  const year = read && { ...read, meetings: inOrder(read.meetings) };
  useFollow('TEAM', year?.team.id, year?.liveVersion, () => void refetch());
  useFollow('MUNICIPALITY', useViewer().municipalityId, year?.calendarVersion, () => void refetch());
  usePageTitle(intl.formatMessage({ id: 'year.title', defaultMessage: 'Årshjul' }));
  if (error && !year) throw error;
  if (!year)
    return (
      <Skeleton label={intl.formatMessage({ id: 'year.loading', defaultMessage: 'Henter skoleåret' })} lines={12} />
    );
  const go = (by: number) => setSearch({ aar: schoolYearBeside(year.schoolYear, by) }, { replace: true });
  const shown = shownSchoolYear(year.schoolYear);
  return (
    <div className={css.page}>
      <PageHeader
        title={intl.formatMessage({ id: 'year.heading', defaultMessage: 'Skoleåret {year}' }, { year: shown })}
        kicker={year.team.school ? `${year.team.name}, ${year.team.school.name}` : year.team.name}
        aside={
          <div className={css.buttons}>
            <Button icon={<ChevronLeft aria-hidden />} onPress={() => go(-1)}>
              {shownSchoolYear(schoolYearBeside(year.schoolYear, -1))}
            </Button>
            <Button iconAfter={<ChevronRight aria-hidden />} onPress={() => go(1)}>
              {shownSchoolYear(schoolYearBeside(year.schoolYear, 1))}
            </Button>
            <ButtonLink variant="primary" href={`/team/${teamId}/moederaekke`}>
              <FormattedMessage id="plan.list.series" defaultMessage="Planlæg en møderække" />
            </ButtonLink>
          </div>
        }
      />
      <div className={css.both}>
        <YearWheel year={year} today={today} />
        <YearList year={year} />
      </div>
      <footer className={css.foot}>
        {year.may.includes('meeting.cancel') && <CancelSeries year={year} />}
        <PrintButton />
        <WhoCanSee abilities={['series.read']} />
      </footer>
    </div>
  );
}
