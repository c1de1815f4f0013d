import { zodResolver } from '@hookform/resolvers/zod';
import { Plus } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { Controller, useFieldArray, useForm, useWatch, type Control, type UseFormReturn } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { templateInput, type TemplateDraft } from '#inputs/agenda-template.ts';
import { MEETING_ROLES } from '#domain/role.ts';
import { MOST_TEMPLATE_STEPS, newStep } from '#domain/template-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { ReorderList } from '#ui/ReorderList.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { roleWords } from './parts/meeting-words.ts';
import css from './TemplateForm.module.css';
import { TemplatePreview } from './TemplatePreview.tsx';
import { TemplateStepRow } from './TemplateStepRow.tsx';
import { stepsProblem, templateProblem } from './template-words.ts';

export type TemplateFormState = UseFormReturn<TemplateDraft>;

/** The form's state: checked by the same rules as at the server's door. */
export const useTemplateForm = (draft: TemplateDraft): TemplateFormState =>
  useForm<TemplateDraft>({ defaultValues: draft, resolver: zodResolver(templateInput), mode: 'onTouched' });

/** A template's words, roles and steps, and beside them the agenda they become. */
export function TemplateForm({
  form,
  onSave,
  side,
  foot,
}: {
  form: TemplateFormState;
  onSave: (draft: TemplateDraft) => Promise<void>;
  /** Below the preview. */
  side?: ReactNode;
  foot: ReactNode;
}) {
  const intl = useIntl();
  const { control } = form;
  const noNames = intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' });
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit(onSave)(event);
      }}
    >
      <div className={css.panes}>
        <div className={css.main}>
          <Controller
            control={control}
            name="name"
            render={({ field: { ref, ...field }, fieldState }) => (
              <TextField
                {...field}
                inputRef={ref}
                label={intl.formatMessage({ id: 'template.name', defaultMessage: 'Navn' })}
                fault={templateProblem(intl, fieldState.error?.message)}
              />
            )}
          />
          <Controller
            control={control}
            name="purpose"
            render={({ field: { ref, ...field }, fieldState }) => (
              <TextArea
                {...field}
                textRef={ref}
                rows={2}
                label={intl.formatMessage({ id: 'template.purpose', defaultMessage: 'Hvornår er den god?' })}
                aside={noNames}
                fault={templateProblem(intl, fieldState.error?.message)}
              />
            )}
          />
          <Controller
            control={control}
            name="bring"
            render={({ field: { ref, ...field }, fieldState }) => (
              <TextArea
                {...field}
                textRef={ref}
                rows={1}
                label={intl.formatMessage({ id: 'plan.bring', defaultMessage: 'Medbring' })}
                aside={noNames}
                fault={templateProblem(intl, fieldState.error?.message)}
              />
            )}
          />
          <Controller
            control={control}
            name="roles"
            render={({ field }) => <Roles chosen={field.value} onChange={field.onChange} />}
          />
          <Steps form={form} />
        </div>
        <div className={css.side}>
          <Preview control={control} />
          {side}
        </div>
      </div>
      {foot}
    </form>
  );
}

function Roles({
  chosen,
  onChange,
}: {
  chosen: TemplateDraft['roles'];
  onChange: (roles: TemplateDraft['roles']) => void;
}) {
  const intl = useIntl();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={css.roles}>
      <h2 id={id}>
        <FormattedMessage id="template.roles" defaultMessage="Roller, mødet skal bruge" />
      </h2>
      <div className={css.checks}>
        {MEETING_ROLES.map((role) => (
          <Checkbox
            key={role}
            isSelected={chosen.includes(role)}
            onChange={(isChosen) =>
              onChange(MEETING_ROLES.filter((one) => (one === role ? isChosen : chosen.includes(one))))
            }
          >
            {roleWords(intl, role)}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}

function Steps({ form }: { form: TemplateFormState }) {
  const section = useRef<HTMLElement>(null);
  const intl = useIntl();
  const announce = useAnnounce();
  const { control, setValue, setFocus, getValues, formState } = form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'steps', keyName: 'rowId' });
  const steps = fields.map((field) => ({ id: field.key, key: field.key }));
  const { steps: faults } = formState.errors;
  const titleOf = (index: number) =>
    getValues(`steps.${index}.title`) ||
    intl.formatMessage({ id: 'template.step.unnamed', defaultMessage: 'uden navn' });
  const moved = (from: number, to: number) => {
    if (from === to) return;
    const name = titleOf(from);
    move(from, to);
    announce(
      intl.formatMessage(
        { id: 'template.step.moved', defaultMessage: '{name} er nu trin {number}' },
        { name, number: to + 1 },
      ),
    );
  };
  const removed = (index: number) => {
    const name = titleOf(index);
    remove(index);
    announce(
      intl.formatMessage({ id: 'template.step.removed', defaultMessage: '{name} er taget ud af skabelonen' }, { name }),
    );
  };
  const add = () => {
    const key = crypto.randomUUID();
    append(newStep(key), { shouldFocus: false });
    // The row is drawn before it can be written in; the list is told first which row one is in, so that its menu gives focus back there.
    requestAnimationFrame(() => {
      section.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
      setFocus(`steps.${fields.length}.title`);
    });
  };
  const problem = faults?.root?.message ?? faults?.message;
  return (
    <section className={css.steps} aria-labelledby="template-steps" ref={section}>
      <h2 id="template-steps">
        <FormattedMessage id="template.steps" defaultMessage="Trin" />
      </h2>
      <ReorderList
        label={intl.formatMessage({ id: 'template.steps', defaultMessage: 'Trin' })}
        items={steps}
        textOf={(step) => titleOf(fields.findIndex((field) => field.key === step.id))}
        onMove={(id, to) =>
          moved(
            fields.findIndex((field) => field.key === id),
            to,
          )
        }
      >
        {(step) => {
          const index = fields.findIndex((field) => field.key === step.id);
          return (
            <TemplateStepRow
              control={control}
              setValue={setValue}
              index={index}
              count={fields.length}
              onMove={(to) => moved(index, to)}
              onRemove={() => removed(index)}
            />
          );
        }}
      </ReorderList>
      {problem && (
        <p role="alert" className={css.fault}>
          {stepsProblem(intl, problem)}
        </p>
      )}
      <div>
        <Button
          variant="quiet"
          icon={<Plus aria-hidden />}
          isDisabled={fields.length >= MOST_TEMPLATE_STEPS}
          onPress={add}
        >
          <FormattedMessage id="template.step.add" defaultMessage="Tilføj trin" />
        </Button>
      </div>
    </section>
  );
}

function Preview({ control }: { control: Control<TemplateDraft> }) {
  return <TemplatePreview steps={useWatch({ control, name: 'steps' })} />;
}
