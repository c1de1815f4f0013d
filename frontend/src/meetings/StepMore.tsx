import { Controller, type Control } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { TemplateDraft } from '#inputs/agenda-template.ts';
import { FieldFault } from '#ui/FieldFault.tsx';
import { Switch } from '#ui/Switch.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { StepMinutes } from './StepMinutes.tsx';
import { templateProblem } from './template-words.ts';
import css from './TemplateStepRow.module.css';

/** The guidance, the least time, and whether the step stands. */
export function StepMore({ control, index, most }: { control: Control<TemplateDraft>; index: number; most: number }) {
  const intl = useIntl();
  const number = index + 1;
  return (
    <div className={css.seldom}>
      <Controller
        control={control}
        name={`steps.${index}.guidance`}
        render={({ field: { ref, ...field }, fieldState }) => (
          <TextArea
            {...field}
            textRef={ref}
            rows={2}
            label={intl.formatMessage({ id: 'template.step.guidance', defaultMessage: 'Sådan gør I' })}
            aside={intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
            fault={templateProblem(intl, fieldState.error?.message)}
          />
        )}
      />
      <Controller
        control={control}
        name={`steps.${index}.minMinutes`}
        render={({ field, fieldState }) => (
          <div className={css.least}>
            <StepMinutes
              showLabel
              label={intl.formatMessage({
                id: 'template.step.least',
                defaultMessage: 'Mindste tid, når mødet er kort',
              })}
              number={number}
              most={Math.max(1, most)}
              value={field.value}
              onChange={field.onChange}
            />
            <FieldFault fault={templateProblem(intl, fieldState.error?.message)} />
          </div>
        )}
      />
      <Controller
        control={control}
        name={`steps.${index}.recurs`}
        render={({ field }) => (
          <Switch
            isSelected={field.value}
            onChange={field.onChange}
            detail={
              <FormattedMessage
                id="template.step.stands.what"
                defaultMessage="Punktet og det, I har talt om, følger med til næste møde af sig selv."
              />
            }
          >
            <FormattedMessage id="template.step.stands" defaultMessage="Fast punkt" />
          </Switch>
        )}
      />
    </div>
  );
}
