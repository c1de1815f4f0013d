import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Link } from '#ui/Link.tsx';
import css from './PlanSide.module.css';
import type { MeetingData } from './parts/meeting.documents.ts';
import { templateGroups } from './template-groups.ts';
import { TEMPLATE_HOME } from './template.documents.ts';
import { TemplateChoice } from './TemplateChoice.tsx';
import type { Plan } from './use-plan.ts';

const SHOWN_FIRST = 3;

/** Another template for this meeting. It asks first, because the former template's steps make way. */
export function TemplatePicker({ meeting, plan }: { meeting: MeetingData; plan: Plan }) {
  const intl = useIntl();
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const { data } = useQuery(TEMPLATE_HOME, { variables: { scope: 'TEAM', id: meeting.team.id } });
  const groups = data ? templateGroups(intl, data.templateHome.shelf) : [];
  const templates = groups.flatMap((group) => group.templates);
  if (templates.length === 0) return null;
  const chosen = templates.find((one) => one.key === meeting.templateKey);
  const first = new Set(
    [...(chosen ? [chosen] : []), ...templates.filter((one) => one !== chosen)].slice(0, SHOWN_FIRST),
  );
  const few = groups.map((group) => ({ ...group, templates: group.templates.filter((one) => first.has(one)) }));
  const wanted = templates.find((one) => one.key === asked);
  const pick = async () => {
    if (asked) await plan.pickTemplate(asked);
    setAsked(null);
  };
  return (
    <section className={css.part}>
      <div className={css.top}>
        <h3>
          <FormattedMessage id="plan.template" defaultMessage="Skabelon" />
        </h3>
        <Link roomy onPress={() => setAll(!all)}>
          {all ? (
            <FormattedMessage id="plan.template.fewer" defaultMessage="Vis færre" />
          ) : (
            <FormattedMessage
              id="plan.template.all"
              defaultMessage="Se alle {count}"
              values={{ count: templates.length }}
            />
          )}
        </Link>
      </div>
      <TemplateChoice
        hideLabel
        label={intl.formatMessage({ id: 'plan.template', defaultMessage: 'Skabelon' })}
        groups={all ? groups : few}
        isShort={!all}
        value={meeting.templateKey ?? ''}
        onChange={setAsked}
        withPurpose={all}
      />
      {all && (
        <p>
          <Link href={`/team/${meeting.team.id}/skabeloner`} roomy>
            <FormattedMessage id="plan.template.own" defaultMessage="Lav eller ret jeres egne skabeloner" />
          </Link>
        </p>
      )}
      {wanted && (
        <Dialog
          isOpen
          onClose={() => setAsked(null)}
          title={intl.formatMessage(
            { id: 'plan.template.ask', defaultMessage: 'Skift til {name}?' },
            { name: wanted.name },
          )}
          closeLabel={intl.formatMessage({ id: 'plan.close', defaultMessage: 'Luk' })}
          foot={
            <>
              <Button onPress={() => setAsked(null)}>
                <FormattedMessage id="plan.template.keep" defaultMessage="Behold dagsordenen" />
              </Button>
              <Button variant="primary" onPress={() => void pick()}>
                <FormattedMessage id="plan.template.do" defaultMessage="Skift skabelon" />
              </Button>
            </>
          }
        >
          <p>
            <FormattedMessage
              id="plan.template.what"
              defaultMessage="Den nye skabelons trin fylder de {minutes} minutter, I har. Det, der kom fra sidst, og det, I selv har tilføjet eller omdøbt, bliver."
              values={{ minutes: meeting.durationMin }}
            />
          </p>
          <ol className={css.steps}>
            {wanted.steps
              .toSorted((a, b) => a.position - b.position)
              .map((one) => (
                <li key={one.id}>{one.title}</li>
              ))}
          </ol>
        </Dialog>
      )}
    </section>
  );
}
