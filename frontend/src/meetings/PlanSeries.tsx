import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { schoolYearOf } from '#domain/school-year.ts';
import { Button } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import type { NewMeetingQuery } from '../gql/graphql.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { problemWords, refusalOf, refusalWords } from '../platform/parts/refusals.ts';
import { serverNow } from '../platform/parts/server-clock.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './PlanSeries.module.css';
import { dayWords } from './parts/meeting-time.ts';
import { NEW_MEETING } from './plan.documents.ts';
import { PLAN_SERIES, SERIES_PROPOSAL } from './series.documents.ts';
import { chosenDays, ruleOf, usualSeries, type SeriesDraft } from './series-draft.ts';
import { templateGroups } from './template-groups.ts';
import { SeriesForm, textProblems } from './SeriesForm.tsx';
import { SeriesPreview } from './SeriesPreview.tsx';
import { slotProblemWords } from './slot-words.ts';

type Context = NewMeetingQuery['newMeeting'];

/** A year of meetings in one go: a rhythm proposes the days, the team chooses among them, and each becomes a meeting with its agenda. */
export function PlanSeries() {
  const intl = useIntl();
  const { teamId = '' } = useParams();
  const { data, error } = useQuery(NEW_MEETING, { variables: { teamId }, fetchPolicy: 'network-only' });
  usePageTitle(intl.formatMessage({ id: 'series.title', defaultMessage: 'Planlæg en møderække' }));
  if (error && !data) throw error;
  if (!data)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'plan.new.loading', defaultMessage: 'Henter skabelonerne' })}
        lines={10}
      />
    );
  return <Plan context={data.newMeeting} />;
}

function Plan({ context }: { context: Context }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<SeriesDraft>(() =>
    usualSeries(
      context.lastStartsAt && context.lastDurationMin
        ? { startsAt: context.lastStartsAt, durationMin: context.lastDurationMin, place: context.lastPlace ?? '' }
        : null,
      intl.formatMessage({ id: 'series.name.usual', defaultMessage: 'PLF-møder' }),
      serverNow(),
    ),
  );
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [plan, { pending, error: notPlanned }] = useMutate(PLAN_SERIES);
  const rule = ruleOf(draft);
  const isEmpty = rule.kind === 'PICKED' && (rule.days ?? []).length === 0;
  const { data, previousData, error, refetch } = useQuery(SERIES_PROPOSAL, {
    variables: { teamId: context.id, rule },
    skip: isEmpty,
    // What a colleague has planned since is to be seen.
    fetchPolicy: 'no-cache',
  });
  const { municipalityId } = useViewer();
  useFollow('MUNICIPALITY', municipalityId, data?.seriesProposal.calendarVersion, () => void refetch());
  const proposal = isEmpty || error ? undefined : (data ?? previousData)?.seriesProposal;
  const days = chosenDays(proposal?.meetings ?? [], byHand);
  const refused = refusalOf(error);
  const problems = textProblems(draft);
  const make = async () => {
    const { name, templateKey, place } = draft;
    const { id } = await plan({ teamId: context.id, input: { name, templateKey, place, rule, days } });
    // What a colleague has planned meanwhile stands among the days now.
    if (!id) void refetch();
    else void navigate(`/team/${context.id}/aarshjul?aar=${schoolYearOf(days[0]!)}`);
  };
  return (
    <div className={css.page}>
      <PageHeader
        title={intl.formatMessage({ id: 'series.title', defaultMessage: 'Planlæg en møderække' })}
        kicker={context.team.school ? `${context.team.name}, ${context.team.school.name}` : context.team.name}
        lead={
          <p>
            <FormattedMessage
              id="series.lead"
              defaultMessage="I får et møde med dagsorden på hver dag. Hvert møde kan flyttes og rettes for sig, og åbne handlinger kommer med af sig selv."
            />
          </p>
        }
      />
      <div className={css.both}>
        <div className={css.form}>
          <SeriesForm
            draft={draft}
            onChange={setDraft}
            templates={templateGroups(intl, context.shelf).flatMap((group) => group.templates)}
            fault={refused ? ruleWords(intl, refused.fields[0]?.problem) : undefined}
          />
        </div>
        <section className={css.preview} aria-labelledby="series-days">
          <h2 id="series-days">
            <FormattedMessage id="series.days" defaultMessage="Jeres møder" />
          </h2>
          {proposal && (
            <>
              <p role="status">{sentence(intl, proposal.meetings, days)}</p>
              <div className={css.months}>
                <SeriesPreview
                  proposal={proposal}
                  chosen={new Set(days)}
                  onChoose={(day, isChosen) => setByHand(new Map([...byHand, [day, isChosen]]))}
                />
              </div>
            </>
          )}
          {isEmpty && (
            <p className="ink2">
              <FormattedMessage id="series.days.none" defaultMessage="Tilføj den første dag." />
            </p>
          )}
        </section>
      </div>
      <div className={css.foot}>
        {notPlanned ? (
          <p role="alert" className={css.fault}>
            {notPlannedWords(intl, notPlanned)}
          </p>
        ) : (
          <WhoCanSee abilities={['series.read', 'meeting.plan']} />
        )}
        <Button
          variant="primary"
          isDisabled={pending || days.length === 0 || Boolean(problems.name ?? problems.place)}
          onPress={() => void make()}
        >
          <FormattedMessage
            id="series.do"
            defaultMessage="{count, plural, =0 {Opret møder} one {Opret ét møde} other {Opret # møder}}"
            values={{ count: days.length }}
          />
        </Button>
      </div>
    </div>
  );
}

