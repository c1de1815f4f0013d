import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { Banner } from '#ui/Banner.tsx';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import type { TemplatePageQuery } from '../gql/graphql.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { draftOf } from './template-draft.ts';
import { rolesLine } from './template-words.ts';
import { TEMPLATE_PAGE } from './template.documents.ts';
import css from './TemplateEditor.module.css';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { templatesAddress } from './use-template-owner.ts';

/** One template: an editor for whoever writes it, and for everybody else what it holds. */
export function TemplatePage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { templateId = '' } = useParams();
  const { data, error, refetch } = useQuery(TEMPLATE_PAGE, {
    variables: { id: templateId, before: null },
    fetchPolicy: 'network-only',
  });
  const page = data?.templatePage;
  usePageTitle(page?.template.name ?? '');
  if (error && !page) throw error;
  if (!page)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'template.loading', defaultMessage: 'Henter skabelonen' })}
        lines={10}
      />
    );
  if (page.mayKeep && page.template.retiredAt === null)
    return (
      <TemplateEditor
        key={page.id}
        page={page}
        refetch={async () => (await refetch()).data?.templatePage}
        onRetired={() => void navigate(templatesAddress(page.template.scope, page.ownerId ?? ''))}
      />
    );
  return <Read page={page} />;
}

function Read({ page }: { page: TemplatePageQuery['templatePage'] }) {
  const intl = useIntl();
  const { teams } = useViewer();
  const { template } = page;
  const team = teams.find((one) => one.relation === 'MEMBER');
  return (
    <div className={css.page}>
      <div className={css.head}>
        <PageHeader
          title={template.name}
          kicker={
            <FormattedMessage
              id="template.whose"
              defaultMessage="{scope, select, SYSTEM {Følger med Pejling} other {{owner}}}{from, select, none {} other {, fra {from}}}"
              values={{ scope: template.scope, owner: page.ownerName ?? '', from: template.from ?? 'none' }}
            />
          }
          lead={template.purpose && <p>{template.purpose}</p>}
        />
      </div>
      <div className={css.read}>
        {template.retiredAt !== null && (
          <Banner
            title={<FormattedMessage id="template.isRetired" defaultMessage="Skabelonen er ude af brug" />}
            actions={
              <Link href={templatesAddress(template.scope, page.ownerId ?? '')}>
                <FormattedMessage id="template.toList" defaultMessage="Se skabelonerne" />
              </Link>
            }
          >
            <FormattedMessage
              id="template.isRetired.what"
              defaultMessage="Ingen bliver tilbudt den. Møder, der er lagt fra den, har deres dagsorden."
            />
          </Banner>
        )}
        {(template.bring || template.roles.length > 0) && (
          <p>
            {template.bring && (
              <FormattedMessage
                id="template.bring.line"
                defaultMessage="Medbring: {bring}."
                values={{ bring: template.bring.replace(/\.$/, '') }}
              />
            )}{' '}
            {rolesLine(intl, template.roles)}
          </p>
        )}
        <TemplatePreview steps={draftOf(template).steps} guided />
        {team && template.retiredAt === null && (
          <p>
            <Link href={`/team/${team.id}/skabeloner/ny?fra=${template.id}`} roomy>
              <FormattedMessage
                id="template.copy.team"
                defaultMessage="Lav jeres egen til {team}"
                values={{ team: team.name }}
              />
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}
