import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DataTable } from '#ui/DataTable.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { WHO_SEES_WHAT } from './parts/who-sees-what.documents.ts';
import { rowAnswers } from './parts/who-sees-words.ts';
import css from './WhoSeesWhat.module.css';

/** The whole answer on one page, to read and to print for MED. */
export function WhoSeesWhat() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'access.page.title', defaultMessage: 'Hvem ser hvad' });
  usePageTitle(title);
  const { data, error } = useQuery(WHO_SEES_WHAT, { variables: { abilities: null } });
  if (error && !data) throw error;
  return (
    <>
      <PageHeader
        title={title}
        lead={
          <p>
            <FormattedMessage
              id="access.page.lead"
              defaultMessage="Teamet er den mindste enhed. Noter bliver i teamet, ledere ser uger og pejlemærker, aldrig personer, og over skolen vises kun offentliggjorte, afrundede tal. Det, der ikke står her, kan ingen se."
            />
          </p>
        }
      />
      {!data ? (
        <Skeleton label={intl.formatMessage({ id: 'access.loading', defaultMessage: 'Henter svaret' })} lines={10} />
      ) : (
        <DataTable
          caption={title}
          rowHead="what"
          columns={[
            { id: 'what', head: intl.formatMessage({ id: 'access.page.what', defaultMessage: 'Det her' }) },
            { id: 'who', head: intl.formatMessage({ id: 'access.page.who', defaultMessage: 'Hvem' }), hideHead: true },
          ]}
          rows={rowAnswers(intl, data.whoSeesWhat).map(({ row, ways }) => ({
            id: row,
            cells: {
              what: row,
              who: (
                <ul className={css.ways}>
                  {ways.map(({ cell, who, how }) => (
                    <li key={cell}>
                      <strong>{who}</strong> {how}
                    </li>
                  ))}
                </ul>
              ),
            },
          }))}
        />
      )}
    </>
  );
}
