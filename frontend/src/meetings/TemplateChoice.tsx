import { FormattedMessage, useIntl } from 'react-intl';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TemplateBar } from '#ui/TimeBar.tsx';
import css from './TemplateChoice.module.css';
import type { TemplateGroup } from './template-groups.ts';
import { rolesLine } from './template-words.ts';

export interface TemplateChoiceProps {
  label: string;
  hideLabel?: boolean;
  groups: readonly TemplateGroup[];
  /** Their headings are left out where only a few are shown. */
  isShort?: boolean;
  value: string;
  onChange: (key: string) => void;
  withPurpose?: boolean;
  fault?: string | undefined;
}

/** Templates to choose among, the nearest first, each with the pattern of its minutes. */
export function TemplateChoice({ groups, value, withPurpose, isShort, ...rest }: TemplateChoiceProps) {
  const intl = useIntl();
  const templates = groups.flatMap(({ label, templates: some }) => some.map((template) => ({ template, label })));
  const longest = Math.max(...templates.map(({ template }) => template.minutes), 1);
  return (
    <RadioGroup
      {...rest}
      value={value}
      options={templates.map(({ template, label }) => ({
        value: template.key,
        label: template.name,
        under: isShort ? undefined : label,
        detail: withPurpose
          ? [
              template.from &&
                intl.formatMessage({ id: 'template.from', defaultMessage: 'Fra {from}.' }, { from: template.from }),
              template.purpose,
              rolesLine(intl, template.roles),
            ]
              .filter(Boolean)
              .join(' ')
          : undefined,
        aside: (
          <span className={css.shape}>
            <TemplateBar
              minutes={template.steps.toSorted((a, b) => a.position - b.position).map((step) => step.minutes)}
              longest={longest}
              chosen={template.key === value}
            />
            <span className={css.minutes}>
              <FormattedMessage
                id="plan.template.minutes"
                defaultMessage="{minutes} min"
                values={{ minutes: template.minutes }}
              />
            </span>
          </span>
        ),
      }))}
    />
  );
}
