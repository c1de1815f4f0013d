import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { TemplateDraft } from '#inputs/agenda-template.ts';
import { templateChanges } from '#domain/template-rules.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import type { TemplatePageQuery } from '../gql/graphql.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { draftOf } from './template-draft.ts';
import { changesLine, notSavedWords } from './template-words.ts';
import { PUT_BACK_TEMPLATE, RETIRE_TEMPLATE, SAVE_TEMPLATE } from './template.documents.ts';
import css from './TemplateEditor.module.css';
import { TemplateForm, useTemplateForm } from './TemplateForm.tsx';
import { TemplateSharing } from './TemplateSharing.tsx';
import { TemplateVersions } from './TemplateVersions.tsx';
import { templatesAddress } from './use-template-owner.ts';
import { useUnsaved } from './use-unsaved.tsx';

type Page = TemplatePageQuery['templatePage'];

/** A version that a colleague saved while this one was being written. */
interface Theirs {
  version: number;
  draft: TemplateDraft;
}

/** One's own template, changed: saved as its next version. */
export function TemplateEditor({
  page,
  refetch,
  onRetired,
}: {
  page: Page;
  refetch: () => Promise<Page | undefined>;
  onRetired: () => void;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const { template } = page;
  const [base, setBase] = useState(() => draftOf(template));
  const [seen, setSeen] = useState(template.version);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const form = useTemplateForm(base);
  const [saveTemplate, saving] = useMutate(SAVE_TEMPLATE);
  const [putBack, putting] = useMutate(PUT_BACK_TEMPLATE);
  const [retire, retiring] = useMutate(RETIRE_TEMPLATE);
  const { isDirty } = form.formState;
  const { question, letGo } = useUnsaved(isDirty);
  const error = saving.error ?? putting.error ?? retiring.error;

  /** The form begins anew from what the server has now. */
  const take = (draft: TemplateDraft, version: number) => {
    form.reset(draft);
    setBase(draft);
    setSeen(version);
    setTheirs(null);
    saving.forget();
    putting.forget();
  };
  const fetched = async () => {
    const now = await refetch();
    if (now) take(draftOf(now.template), now.template.version);
  };
  const save = async (draft: TemplateDraft, seenVersion = seen) => {
    const done = await saveTemplate({ id: page.id, template: draft, seenVersion });
    if (done.id) {
      await fetched();
      announce(intl.formatMessage({ id: 'template.saved', defaultMessage: 'Skabelonen er gemt' }));
    } else if (done.refusal?.code === 'CHANGED_MEANWHILE') {
      const { version, ...now } = done.refusal.current as unknown as TemplateDraft & { version: number };
      setTheirs({ version, draft: now });
    }
  };
  const putBackVersion = async (version: number) => {
    const done = await putBack({ id: page.id, version, seenVersion: seen });
    if (!done.id) return;
    await fetched();
    announce(
      intl.formatMessage({ id: 'template.putBack', defaultMessage: 'Udgave {version} er sat tilbage' }, { version }),
    );
  };
  const takeOut = async () => {
    const done = await retire({ id: page.id });
    if (!done.id) return;
    letGo();
    onRetired();
  };
  return (
    <div className={css.page}>
      {question}
      <div className={css.head}>
        <PageHeader
          title={template.name}
          kicker={
            <Link href={templatesAddress(template.scope, page.ownerId ?? '')} look="plain" roomy>
              <FormattedMessage
                id="template.back"
                defaultMessage="Skabeloner, {owner}"
                values={{ owner: page.ownerName }}
              />
            </Link>
          }
          aside={
            <p className="ink2">
              <FormattedMessage
                id="template.version.now"
                defaultMessage="Udgave {version}{from, select, none {} other {, fra {from}}}"
                values={{ version: template.version, from: template.from ?? 'none' }}
              />
            </p>
          }
        />
      </div>
      <TemplateForm
        form={form}
        onSave={(draft) => save(draft)}
        side={
          <>
            <TemplateSharing page={page} mayShare={!isDirty} onDone={() => void fetched()} />
            <TemplateVersions page={page} mayPutBack={!isDirty} onPutBack={(version) => void putBackVersion(version)} />
          </>
        }
        foot={
          <div className={css.foot}>
            {theirs ? (
              <Meanwhile
                changes={changesLine(intl, templateChanges(base, theirs.draft))}
                onMine={() => void form.handleSubmit((draft) => save(draft, theirs.version))()}
                onTheirs={() => void fetched()}
              />
            ) : error ? (
              <p role="alert" className={css.fault}>
                {notSavedWords(intl, error)}
              </p>
            ) : null}
            <div className={css.buttons}>
              <Button type="submit" variant="primary" isDisabled={!isDirty || theirs !== null} pending={saving.pending}>
                <FormattedMessage id="template.save" defaultMessage="Gem" />
              </Button>
              {isDirty && theirs === null && (
                <Button onPress={() => take(base, seen)}>
                  <FormattedMessage id="template.undo" defaultMessage="Fortryd rettelserne" />
                </Button>
              )}
              <span className={css.state} role="status">
                {isDirty ? (
                  <FormattedMessage id="template.state.dirty" defaultMessage="Ikke gemt endnu" />
                ) : (
                  <FormattedMessage
                    id="template.state.saved"
                    defaultMessage="Gemt som udgave {version}"
                    values={{ version: seen }}
                  />
                )}
              </span>
              <Button variant="quiet" pending={retiring.pending} onPress={() => void takeOut()}>
                <FormattedMessage id="template.retire" defaultMessage="Tag ud af brug" />
              </Button>
              <WhoCanSee abilities={[SEEN_BY[template.scope] ?? 'template.system']} />
            </div>
          </div>
        }
      />
    </div>
  );
}

const SEEN_BY: Record<string, string> = { TEAM: 'template.team', SCHOOL: 'template.school' };

/** A colleague saved meanwhile: both are kept, whichever is chosen. */
function Meanwhile({ changes, onMine, onTheirs }: { changes: string; onMine: () => void; onTheirs: () => void }) {
  return (
    <div role="alert">
      <Banner
        tone="warn"
        title={
          <FormattedMessage id="template.meanwhile" defaultMessage="En anden har gemt skabelonen, mens I rettede" />
        }
        actions={
          <>
            <Button size="small" onPress={onTheirs}>
              <FormattedMessage id="template.meanwhile.theirs" defaultMessage="Brug deres" />
            </Button>
            <Button size="small" onPress={onMine}>
              <FormattedMessage id="template.meanwhile.mine" defaultMessage="Gem min som ny udgave" />
            </Button>
          </>
        }
      >
        <p>
          <FormattedMessage
            id="template.meanwhile.what"
            defaultMessage="De ændrede: {changes}. Jeres egne rettelser står her endnu. Gemmer I dem, bliver deres stående blandt udgaverne og kan sættes tilbage."
            values={{ changes }}
          />
        </p>
      </Banner>
    </div>
  );
}
