import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { TemplatePageQuery } from '../gql/graphql.ts';
import { dayWords } from './parts/meeting-time.ts';
import { changesLine } from './template-words.ts';
import { TEMPLATE_PAGE } from './template.documents.ts';
import css from './TemplateSide.module.css';

type Page = TemplatePageQuery['templatePage'];
type Version = NonNullable<Page['versions']>[number];

/** Who saved it, when, and what changed in short; any earlier one can be put back. */
export function TemplateVersions({
  page,
  mayPutBack,
  onPutBack,
}: {
  page: Page;
  /** Not while something is written and not saved. */
  mayPutBack: boolean;
  onPutBack: (version: number) => void;
}) {
  const intl = useIntl();
  const client = useApolloClient();
  const [older, setOlder] = useState<{ versions: Version[]; cursor: number | null } | null>(null);
  const known = page.versions ?? [];
  const from = known.at(-1)?.version ?? 0;
  // What was fetched further down stays, below whatever is newest now.
  const versions = [...known, ...(older?.versions ?? []).filter((one) => one.version < from)];
  const cursor = older ? older.cursor : page.versionCursor;
  const more = async () => {
    const answer = await client.query({
      query: TEMPLATE_PAGE,
      variables: { id: page.id, before: cursor },
      fetchPolicy: 'no-cache',
    });
    if (answer.data)
      setOlder({
        versions: [...(older?.versions ?? []), ...(answer.data.templatePage.versions ?? [])],
        cursor: answer.data.templatePage.versionCursor,
      });
  };
  return (
    <Disclosure level={2} title={intl.formatMessage({ id: 'template.versions', defaultMessage: 'Udgaver' })}>
      <ol className={css.versions}>
        {versions.map((one) => (
          <li key={one.id}>
            <p>
              <b>
                <FormattedMessage
                  id="template.version"
                  defaultMessage="Udgave {version}"
                  values={{ version: one.version }}
                />
              </b>{' '}
              <span className="ink2">
                {one.savedBy?.displayName ?? page.template.from ?? ''}, {dayWords(intl, one.savedAt)}{' '}
                {copenhagenTime(Date.parse(one.savedAt))}
              </span>
            </p>
            <p className="small ink2">
              {one.putBack !== null ? (
                <FormattedMessage
                  id="template.version.putBack"
                  defaultMessage="Udgave {putBack} sat tilbage"
                  values={{ putBack: one.putBack }}
                />
              ) : one.version === 1 ? (
                <FormattedMessage
                  id="template.version.first"
                  defaultMessage="Den første, med {count, plural, one {ét trin} other {# trin}}"
                  values={{ count: one.steps.length }}
                />
              ) : (
                changesLine(intl, one.changes)
              )}
            </p>
            {one.version < page.template.version && (
              <Disclosure
                title={
                  <FormattedMessage
                    id="template.version.see"
                    defaultMessage="Se trinene<hidden> i udgave {version}</hidden>"
                    values={{ version: one.version, hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden> }}
                  />
                }
              >
                <p>{one.name}</p>
                <ul className={css.earlier}>
                  {one.steps.map((step, n) => (
                    <li key={n}>
                      <FormattedMessage
                        id="template.version.step"
                        defaultMessage="{title}, {minutes} min{least, select, false {} other {, mindst {minMinutes}}}"
                        values={{ ...step, least: step.minMinutes < step.minutes }}
                      />
                      {step.guidance && <p className="small ink2">{step.guidance}</p>}
                    </li>
                  ))}
                </ul>
                <Button size="small" isDisabled={!mayPutBack} onPress={() => onPutBack(one.version)}>
                  <FormattedMessage
                    id="template.version.back"
                    defaultMessage="Sæt udgave {version} tilbage"
                    values={{ version: one.version }}
                  />
                </Button>
                {!mayPutBack && (
                  <p className="small ink2">
                    <FormattedMessage
                      id="template.saveFirst"
                      defaultMessage="Gem eller fortryd først det, I er ved at rette."
                    />
                  </p>
                )}
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
      {cursor !== null && (
        <Button size="small" onPress={() => void more()}>
          <FormattedMessage id="template.versions.more" defaultMessage="Vis ældre udgaver" />
        </Button>
      )}
    </Disclosure>
  );
}
