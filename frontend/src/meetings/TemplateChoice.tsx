import { FormattedMessage } from 'react-intl';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TemplateBar } from '#ui/TimeBar.tsx';
import css from './TemplateChoice.module.css';

export interface TemplateShape {
  key: string;
  name: string;
  purpose: string;
  minutes: number;
  steps: readonly { position: number; minutes: number }[];
}

export interface TemplateChoiceProps {
  label: string;
  hideLabel?: boolean;
  templates: readonly TemplateShape[];
  value: string;
  onChange: (key: string) => void;
  withPurpose?: boolean;
  fault?: string | undefined;
}

/** Templates to choose among, each with the pattern of its minutes. */
export function TemplateChoice({ templates, value, withPurpose, ...rest }: TemplateChoiceProps) {
  const longest = Math.max(...templates.map((template) => template.minutes), 1);
  return (
    <RadioGroup
      {...rest}
      value={value}
      options={templates.map((template) => ({
        value: template.key,
        label: template.name,
        detail: withPurpose ? template.purpose : undefined,
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