function sentence(
  intl: IntlShape,
  proposed: readonly { day: string; teamMeets: boolean }[],
  days: readonly string[],
): string {
  const at = (day: string | undefined) => (day ? dayWords(intl, `${day}T12:00:00Z`) : '');
  const left = proposed.length - days.length;
  return [
    intl.formatMessage(
      {
        id: 'series.sentence',
        defaultMessage:
          '{count, plural, =0 {Ingen møder endnu.} one {Ét møde, {first}.} other {# møder, fra {first} til {last}.}}',
      },
      { count: days.length, first: at(days[0]), last: at(days.at(-1)) },
    ),
    ...(left > 0
      ? [
          intl.formatMessage(
            {
              id: 'series.skipped',
              defaultMessage: '{count, plural, one {Én dag er sprunget over.} other {# dage er sprunget over.}}',
            },
            { count: left },
          ),
        ]
      : []),
  ].join(' ');
}

function ruleWords(intl: IntlShape, problem: string | undefined): string {
  switch (problem) {
    case 'NO_WEEKDAY':
      return intl.formatMessage({ id: 'series.fault.weekday', defaultMessage: 'Vælg mindst én ugedag.' });
    case 'ENDS_BEFORE_IT_BEGINS':
      return intl.formatMessage({
        id: 'series.fault.order',
        defaultMessage: 'Rækken slutter, før den begynder. Ret en af datoerne.',
      });
    case 'TOO_LONG':
      return intl.formatMessage({
        id: 'series.fault.long',
        defaultMessage: 'En række kan højst vare et skoleår. Planlæg det næste for sig.',
      });
    case 'NO_DAYS':
      return intl.formatMessage({
        id: 'series.fault.none',
        defaultMessage: 'Der er ingen sådan dag mellem de to datoer. Vælg en anden ugedag, eller gør rækken længere.',
      });
    case 'TOO_MANY':
      return intl.formatMessage({
        id: 'series.fault.many',
        defaultMessage: 'Det bliver til mere end 90 møder. Vælg færre ugedage, eller mød sjældnere.',
      });
    default:
      return problemWords(intl, problem ?? '');
  }
}

function notPlannedWords(intl: IntlShape, error: unknown): string {
  const [field] = (refusalOf(error)?.fields ?? []) as { problem: string; needed?: number }[];
  if (field?.problem === 'SLOT_TOO_SHORT') return slotProblemWords(intl, field);
  if (field?.problem === 'TEAM_MEETS')
    return intl.formatMessage({
      id: 'series.fault.teamMeets',
      defaultMessage: 'En kollega har lagt et møde på en af dagene imens. Intet er oprettet; se dagene igen.',
    });
  return refusalWords(intl, error);
}
