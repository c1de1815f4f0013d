import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { DepthLegend, DepthTable, type DepthCell } from '#ui/DepthTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Select } from '#ui/Select.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { PrintButton } from '../platform/parts/PrintButton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { bandName } from './band-name.ts';
import { figureWords, figureStep, leastAttention } from './published-figure.ts';
import { MUNICIPALITY_OVERVIEW } from './overview.documents.ts';
import css from './MunicipalityOverview.module.css';

const MEASURES = ['begun', 'kept', 'adjusted', 'stopped'] as const;
const LEVELS = ['CLUSTER', 'SCHOOL', 'BAND'] as const;
type Measure = (typeof MEASURES)[number];
type Level = (typeof LEVELS)[number];

/** "Hvordan bevæger skolerne sig?" The published monthly tables: no free counting, every figure rounded to threes. */
export function MunicipalityOverview() {
  const intl = useIntl();
  const [search, setSearch] = useSearchParams();
  const publishedOn = search.get('opgjort');
  const measure = MEASURES.find((one) => one === search.get('vis')) ?? 'begun';
  const level = LEVELS.find((one) => one === search.get('niveau')) ?? 'CLUSTER';
  const { data, previousData, error } = useQuery(MUNICIPALITY_OVERVIEW, { variables: { publishedOn } });
  const overview = (data ?? previousData)?.municipalityOverview;
  const choose = (name: string, value: string) =>
    setSearch((known) => {
      const next = new URLSearchParams(known);
      next.set(name, value);
      return next;
    });

  if (error && !overview) throw error;
  if (!overview)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'overview.municipality.loading', defaultMessage: 'Henter kommunens overblik' })}
        lines={8}
      />
    );

  const title = intl.formatMessage({
    id: 'overview.municipality.title',
    defaultMessage: 'Hvordan bevæger skolerne sig?',
  });
  if (overview.publishedOn === null || overview.publishedOn === undefined) {
    return (
      <div className={css.page}>
        <PageHeader title={title} />
        <EmptyState
          sentence={intl.formatMessage({
            id: 'overview.municipality.none',
            defaultMessage: 'Her er ingen offentliggjorte tal endnu.',
          })}
          detail={intl.formatMessage({
            id: 'overview.municipality.noneDetail',
            defaultMessage: 'De opgøres den første mandag i måneden, når mindst fem team er i gang.',
          })}
        />
      </div>
    );
  }

  const day = (date: string) =>
    intl.formatDate(`${date}T12:00:00Z`, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Europe/Copenhagen',
    });
  const whole = overview.groups.find((group) => group.kind === 'MUNICIPALITY' && group.gradeBand === 'ALL');
  const groups = overview.groups.filter((group) => (group.gradeBand === 'ALL' ? group.kind : 'BAND') === level);
  const words = (figure: string) => figureWords(intl, figure);
  const cellOf = (figure: string | undefined): DepthCell => {
    if (figure === undefined || figure === 'TOO_FEW') return 'hidden';
    return { value: words(figure), step: figureStep(figure) };
  };
  const row = (group: (typeof overview.groups)[number]) => ({
    id: group.id,
    head: group.gradeBand === 'ALL' ? group.name : bandName(intl, group.gradeBand),
    cells: overview.markers.map((marker) => cellOf(group.cells.find((cell) => cell.markerId === marker.id)?.[measure])),
  });
  const least = whole
    ? leastAttention(whole.cells.map((cell) => ({ markerId: cell.markerId, figure: cell.begun })))
    : null;
  const leastMarker = overview.markers.find((marker) => marker.id === least);
  const measureName = (one: Measure) =>
    intl.formatMessage(
      {
        id: 'overview.measure',
        defaultMessage: '{measure, select, begun {Begyndt} kept {Fastholdt} adjusted {Justeret} other {Stoppet}}',
      },
      { measure: one },
    );
  const levelName = (one: Level) =>
    intl.formatMessage(
      { id: 'overview.level', defaultMessage: '{level, select, CLUSTER {Samarbejder} SCHOOL {Skoler} other {Trin}}' },
      { level: one },
    );

  return (
    <div className={css.page}>
      <PageHeader
        title={title}
        lead={
          <p className="voice-large">
            {leastMarker ? (
              <FormattedMessage
                id="overview.municipality.sentence"
                defaultMessage="Færrest team er begyndt på noget i pejlemærke {marker}, {name}."
                values={{
                  marker: <MarkerGlyph slot={leastMarker.slot} number={leastMarker.position} size={24} />,
                  name: leastMarker.title,
                }}
              />
            ) : (
              <FormattedMessage
                id="overview.municipality.even"
                defaultMessage="Teamene fordeler sig jævnt på pejlemærkerne."
              />
            )}
          </p>
        }
      />
      <div className={css.filters}>
        <Select
          look="quiet"
          hideLabel
          label={intl.formatMessage({ id: 'overview.publication', defaultMessage: 'Opgjort' })}
          options={overview.publications.map((date) => ({
            id: date,
            label: intl.formatMessage(
              { id: 'overview.publication.on', defaultMessage: 'Opgjort {date}' },
              { date: day(date) },
            ),
          }))}
          value={overview.publishedOn}
          onChange={(date) => choose('opgjort', date)}
        />
        <SegmentedControl
          label={intl.formatMessage({ id: 'overview.levelLabel', defaultMessage: 'Niveau' })}
          segments={LEVELS.map((one) => ({ id: one, label: levelName(one) }))}
          value={level}
          onChange={(one) => choose('niveau', one)}
        />
        <SegmentedControl
          label={intl.formatMessage({ id: 'overview.measureLabel', defaultMessage: 'Vis' })}
          segments={MEASURES.map((one) => ({ id: one, label: measureName(one) }))}
          value={measure}
          onChange={(one) => choose('vis', one)}
        />
        <WhoCanSee abilities={['overview.tables']} />
        <PrintButton />
      </div>
      <DepthTable
        caption={intl.formatMessage(
          {
            id: 'overview.municipality.caption',
            defaultMessage:
              'Team, der har {measure} prøvehandlinger, pr. {level} og pejlemærke. Rundet ned til hele treere.',
          },
          {
            measure: measureName(measure).toLocaleLowerCase('da'),
            level: intl.formatMessage(
              {
                id: 'overview.perLevel',
                defaultMessage: '{level, select, CLUSTER {samarbejde} SCHOOL {skole} other {trin}}',
              },
              { level },
            ),
          },
        )}
        showCaption
        corner={levelName(level)}
        columns={overview.markers.map((marker) => ({
          id: marker.id,
          head: (
            <span className={css.markerHead}>
              <MarkerGlyph slot={marker.slot} number={marker.position} size={28} />
              {marker.shortTitle}
            </span>
          ),
        }))}
        rows={[...(whole ? [row(whole)] : []), ...groups.map(row)]}
        hiddenWords={intl.formatMessage({ id: 'overview.tooFew', defaultMessage: 'for få' })}
      />
      <DepthLegend
        labels={['0', '3', '6', '9', '12+']}
        words={
          <FormattedMessage
            id="overview.municipality.legend"
            defaultMessage="Antal team, rundet ned til hele treere. Dybere farve betyder flere team, ikke bedre."
          />
        }
      />
      <section className={css.how} aria-labelledby="overview-how">
        <h2 id="overview-how">
          <FormattedMessage id="overview.how.title" defaultMessage="Sådan er tallene lavet" />
        </h2>
        <p className="ink2 measure">
          <FormattedMessage
            id="overview.how.text"
            defaultMessage="Tallene opgøres den første mandag i måneden og ændres ikke siden. De tæller team, aldrig personer, og vises kun, hvor gruppen har mindst fem team. Et samarbejde vises, når det har tre skoler. »De fleste« og »for få« står, hvor et tal ville fortælle om alle eller ingen. Tal for flere skoler tilsammen er desuden rykket lidt af et tilfælde, oftest højst to team, så ingen kan regne sig frem til et enkelt team."
          />
        </p>
      </section>
    </div>
  );
}
