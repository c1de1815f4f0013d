import { useQuery } from '@apollo/client/react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { addDays, isoWeek } from '#domain/iso-week.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { ActionCard } from '../actions/parts/ActionCard.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { dayWords, slotWords, weekdayWords, weekOf } from '../meetings/parts/meeting-time.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './MyWeek.module.css';
import { MY_WEEK } from './pages.documents.ts';
import { ToPrepare } from './ToPrepare.tsx';
import { BesidesTheWeek, WeekLine } from './WeekLine.tsx';
import { WeekSentence } from './WeekSentence.tsx';

const MOST_SHOWN = 3;

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** "Hvad er det næste for mig?" */
export function MyWeek() {
  const intl = useIntl();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const monday = search.get('fra');
  const { data, previousData, error, refetch } = useQuery(MY_WEEK, { variables: { monday } });
  const week = (data ?? previousData)?.myWeek;
  useFollow('PERSON', week?.id, week?.liveVersion, () => void refetch());
  usePageTitle(intl.formatMessage({ id: 'screens.week.title', defaultMessage: 'Min uge' }));
  if (error && !week) throw error;
  if (!week)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'screens.week.loading', defaultMessage: 'Henter din uge' })}
        lines={8}
      />
    );

  const number = isoWeek(week.monday).week;
  const go = (days: number) => setSearch({ fra: addDays(week.monday, days) });
  const coached = viewer.teams.filter((team) => team.relation === 'COACH');
  const showAll = search.get('alle') === '1';
  const shown = showAll ? week.actions : week.actions.slice(0, MOST_SHOWN);
  const inWeek = new Set(week.meetings.map(({ id }) => id));
  const going = week.inProgress.filter(({ id }) => !inWeek.has(id));
  const isLeft = week.meetings.some(({ state }) => state === 'CONVENED' || state === 'IN_PROGRESS');
  const isOver = addDays(week.monday, 7) <= week.today;
  const next = isLeft || isOver ? null : week.nextMeeting;
  return (
    <div className={css.page}>
      <PageHeader
        title={<FormattedMessage id="screens.week.heading" defaultMessage="Uge {week}" values={{ week: number }} />}
        lead={<WeekSentence week={week} />}
        beside={
          <>
            <IconButton
              label={intl.formatMessage({ id: 'screens.week.before', defaultMessage: 'Ugen før' })}
              icon={<ChevronLeft aria-hidden />}
              onPress={() => go(-7)}
            />
            <IconButton
              label={intl.formatMessage({ id: 'screens.week.after', defaultMessage: 'Ugen efter' })}
              icon={<ChevronRight aria-hidden />}
              onPress={() => go(7)}
            />
            <span className="ink2">
              {intl.formatDateTimeRange(noon(week.monday), noon(addDays(week.monday, 4)), {
                day: 'numeric',
                month: 'long',
                year: 'numeric',
                timeZone: 'UTC',
              })}
            </span>
          </>
        }
      />
      <div className={css.columns}>
        <div className={css.column}>
          <section aria-labelledby="meetings">
            <h2 id="meetings">
              <VisuallyHidden>
                <FormattedMessage id="screens.week.meetings" defaultMessage="Møder i ugen" />
              </VisuallyHidden>
            </h2>
            {going.length > 0 && (
              <BesidesTheWeek
                meetings={going}
                label={intl.formatMessage({ id: 'screens.week.goingOn', defaultMessage: 'I gang nu' })}
              />
            )}
            {week.meetings.length > 0 && <WeekLine monday={week.monday} today={week.today} meetings={week.meetings} />}
            {week.meetings.length === 0 && (
              <EmptyState
                look="quiet"
                sentence={
                  week.nextMeeting ? (
                    <FormattedMessage id="screens.week.free" defaultMessage="Ingen møder i denne uge." />
                  ) : (
                    <FormattedMessage
                      id="screens.week.empty"
                      defaultMessage="Ingen møder i denne uge, og ingen er indkaldt."
                    />
                  )
                }
              />
            )}
            {next && (
              <>
                <h3 className={css.next}>
                  <FormattedMessage
                    id="screens.week.nextOne"
                    defaultMessage="Næste møde er {day} uge {week}"
                    values={{ day: weekdayWords(intl, next.startsAt), week: weekOf(next.startsAt) }}
                  />
                </h3>
                <BesidesTheWeek
                  meetings={[next]}
                  label={intl.formatMessage({ id: 'screens.week.nextLine', defaultMessage: 'Næste møde' })}
                />
              </>
            )}
          </section>
          <ToPrepare meetings={week.preparing} items={week.prepare} />
        </div>
        <section aria-labelledby="trials" className={css.column}>
          <h2 id="trials">
            <FormattedMessage id="screens.week.trials" defaultMessage="Mine handlinger" />
          </h2>
          {week.actions.length === 0 ? (
            <EmptyState
              look="quiet"
              sentence={intl.formatMessage({
                id: 'screens.week.noActions',
                defaultMessage: 'Du har ingen åbne handlinger. De kommer af sig selv fra jeres møder.',
              })}
            />
          ) : (
            <ul className={css.cards}>
              {shown.map((action) => (
                <ActionCard key={action.id} action={action} viewerId={viewer.id} answers />
              ))}
            </ul>
          )}
          {week.actions.length > shown.length && (
            <Link onPress={() => setSearch((known) => ({ ...Object.fromEntries(known), alle: '1' }))} roomy>
              <FormattedMessage
                id="screens.week.all"
                defaultMessage="Se alle {count}"
                values={{ count: week.actions.length }}
              />
            </Link>
          )}
        </section>
        <section aria-labelledby="teams" className={css.column}>
          <h2 id="teams">
            <FormattedMessage id="screens.week.teams" defaultMessage="Mine team" />
          </h2>
          <TeamLinks teams={viewer.teams.filter((team) => team.relation === 'MEMBER')} />
          {coached.length > 0 && (
            <>
              <h3>
                <FormattedMessage id="screens.week.coached" defaultMessage="Team, jeg er ressourceperson for" />
              </h3>
              <TeamLinks teams={coached} />
            </>
          )}
          {viewer.teams.length === 0 && (
            <p className="ink2">
              <FormattedMessage
                id="screens.week.noTeam"
                defaultMessage="Du er ikke med i et team. Møder, du er gæst på, står her i din uge."
              />
            </p>
          )}
          {week.nextMeeting && !next && (
            <p className="small ink2">
              <FormattedMessage
                id="screens.week.next"
                defaultMessage="Derefter: {team}, {date}, kl. {slot}"
                values={{
                  team: week.nextMeeting.teamName,
                  date: dayWords(intl, week.nextMeeting.startsAt),
                  slot: slotWords(week.nextMeeting.startsAt, week.nextMeeting.durationMin),
                }}
              />
            </p>
          )}
          <WhoCanSee abilities={['action.read', 'action.responsible', 'meeting.read']} />
        </section>
      </div>
    </div>
  );
}

function TeamLinks({ teams }: { teams: readonly { id: string; name: string; schoolName: string | null }[] }) {
  return (
    <ul className={css.rows}>
      {teams.map((team) => (
        <li key={team.id}>
          <Link href={`/team/${team.id}`} look="plain" roomy>
            <strong>{team.name}</strong>
          </Link>
          <p className="small ink2">{team.schoolName}</p>
        </li>
      ))}
    </ul>
  );
}
