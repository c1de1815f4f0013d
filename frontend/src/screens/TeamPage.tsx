import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { ButtonLink } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { shownSchoolYear } from '#domain/school-year.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { ActionCard } from '../actions/parts/ActionCard.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { calledBy, dayWords, slotWords, weekOf } from '../meetings/parts/meeting-time.ts';
import { meetingStateWords } from '../meetings/parts/meeting-words.ts';
import { StartNow } from '../meetings/parts/StartNow.tsx';
import { SharingAgreement } from '../minutes/parts/SharingAgreement.tsx';
import { SharedMinutesList } from '../overview/parts/SharedMinutesList.tsx';
import { TeamActions } from '../overview/parts/TeamActions.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './TeamPage.module.css';
import { TEAM_PAGE } from './pages.documents.ts';

/** "Hvor er vi?" */
export function TeamPage() {
  const intl = useIntl();
  const viewer = useViewer();
  const { teamId = '' } = useParams();
  const { data, previousData, error, refetch } = useQuery(TEAM_PAGE, { variables: { teamId } });
  const page = (data ?? previousData)?.teamPage;
  useFollow('TEAM', page?.id, page?.liveVersion, () => void refetch());
  usePageTitle(page?.team.name ?? '');
  if (error && !page) throw error;
  if (!page)
    return (
      <Skeleton label={intl.formatMessage({ id: 'screens.team.loading', defaultMessage: 'Henter teamet' })} lines={8} />
    );
  const isMember = viewer.teams.some((team) => team.id === page.id && team.relation === 'MEMBER');
  const [next, ...later] = page.coming;
  return (
    <div className={css.page}>
      <PageHeader
        kicker={`${page.team.school?.name ?? ''} · ${shownSchoolYear(page.team.schoolYear)}`}
        title={page.team.name}
        lead={
          <p className={css.members}>
            {(page.team.members ?? []).map((member) => (
              <span key={member.id}>
                {member.person?.displayName}
                {member.function !== 'MEMBER' && (
                  <span className="ink2">
                    {' '}
                    <FormattedMessage
                      id="screens.team.function"
                      defaultMessage="({function, select, FACILITATOR {mødeleder} other {koordinator}})"
                      values={{ function: member.function }}
                    />
                  </span>
                )}
              </span>
            ))}
          </p>
        }
      />
      <div className={css.columns}>
        <section aria-labelledby="next" className={css.column}>
          <h2 id="next">
            <FormattedMessage id="screens.team.next" defaultMessage="Næste møde" />
          </h2>
          {next ? (
            <div className={css.next}>
              <p className="figures">
                <FormattedMessage
                  id="screens.team.when"
                  defaultMessage="Uge {week}, {date}, kl. {slot}"
                  values={{
                    week: weekOf(next.startsAt),
                    date: dayWords(intl, next.startsAt),
                    slot: slotWords(next.startsAt, next.durationMin),
                  }}
                />
              </p>
              <h3>{next.title}</h3>
              {next.purpose && <p className="voice">{next.purpose}</p>}
              <p className="small ink2">
                {meetingStateWords(intl, next.state)}
                {next.place ? ` · ${next.place}` : ''}
              </p>
              <ButtonLink
                variant="primary"
                href={next.state === 'DRAFT' ? `/moede/${next.id}/planlaeg` : `/moede/${next.id}`}
              >
                {next.state === 'DRAFT' ? (
                  <FormattedMessage id="screens.team.plan" defaultMessage="Planlæg mødet" />
                ) : next.state === 'IN_PROGRESS' ? (
                  <FormattedMessage id="screens.week.join" defaultMessage="Gå til mødet" />
                ) : (
                  <FormattedMessage id="screens.week.open" defaultMessage="Åbn dagsordenen" />
                )}
              </ButtonLink>
              {isMember && next.state !== 'IN_PROGRESS' && (
                <div className={css.buttons}>
                  <ButtonLink href={`/moede/${next.id}/forberedelse`}>
                    <FormattedMessage id="screens.team.prepare" defaultMessage="Forbered dig" />
                  </ButtonLink>
                  <ButtonLink variant="quiet" href={`/moede/${next.id}/forberedelse?foreslaa`}>
                    <FormattedMessage id="screens.team.propose" defaultMessage="Foreslå et punkt" />
                  </ButtonLink>
                </div>
              )}
            </div>
          ) : (
            <EmptyState
              look="quiet"
              sentence={intl.formatMessage({
                id: 'screens.team.noMeeting',
                defaultMessage: 'Hvad vil I gerne undersøge sammen? Der er ikke planlagt et møde endnu.',
              })}
            />
          )}
          {later.map((meeting) => (
            <p key={meeting.id}>
              <Link href={meeting.state === 'DRAFT' ? `/moede/${meeting.id}/planlaeg` : `/moede/${meeting.id}`} roomy>
                <FormattedMessage
                  id="screens.team.laterMeeting"
                  defaultMessage="Uge {week}: {title}"
                  values={{ week: weekOf(calledBy(meeting)), title: meeting.title }}
                />
              </Link>{' '}
              <span className="small ink2">{meetingStateWords(intl, meeting.state)}</span>
            </p>
          ))}
          {isMember && (
            <div className={css.buttons}>
              <ButtonLink variant="secondary" href={`/team/${page.id}/nyt-moede`}>
                <FormattedMessage id="screens.team.new" defaultMessage="Planlæg et nyt møde" />
              </ButtonLink>
              <StartNow teamId={page.id} />
            </div>
          )}
        </section>
        <section aria-labelledby="open" className={css.column}>
          <h2 id="open">
            <FormattedMessage id="screens.team.open" defaultMessage="Handlinger" />
          </h2>
          {page.openActions.length === 0 ? (
            <EmptyState
              look="quiet"
              sentence={intl.formatMessage({
                id: 'screens.team.noActions',
                defaultMessage: 'I har ingen åbne handlinger. De fanges på møderne.',
              })}
            />
          ) : (
            <ul className={css.list}>
              {page.openActions.slice(0, 4).map((action) => (
                <ActionCard key={action.id} action={action} viewerId={viewer.id} />
              ))}
            </ul>
          )}
          <Link href={`/team/${page.id}/handlinger`} roomy>
            <FormattedMessage id="screens.team.allActions" defaultMessage="Se alle handlinger" />
          </Link>
        </section>
        <section aria-labelledby="memory" className={css.column}>
          <h2 id="memory">
            <FormattedMessage id="screens.team.memory" defaultMessage="Hukommelse" />
          </h2>
          <ul className={css.rows}>
            {page.decisions.map((decision) => (
              <li key={decision.id}>
                <p>{decision.text}</p>
                <p className="small ink2">
                  <FormattedMessage
                    id="screens.team.decided"
                    defaultMessage="Besluttet uge {week}"
                    values={{ week: weekOf(decision.createdAt) }}
                  />
                </p>
              </li>
            ))}
          </ul>
          <h3>
            <FormattedMessage id="screens.team.minutes" defaultMessage="Referater" />
          </h3>
          <ul className={css.rows}>
            {page.held.map((meeting) => (
              <li key={meeting.id}>
                <Link href={`/moede/${meeting.id}/referat`} look="plain" roomy>
                  <FormattedMessage
                    id="screens.team.laterMeeting"
                    defaultMessage="Uge {week}: {title}"
                    values={{ week: weekOf(calledBy(meeting)), title: meeting.title }}
                  />
                </Link>{' '}
                {meeting.markers.map((marker) => (
                  <MarkerGlyph key={marker.id} slot={marker.slot} number={marker.position} size={18} />
                ))}
                <span className="small ink2">
                  {' '}
                  <FormattedMessage
                    id="screens.team.minutesState"
                    defaultMessage="{state, select, APPROVED {godkendt} PROPOSED {til godkendelse} other {åbent}}"
                    values={{ state: meeting.minutesState ?? 'OPEN' }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Disclosure
        title={intl.formatMessage({ id: 'screens.team.leaderSees', defaultMessage: 'Dette kan skoleledelsen se' })}
        level={2}
      >
        <p className="ink2 measure">
          <FormattedMessage
            id="screens.team.leaderWords"
            defaultMessage="Nøjagtig det samme svar, som skolens ledelse får: handlinger med pejlemærke, tilstand og uge, hvilke uger I har mødtes i, og de referater, der er delt. Ingen navne eller frister."
          />
        </p>
        <TeamActions team={page.leaderSees} markers={page.markers} />
        <SharedMinutesList minutes={page.leaderSees.sharedMinutes} />
        {page.agreement && <SharingAgreement agreement={page.agreement} level={3} refetch={refetch} />}
      </Disclosure>
      <WhoCanSee abilities={['team.members', 'action.read', 'action.responsible', 'minutes.read', 'meeting.notes']} />
    </div>
  );
}
