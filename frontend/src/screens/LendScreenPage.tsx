import { useQuery } from '@apollo/client/react';
import { Presentation } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { Banner } from '#ui/Banner.tsx';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { slotWords } from '../meetings/parts/meeting-time.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { lendFault } from '../projector/parts/lend-words.ts';
import { LEND_SCREEN } from '../projector/parts/projector.documents.ts';
import css from './LendScreenPage.module.css';
import { MY_WEEK } from './pages.documents.ts';

/** Where the QR code on a screen leads: one's meetings that are on, and one tap that shows one of them there. */
export function LendScreenPage() {
  const intl = useIntl();
  const { code = '' } = useParams();
  const { data, error } = useQuery(MY_WEEK, { variables: { monday: null }, fetchPolicy: 'network-only' });
  const [lend, lending] = useMutate(LEND_SCREEN);
  const title = intl.formatMessage({ id: 'screens.lend.title', defaultMessage: 'Vis mødet på skærmen' });
  usePageTitle(title);
  if (error && !data) throw error;
  if (!data)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'screens.lend.loading', defaultMessage: 'Henter dine møder' })}
        lines={4}
      />
    );
  const on = data.myWeek.inProgress;
  const show = async (meetingId: string) => {
    const answer = await lend({ meetingId, code });
    // A whole page load: the room opens as it is by now.
    if (!answer.error) window.location.assign(`/moede/${meetingId}`);
  };
  return (
    <div className={css.page}>
      <PageHeader
        title={title}
        lead={
          on.length > 0 && (
            <p>
              <FormattedMessage
                id="screens.lend.lead"
                defaultMessage="Skærmen viser dagsorden, tid, beslutninger og handlinger, til mødet slutter. Den viser ingen navne og ingen noter."
              />
            </p>
          )
        }
      />
      {lending.error !== null && (
        <Banner tone="warn" title={intl.formatMessage({ id: 'screens.lend.fault', defaultMessage: 'Det gik ikke' })}>
          {lendFault(intl, lending.error)}
        </Banner>
      )}
      {on.length === 0 ? (
        <EmptyState
          sentence={
            <FormattedMessage id="screens.lend.none" defaultMessage="Du er ikke med i et møde, der er i gang." />
          }
          detail={
            <FormattedMessage
              id="screens.lend.noneDetail"
              defaultMessage="Start mødet, og scan så koden på skærmen igen."
            />
          }
          action={
            <ButtonLink href="/" variant="primary">
              <FormattedMessage id="screens.lend.week" defaultMessage="Gå til min uge" />
            </ButtonLink>
          }
        />
      ) : (
        <ul className={css.meetings}>
          {on.map((meeting) => (
            <li key={meeting.id} className={css.meeting}>
              <p>
                <strong>{meeting.title}</strong>
                <span className="ink2">
                  {meeting.teamName} · {slotWords(meeting.startsAt, meeting.durationMin)}
                </span>
              </p>
              <Button
                variant="primary"
                size="large"
                wide
                icon={<Presentation aria-hidden />}
                pending={lending.pending}
                onPress={() => void show(meeting.id)}
                aria-label={intl.formatMessage(
                  { id: 'screens.lend.showNamed', defaultMessage: 'Vis på skærmen: {title}, {team}' },
                  { title: meeting.title, team: meeting.teamName },
                )}
              >
                <FormattedMessage id="screens.lend.show" defaultMessage="Vis på skærmen" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
