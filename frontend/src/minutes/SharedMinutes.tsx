import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { dayWords } from '../meetings/parts/meeting-time.ts';
import { PrintButton } from '../platform/parts/PrintButton.tsx';
import { refusalCode } from '../platform/parts/refusals.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { DownloadMinutes } from './DownloadMinutes.tsx';
import { LeaderCopy, weekNumber } from './LeaderCopy.tsx';
import { SHARED_MINUTES } from './share.documents.ts';
import css from './Minutes.module.css';

/** What a team shared with its school's leaders: one meeting's minutes, as they were that day. */
export function SharedMinutes() {
  const intl = useIntl();
  const viewer = useViewer();
  const { id = '' } = useParams();
  // Always asked anew: what the team has taken back is gone, also from a page that has been open before.
  const { data, error, refetch } = useQuery(SHARED_MINUTES, { variables: { id }, fetchPolicy: 'no-cache' });
  usePageTitle(intl.formatMessage({ id: 'minutes.shared.title', defaultMessage: 'Delt referat' }));
  useFollow('PERSON', viewer.id, data?.sharedMinutes.liveVersion, () => void refetch());
  const [wasShared, setWasShared] = useState(false);
  if (data && !wasShared) setWasShared(true);
  if (error && wasShared && refusalCode(error) === 'NOT_FOUND') return <TakenBack />;
  if (error) throw error;
  if (!data)
    return (
      <Skeleton label={intl.formatMessage({ id: 'minutes.loading', defaultMessage: 'Henter referatet' })} lines={10} />
    );
  const { copy, sharedOn, teamId, schoolId } = data.sharedMinutes;
  const isOwnTeam = viewer.teams.some((team) => team.id === teamId);
  return (
    <article className={css.sheet}>
      <PageHeader
        kicker={
          <>
            <FormattedMessage id="minutes.shared.title" defaultMessage="Delt referat" /> ·{' '}
            <Link href={isOwnTeam ? `/team/${teamId}` : `/skole/${schoolId}/overblik?team=${teamId}`}>
              {copy.teamName}
            </Link>
            {copy.schoolName ? `, ${copy.schoolName}` : ''}
          </>
        }
        title={
          <FormattedMessage
            id="minutes.shared.heading"
            defaultMessage="{title}, uge {week}"
            values={{ title: copy.title, week: weekNumber(copy.week) }}
          />
        }
        lead={
          <p className="small ink2">
            <FormattedMessage
              id="minutes.shared.lead"
              defaultMessage="Denne udgave blev delt den {date}. Her står ikke, hvem der deltog, hvornår noget blev sagt, eller hvem der gør hvad."
              values={{ date: dayWords(intl, sharedOn) }}
            />
          </p>
        }
      />
      <LeaderCopy copy={copy} level={2} />
      <footer className={css.foot}>
        <DownloadMinutes from={`/dokumenter/delt-referat/${id}`} />
        <PrintButton />
        <WhoCanSee abilities={['minutes.copy', 'minutes.copyDecisions', 'minutes.copyAmendments', 'minutes.shared']} />
      </footer>
    </article>
  );
}

/** What stands where the copy stood, when the team takes it back, or shares a newer one, while it is read. */
function TakenBack() {
  return (
    <article className={css.sheet}>
      <PageHeader title={<FormattedMessage id="minutes.shared.title" defaultMessage="Delt referat" />} />
      <EmptyState
        sentence={
          <FormattedMessage id="minutes.shared.takenBack" defaultMessage="Denne udgave er ikke delt længere." />
        }
        detail={
          <FormattedMessage
            id="minutes.shared.takenBackDetail"
            defaultMessage="Teamet har trukket den tilbage eller delt en nyere. Er der en nyere, står den under teamet i skolens overblik."
          />
        }
        action={
          <ButtonLink href="/">
            <FormattedMessage id="minutes.shared.takenBackOn" defaultMessage="Gå til min uge" />
          </ButtonLink>
        }
      />
    </article>
  );
}
