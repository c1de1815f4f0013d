import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import type { TemplateDraft } from '#inputs/agenda-template.ts';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { blankDraft, draftOf } from './template-draft.ts';
import { notSavedWords } from './template-words.ts';
import { CREATE_TEMPLATE, TEMPLATE_HOME, TEMPLATE_PAGE } from './template.documents.ts';
import css from './TemplateEditor.module.css';
import { TemplateForm, useTemplateForm } from './TemplateForm.tsx';
import { templatesAddress, useTemplateOwner } from './use-template-owner.ts';
import { useUnsaved } from './use-unsaved.tsx';

/** A template of one's own: blank, or begun from another. Nothing is made before it is saved. */
export function NewTemplate() {
  const intl = useIntl();
  const owner = useTemplateOwner();
  const from = useSearchParams()[0].get('fra');
  const home = useQuery(TEMPLATE_HOME, { variables: owner });
  const other = useQuery(TEMPLATE_PAGE, {
    variables: { id: from ?? '', before: null },
    skip: from === null,
    fetchPolicy: 'network-only',
  });
  const title = intl.formatMessage({ id: 'template.new.title', defaultMessage: 'Ny skabelon' });
  usePageTitle(title);
  const error = home.error ?? other.error;
  if (error && !(home.data && (from === null || other.data))) throw error;
  if (!home.data || (from !== null && !other.data))
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'template.loading', defaultMessage: 'Henter skabelonen' })}
        lines={10}
      />
    );
  const begun = other.data?.templatePage.template;
  return (
    <Form
      key={from}
      draft={begun ? draftOf(begun) : blankDraft()}
      begunFrom={begun?.name ?? null}
      ownerName={home.data.templateHome.ownerName}
    />
  );
}

function Form({ draft, begunFrom, ownerName }: { draft: TemplateDraft; begunFrom: string | null; ownerName: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const owner = useTemplateOwner();
  const form = useTemplateForm(draft);
  // The same from try to try, so that a lost answer makes nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const [create, { pending, error }] = useMutate(CREATE_TEMPLATE);
  const { question, letGo } = useUnsaved(form.formState.isDirty, true);
  const address = templatesAddress(owner.scope, owner.id);
  const save = async (template: TemplateDraft) => {
    const done = await create({ owner, id, template });
    if (!done.id) return;
    letGo();
    void navigate(address);
  };
  return (
    <div className={css.page}>
      {question}
      <div className={css.head}>
        <PageHeader
          title={
            begunFrom === null ? (
              <FormattedMessage id="template.new.title" defaultMessage="Ny skabelon" />
            ) : (
              <FormattedMessage
                id="template.new.copy"
                defaultMessage="Jeres egen »{name}«"
                values={{ name: begunFrom }}
              />
            )
          }
          kicker={
            <Link href={address} look="plain" roomy>
              <FormattedMessage id="template.back" defaultMessage="Skabeloner, {owner}" values={{ owner: ownerName }} />
            </Link>
          }
        />
      </div>
      <TemplateForm
        form={form}
        onSave={save}
        foot={
          <div className={css.foot}>
            {error ? (
              <p role="alert" className={css.fault}>
                {notSavedWords(intl, error)}
              </p>
            ) : null}
            <div className={css.buttons}>
              <Button type="submit" variant="primary" pending={pending}>
                <FormattedMessage id="template.save" defaultMessage="Gem" />
              </Button>
              <span className={css.state}>
                <FormattedMessage
                  id="template.new.state"
                  defaultMessage="Ikke gemt endnu. Når I gemmer, hører den til {owner}."
                  values={{ owner: ownerName }}
                />
              </span>
            </div>
          </div>
        }
      />
    </div>
  );
}
