import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { refusalCode } from '../platform/parts/refusals.ts';
import { PrintButton } from '../platform/parts/PrintButton.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { MARKERS_PAGE } from './markers.documents.ts';
import css from './MarkersPage.module.css';

/** What the municipality's schools have set as marks to steer by. Prints as a poster for the staff room. */
export function MarkersPage() {
  const intl = useIntl();
  const viewer = useViewer();
  const title = intl.formatMessage({ id: 'markers.title', defaultMessage: 'Pejlemærker' });
  usePageTitle(title);
  const { data, error } = useQuery(MARKERS_PAGE);
  if (refusalCode(error) === 'NOT_FOUND')
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          sentence={intl.formatMessage({
            id: 'markers.none',
            defaultMessage: 'Kommunen har ikke offentliggjort sine pejlemærker endnu. Spørg kommunens konsulent.',
          })}
        />
      </>
    );
  if (error && !data) throw error;
  if (!data)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'markers.loading', defaultMessage: 'Henter pejlemærkerne' })}
        lines={10}
      />
    );
  const page = data.markersPage;
  const teams = viewer.teams.filter((team) => team.relation === 'MEMBER');
  return (
    <div className={css.page}>
      <PageHeader
        kicker={page.initiativeName}
        title={title}
        aside={<PrintButton />}
        lead={
          <p className="ink2">
            {page.publishedAt ? (
              <FormattedMessage
                id="markers.version"
                defaultMessage="Version {version}, gælder fra {month}"
                values={{
                  version: page.version,
                  month: intl.formatDate(page.publishedAt, { month: 'long', year: 'numeric' }),
                }}
              />
            ) : (
              <FormattedMessage
                id="markers.versionOnly"
                defaultMessage="Version {version}"
                values={{ version: page.version }}
              />
            )}
          </p>
        }
      />
      {page.isExample && (
        <Banner
          tone="info"
          title={
            page.label ??
            intl.formatMessage({ id: 'markers.example', defaultMessage: 'Eksempel. Ret dem til jeres egne.' })
          }
        />
      )}
      <ol className={css.list}>
        {page.markers.map((marker) => (
          <li key={marker.id} className={css.marker} data-slot={marker.slot} id={`pejlemaerke-${marker.position}`}>
            <MarkerGlyph slot={marker.slot} number={marker.position} label="" size={44} />
            <div className={css.text}>
              <h2>{marker.title}</h2>
              <p>{marker.description}</p>
              {(marker.signs ?? []).length > 0 && (
                <>
                  <h3 className="small">
                    <FormattedMessage id="markers.signs" defaultMessage="Tegn, I kan kigge efter" />
                  </h3>
                  <ul className={css.signs}>
                    {(marker.signs ?? []).map((sign) => (
                      <li key={sign.id} className="voice">
                        {sign.text}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {teams.map((team) => (
                <p key={team.id} className={css.team}>
                  <Link href={`/team/${team.id}/handlinger?pejlemaerke=${marker.id}`} roomy>
                    <FormattedMessage
                      id="markers.ownActions"
                      defaultMessage="Det prøver {team} under pejlemærke {number}"
                      values={{ team: team.name, number: marker.position }}
                    />
                  </Link>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <WhoCanSee abilities={['marker.read']} />
    </div>
  );
}
