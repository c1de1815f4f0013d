import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pejlelinje, PejleMark } from '#ui/Pejlelinje.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import type { TeamMeetingsQuery } from '../gql/graphql.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './MeetingList.module.css';
import { calledBy, dayWords, slotWords, weekOf, weekdayWords } from './parts/meeting-time.ts';
import { meetingAddress } from './parts/meeting-address.ts';
import { markerWords, meetingStateWords } from './parts/meeting-words.ts';
import { StartNow } from './parts/StartNow.tsx';
import { TEAM_MEETINGS } from './plan.documents.ts';

type Line = TeamMeetingsQuery['teamMeetings']['upcoming'][number];
const TO_COME = ['DRAFT', 'CONVENED', 'IN_PROGRESS'];

/** A team's meetings on one line: those to come, and back through those that were. */
export function MeetingList() {
  const intl = useIntl();
  const client = useApolloClient();
  const { teamId = '' } = useParams();
  const { data, error, refetch } = useQuery(TEAM_MEETINGS, { variables: { teamId, after: null } });
  const [older, setOlder] = useState<{ lines: Line[]; cursor: string | null } | null>(null);
  const list = data?.teamMeetings;
  useFollow('TEAM', list?.id, list?.liveVersion, () => void refetch());
  usePageTitle(intl.formatMessage({ id: 'plan.list', defaultMessage: 'Møder' }));
  if (error && !list) throw error;
  if (!list)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'plan.list.loading', defaultMessage: 'Henter teamets møder' })}
        lines={8}
      />
    );

  // A meeting that ends while the page is open leaves the first list by its state.
  const upcoming = list.upcoming
    .filter((one) => TO_COME.includes(one.state))
    .toSorted((a, b) => calledBy(a).localeCompare(calledBy(b)));
  const ended = list.upcoming.filter((one) => !TO_COME.includes(one.state));
  const past = [
    ...new Map([...ended, ...list.past, ...(older?.lines ?? [])].map((one) => [one.id, one])).values(),
  ].toSorted((a, b) => calledBy(b).localeCompare(calledBy(a)));
  const cursor = older ? older.cursor : list.pastCursor;
  const mayPlan = list.may.includes('meeting.plan');
  const more = async () => {
    const answer = await client.query({
      query: TEAM_MEETINGS,
      variables: { teamId, after: cursor },
      fetchPolicy: 'no-cache',
    });
    if (answer.data)
      setOlder({
        lines: [...(older?.lines ?? []), ...answer.data.teamMeetings.past],
        cursor: answer.data.teamMeetings.pastCursor,
      });
  };
  return (
    <div className={css.page}>
      <PageHeader
        title={intl.formatMessage({ id: 'plan.list', defaultMessage: 'Møder' })}
        kicker={list.team.school ? `${list.team.name}, ${list.team.school.name}` : list.team.name}
        aside={
          mayPlan && (
            <div className={css.buttons}>
              <StartNow teamId={teamId} />
              <ButtonLink href={`/team/${teamId}/moederaekke`}>
                <FormattedMessage id="plan.list.series" defaultMessage="Planlæg en møderække" />
              </ButtonLink>
              <ButtonLink variant="primary" href={`/team/${teamId}/nyt-moede`}>
                <FormattedMessage id="plan.list.new" defaultMessage="Planlæg et møde" />
              </ButtonLink>
            </div>
          )
        }
      />
      <p>
        <Link href={`/team/${teamId}/aarshjul`}>
          <FormattedMessage id="plan.list.year" defaultMessage="Se skoleåret som årshjul" />
        </Link>
        {' · '}
        <Link href={`/team/${teamId}/skabeloner`}>
          <FormattedMessage id="plan.list.templates" defaultMessage="Skabeloner til jeres møder" />
        </Link>
      </p>
      <section className={css.part}>
        <h2>
          <FormattedMessage id="plan.list.upcoming" defaultMessage="Kommende" />
        </h2>
        {upcoming.length === 0 ? (
          <EmptyState
            look="quiet"
            sentence={intl.formatMessage({ id: 'plan.list.none', defaultMessage: 'Der er ikke sat et møde endnu.' })}
            action={
              mayPlan && (
                <Link href={`/team/${teamId}/nyt-moede`}>
                  <FormattedMessage id="plan.list.first" defaultMessage="Planlæg det næste" />
                </Link>
              )
            }
          />
        ) : (
          <Lines
            label={intl.formatMessage({ id: 'plan.list.upcoming', defaultMessage: 'Kommende' })}
            meetings={upcoming}
          />
        )}
      </section>
      {past.length > 0 && (
        <section className={css.part}>
          <h2>
            <FormattedMessage id="plan.list.past" defaultMessage="Tidligere" />
          </h2>
          <Lines label={intl.formatMessage({ id: 'plan.list.past', defaultMessage: 'Tidligere' })} meetings={past} />
          {cursor && (
            <Button className={css.more} onPress={() => void more()}>
              <FormattedMessage id="plan.list.more" defaultMessage="Vis flere" />
            </Button>
          )}
        </section>
      )}
      <WhoCanSee abilities={['meeting.draft', 'meeting.read']} />
    </div>
  );
}

function Lines({ label, meetings }: { label: string; meetings: readonly Line[] }) {
  const intl = useIntl();
  return (
    <Pejlelinje label={label} lead="day" className={css.lines}>
      {meetings.map((meeting) => {
        const over = !TO_COME.includes(meeting.state);
        return (
          <PejleMark
            key={meeting.id}
            state={
              meeting.state === 'CANCELLED'
                ? 'none'
                : over
                  ? 'done'
                  : meeting.state === 'IN_PROGRESS'
                    ? 'current'
                    : 'tocome'
            }
            lead={
              <FormattedMessage
                id="plan.list.week"
                defaultMessage="uge {week}"
                values={{ week: weekOf(calledBy(meeting)) }}
              />
            }
          >
            <div className={css.line}>
              <Link href={meetingAddress(meeting)} roomy>
                {meeting.title}
              </Link>
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
              <span className="small ink2">{meetingStateWords(intl, meeting.state)}</span>
            </div>
            <p className="small ink2 figures">
              {weekdayWords(intl, calledBy(meeting))} {dayWords(intl, calledBy(meeting))},{' '}
              <FormattedMessage
                id="plan.clock"
                defaultMessage="kl. {slot}"
                values={{ slot: slotWords(calledBy(meeting), meeting.durationMin) }}
              />
              {meeting.place && `, ${meeting.place}`}
              {meeting.cancelledReason && ` · ${meeting.cancelledReason}`}
            </p>
          </PejleMark>
        );
      })}
    </Pejlelinje>
  );
}
