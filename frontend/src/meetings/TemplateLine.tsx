import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { leastMinutes } from '#domain/template-rules.ts';
import { Link } from '#ui/Link.tsx';
import { TemplateBar } from '#ui/TimeBar.tsx';
import { rolesLine } from './template-words.ts';
import type { TemplateData } from './template.documents.ts';
import css from './TemplateHome.module.css';

/** One template among others: what it is for, the pattern of its minutes, and what one does with it. */
export function TemplateLine({
  template,
  longest,
  action,
}: {
  template: TemplateData;
  longest: number;
  action: ReactNode;
}) {
  const intl = useIntl();
  const steps = template.steps.toSorted((a, b) => a.position - b.position);
  return (
    <li className={css.line}>
      <div className={css.words}>
        <h3>
          <Link look="plain" roomy href={`/skabelon/${template.id}`}>
            {template.name}
          </Link>
        </h3>
        {template.purpose && <p>{template.purpose}</p>}
        <p className="small ink2">
          {template.from && (
            <>
              <FormattedMessage id="template.from" defaultMessage="Fra {from}." values={{ from: template.from }} />{' '}
            </>
          )}
          {rolesLine(intl, template.roles)}
        </p>
      </div>
      <div className={css.shape}>
        <TemplateBar minutes={steps.map((step) => step.minutes)} longest={longest} />
        <span className="figures">
          <FormattedMessage
            id="template.minutes"
            defaultMessage="{minutes} min, mindst {least}"
            values={{ minutes: template.minutes, least: leastMinutes(steps) }}
          />
        </span>
      </div>
      <div className={css.action}>{action}</div>
    </li>
  );
}
