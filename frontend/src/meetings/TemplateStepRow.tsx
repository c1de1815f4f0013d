import type { ReactNode } from 'react';
import { Controller, useWatch, type Control, type UseFormSetValue } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import type { TemplateDraft } from '#inputs/agenda-template.ts';
import { AGENDA_ITEM_KINDS } from '#domain/agenda-item-lifecycle.ts';
import { LONGEST_STEP } from '#domain/template-rules.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { FieldFault } from '#ui/FieldFault.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { DragHandle } from '#ui/ReorderList.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { kindWords } from './parts/meeting-words.ts';
import { moveEntries } from './move-entries.ts';
import { leastWithin } from './template-draft.ts';
import { templateProblem } from './template-words.ts';
import { StepMinutes } from './StepMinutes.tsx';
import { StepMore } from './StepMore.tsx';
import css from './TemplateStepRow.module.css';

export interface TemplateStepRowProps {
  control: Control<TemplateDraft>;
  setValue: UseFormSetValue<TemplateDraft>;
  /** Where it stands, from 0. */
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One step of a template: what it is called, its kind, track and minutes; folded away, what is seldom changed. */
export function TemplateStepRow({ control, setValue, index, count, onMove, onRemove }: TemplateStepRowProps) {
  const intl = useIntl();
  const number = index + 1;
  const step = useWatch({ control, name: `steps.${index}` });
  if (!step) return null;
  const name = step.title || intl.formatMessage({ id: 'template.step.unnamed', defaultMessage: 'uden navn' });
  const move = (action: string) => {
    if (action === 'up') onMove(index - 1);
    if (action === 'down') onMove(index + 1);
    if (action === 'first') onMove(0);
    if (action === 'last') onMove(count - 1);
    if (action === 'remove') onRemove();
  };
  return (
    <div className={css.row}>
      <span className={css.handle}>
        <DragHandle label={intl.formatMessage({ id: 'template.step.drag', defaultMessage: 'Træk {name}' }, { name })} />
      </span>
      <span className={css.number}>{number}</span>
      <Controller
        control={control}
        name={`steps.${index}.title`}
        render={({ field: { ref, ...field }, fieldState }) => (
          <TextField
            {...field}
            inputRef={ref}
            className={css.title}
            hideLabel
            label={intl.formatMessage(
              { id: 'template.step.title', defaultMessage: 'Trin {number}, overskrift' },
              { number },
            )}
            placeholder={intl.formatMessage({ id: 'template.step.hint', defaultMessage: 'Hvad sker der i trinet?' })}
            fault={templateProblem(intl, fieldState.error?.message)}
          />
        )}
      />
      <div className={css.meta}>
        <Controller
          control={control}
          name={`steps.${index}.kind`}
          render={({ field }) => (
            <Select
              look="quiet"
              hideLabel
              label={intl.formatMessage(
                { id: 'template.step.kind', defaultMessage: 'Trin {number}, slags' },
                { number },
              )}
              options={AGENDA_ITEM_KINDS.map((kind) => ({ id: kind, label: kindWords(intl, kind) }))}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name={`steps.${index}.track`}
          render={({ field }) => <TrackSwitch number={number} track={field.value} onChange={field.onChange} />}
        />
      </div>
      <Controller
        control={control}
        name={`steps.${index}.minutes`}
        render={({ field, fieldState }) => (
          <div className={css.minutes}>
            <StepMinutes
              label={intl.formatMessage(
                { id: 'template.step.minutes', defaultMessage: 'Trin {number}, minutter' },
                { number },
              )}
              number={number}
              most={LONGEST_STEP}
              value={field.value}
              onChange={(minutes) => {
                field.onChange(minutes);
                if (step.minMinutes > minutes)
                  setValue(`steps.${index}.minMinutes`, leastWithin(step.minMinutes, minutes), { shouldDirty: true });
              }}
            />
            <FieldFault fault={templateProblem(intl, fieldState.error?.message)} />
          </div>
        )}
      />
      <MenuButton
        label={intl.formatMessage(
          { id: 'template.step.move', defaultMessage: 'Flyt trin {number}: {name}' },
          { number, name },
        )}
        namesButton
        size="small"
        className={css.move}
        onAction={move}
        groups={[
          {
            id: 'move',
            entries: moveEntries(intl, number, count),
          },
          {
            id: 'step',
            entries: [
              {
                id: 'remove',
                label: intl.formatMessage({ id: 'template.step.remove', defaultMessage: 'Tag trinet ud' }),
                disabled: count === 1,
              },
            ],
          },
        ]}
      >
        <FormattedMessage
          id="template.step.move.word"
          defaultMessage="Flyt<hidden> trin {number}</hidden>"
          values={{ number, hidden }}
        />
      </MenuButton>
      <Disclosure
        className={css.more}
        title={
          <FormattedMessage
            id="template.step.more"
            defaultMessage="<hidden>Trin {number}: </hidden>mindst {least} min{recurs, select, true { · fast punkt} other {}}{guided, select, true { · vejledning} other {}}"
            values={{
              number,
              hidden,
              least: step.minMinutes,
              recurs: String(step.recurs),
              guided: String(step.guidance.trim() !== ''),
            }}
          />
        }
      >
        <StepMore control={control} index={index} most={step.minutes} />
      </Disclosure>
    </div>
  );
}

/** Drift or udvikling: the swatch is legend and switch at once, as in the plan. */
function TrackSwitch({
  number,
  track,
  onChange,
}: {
  number: number;
  track: string;
  onChange: (track: string) => void;
}) {
  const intl = useIntl();
  const development = track === 'DEVELOPMENT';
  const words = {
    development: intl.formatMessage({ id: 'plan.track.development', defaultMessage: 'udvikling' }),
    operations: intl.formatMessage({ id: 'plan.track.operations', defaultMessage: 'drift' }),
  };
  return (
    <Button
      variant="quiet"
      size="small"
      className={css.track}
      aria-label={intl.formatMessage(
        { id: 'template.step.track', defaultMessage: 'Trin {number}: {track}. Skift til {other}' },
        {
          number,
          track: development ? words.development : words.operations,
          other: development ? words.operations : words.development,
        },
      )}
      onPress={() => onChange(development ? 'OPERATIONS' : 'DEVELOPMENT')}
      icon={<span className={css.swatch} data-filled={development || undefined} />}
    >
      {development ? words.development : words.operations}
    </Button>
  );
}

const hidden = (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>;
