import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { DepthLegend, DepthTable } from '#ui/DepthTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Select } from '#ui/Select.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { depthOf } from '#domain/overview-movement.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { SharingAgreement } from '../minutes/parts/SharingAgreement.tsx';
import { PrintButton } from '../platform/parts/PrintButton.tsx';
import { MovementSentence } from './MovementSentence.tsx';
import { Rhythm } from './Rhythm.tsx';
import { SeenAndUnseen } from './SeenAndUnseen.tsx';
import { TeamDrill } from './TeamDrill.tsx';
import { TrialChart, TrialLegend } from './TrialChart.tsx';
import { SCHOOL_OVERVIEW } from './overview.documents.ts';
import { bandName } from './band-name.ts';
import css from './SchoolOverview.module.css';
import { weekNumber, weeksOfSchoolYear } from './weeks.ts';

const GRADE_BANDS = ['INDSKOLING', 'MELLEMTRIN', 'UDSKOLING'] as const;

/** "Hvor er der bevægelse, hvor er der stille?" Markers by teams for a school year; the smallest unit is the team. */
export function SchoolOverview() {
  const intl = useIntl();
  const { schoolId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const schoolYear = search.get('skoleaar');
  const band = search.get('trin');
  const { data, previousData, error, refetch } = useQuery(SCHOOL_OVERVIEW, { variables: { schoolId, schoolYear } });
  const overview = (data ?? previousData)?.schoolOverview;
  const choose = (name: string, value: string | null) =>
    setSearch((known) => {
      const next = new URLSearchParams(known);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });

  if (error && !overview) throw error;
  if (!overview)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'overview.loading', defaultMessage: 'Henter skolens overblik' })}
        lines={8}
      />
    );

  const teams = overview.teams.filter((team) => band === null || team.gradeBand === band);
  const weeks = weeksOfSchoolYear(overview.schoolYear, overview.week);
  const shown = overview.schoolYear.replace(/^(\d{4})-\d{2}(\d{2})$/, '$1/$2');
  const drilled = overview.teams.find((team) => team.id === search.get('team'));

  return (
    <div className={css.page}>
      <PageHeader
        title={intl.formatMessage({ id: 'overview.school.title', defaultMessage: 'Hvor arbejder teamene lige nu?' })}
        lead={<MovementSentence markers={overview.markers} teams={teams} />}
      />
      <div className={css.filters}>
        <p className="ink2">
          <FormattedMessage
            id="overview.school.made"
            defaultMessage="{school}, opgjort i uge {week}"
            values={{ school: overview.schoolName, week: weekNumber(overview.week) }}
          />
        </p>
        <Select
          look="quiet"
          hideLabel
          label={intl.formatMessage({ id: 'overview.schoolYear', defaultMessage: 'Skoleår' })}
          options={overview.schoolYears
            .toSorted()
            .toReversed()
            .map((key) => ({
              id: key,
              label: intl.formatMessage(
                { id: 'overview.schoolYear.shown', defaultMessage: 'Skoleåret {year}' },
                { year: key.replace(/^(\d{4})-\d{2}(\d{2})$/, '$1/$2') },
              ),
            }))}
          value={overview.schoolYear}
          onChange={(key) => choose('skoleaar', key)}
        />
        <Select
          look="quiet"
          hideLabel
          label={intl.formatMessage({ id: 'overview.bandLabel', defaultMessage: 'Årgange' })}
          options={['ALL', ...GRADE_BANDS].map((name) => ({ id: name, label: bandName(intl, name) }))}
          value={band ?? 'ALL'}
          onChange={(name) => choose('trin', name === 'ALL' ? null : name)}
        />
        <WhoCanSee abilities={['overview.school', 'overview.action', 'overview.rhythm', 'overview.help']} />
        <PrintButton />
      </div>

      {teams.length === 0 ? (
        <EmptyState
          sentence={intl.formatMessage({
            id: 'overview.noTeams',
            defaultMessage:
              'Her er ingen team i skoleåret. Vælg et andet skoleår, eller bed administrationen om at oprette dem.',
          })}
        />
      ) : (
        <div className={css.columns}>
          <div className={css.map}>
            <DepthTable
              caption={intl.formatMessage(
                {
                  id: 'overview.map.caption',
                  defaultMessage: 'Begyndte prøvehandlinger pr. team og pejlemærke, skoleåret {year}',
                },
                { year: shown },
              )}
              corner={intl.formatMessage({ id: 'overview.team', defaultMessage: 'Team' })}
              columns={overview.markers.map((marker) => ({
                id: marker.id,
                head: (
                  <span className={css.markerHead}>
                    <MarkerGlyph slot={marker.slot} number={marker.position} size={28} />
                    {marker.shortTitle}
                  </span>
                ),
              }))}
              rows={teams.map((team) => ({
                id: team.id,
                head: (
                  <Link look="plain" roomy onPress={() => choose('team', team.id)}>
                    {team.name}
                  </Link>
                ),
                cells: overview.markers.map((marker) => {
                  const begun = team.cells.find((cell) => cell.markerId === marker.id)?.begun ?? 0;
                  return { value: begun, step: depthOf(begun) };
                }),
                aside: <Rhythm weeks={weeks} held={team.meetingWeeks} />,
              }))}
              hiddenWords=""
              asideHead={intl.formatMessage(
                { id: 'overview.rhythm.head', defaultMessage: 'PLF-møder, uge {from}–{to}' },
                { from: weekNumber(weeks[0] ?? overview.week), to: weekNumber(weeks.at(-1) ?? overview.week) },
              )}
            />
            <DepthLegend
              labels={['0', '1', '2', '3', '4+']}
              words={
                <FormattedMessage
                  id="overview.legend"
                  defaultMessage="Prøvehandlinger begyndt siden august. Dybere farve betyder flere, ikke bedre."
                />
              }
            />
          </div>
          <section className={css.help} aria-labelledby="overview-help">
            <h2 id="overview-help">
              <FormattedMessage id="overview.help.title" defaultMessage="Beder om sparring" />
            </h2>
            {teams.every((team) => team.help.length === 0) ? (
              <p className="ink2">
                <FormattedMessage id="overview.help.none" defaultMessage="Ingen team beder om sparring lige nu." />
              </p>
            ) : (
              <ul className={css.helpList}>
                {teams.flatMap((team) =>
                  team.help.map((help) => {
                    const marker = overview.markers.find((one) => help.markerIds.includes(one.id));
                    return (
                      <li key={help.actionId}>
                        {marker && (
                          <MarkerGlyph
                            slot={marker.slot}
                            number={marker.position}
                            label={`${marker.position}: ${marker.shortTitle}`}
                            size={22}
                          />
                        )}
                        <div>
                          <h3>{team.name}</h3>
                          <p className="ink2">{help.text}</p>
                        </div>
                      </li>
                    );
                  }),
                )}
              </ul>
            )}
          </section>
        </div>
      )}

      {teams.length > 0 && (
        <section className={css.charts} aria-labelledby="overview-trials">
          <div className={css.chartsHead}>
            <h2 id="overview-trials">
              <FormattedMessage
                id="overview.chart.title"
                defaultMessage="Prøvehandlinger, uge {from}–{to}"
                values={{ from: weekNumber(weeks[0] ?? overview.week), to: weekNumber(weeks.at(-1) ?? overview.week) }}
              />
            </h2>
            <TrialLegend />
          </div>
          <div className={css.chartGrid}>
            {overview.markers.map((marker) => (
              <TrialChart
                key={marker.id}
                marker={marker}
                weeks={weeks}
                trials={teams.flatMap((team) =>
                  team.actions.filter((action) => action.kind === 'TRIAL' && action.markerIds.includes(marker.id)),
                )}
              />
            ))}
          </div>
        </section>
      )}
      <SeenAndUnseen />
      <SharingAgreement agreement={overview.agreement} level={2} refetch={refetch} />
      {drilled && <TeamDrill team={drilled} markers={overview.markers} onClose={() => choose('team', null)} />}
    </div>
  );
}
