import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ROTATING_ROLES } from '#domain/role.ts';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { Select } from '#ui/Select.tsx';
import type { MeetingData } from './parts/meeting.documents.ts';
import { MarkerChecks } from './parts/MarkerChecks.tsx';
import { roleWords } from './parts/meeting-words.ts';
import { DraftField } from './parts/DraftField.tsx';
import { Guests } from './Guests.tsx';
import css from './PlanSide.module.css';
import { Replies } from './Replies.tsx';
import { TemplatePicker } from './TemplatePicker.tsx';
import type { Plan } from './use-plan.ts';

const NOBODY = 'nobody';

/** What the meeting is for, what to bring, who does what, and the template it began from. */
export function PlanSide({
  meeting,
  plan,
  mayPlan,
  material,
  last,
}: {
  meeting: MeetingData;
  plan: Plan;
  mayPlan: boolean;
  material?: ReactNode;
  last?: ReactNode;
}) {
  const intl = useIntl();
  const noNames = intl.formatMessage({ id: 'plan.noNames', defaultMessage: 'Skriv ikke elevnavne' });
  const byName = meeting.participants.toSorted((a, b) =>
    (a.person?.displayName ?? '').localeCompare(b.person?.displayName ?? '', 'da'),
  );
  // One that was chosen before it was taken out of use is still the meeting's.
  const known = [...meeting.markerChoices, ...meeting.markers];
  return (
    <aside className={css.side} aria-label={intl.formatMessage({ id: 'plan.side', defaultMessage: 'Om mødet' })}>
      <DraftField
        label={intl.formatMessage({ id: 'plan.purpose', defaultMessage: 'Formål' })}
        aside={noNames}
        placeholder={intl.formatMessage({
          id: 'plan.purpose.hint',
          defaultMessage: 'Hvad skal I være klogere på, når I går hjem?',
        })}
        field="purpose"
        rows={2}
        value={meeting.purpose}
        rule={{ max: TEXT_LIMITS.paragraph }}
        save={(text, seen) => plan.saveMeetingText('purpose', text, seen)}
        isReadOnly={!mayPlan}
      />
      <DraftField
        label={intl.formatMessage({ id: 'plan.bring', defaultMessage: 'Medbring' })}
        aside={intl.formatMessage({ id: 'plan.bring.aside', defaultMessage: 'uden elevnavne' })}
        field="bring"
        rows={2}
        value={meeting.bring}
        rule={{ max: TEXT_LIMITS.paragraph }}
        save={(text, seen) => plan.saveMeetingText('bring', text, seen)}
        isReadOnly={!mayPlan}
      />
      {material}
      <section className={css.part}>
        <div className={css.top}>
          <h3>
            <FormattedMessage id="plan.roles" defaultMessage="Roller" />
          </h3>
          <span className="small ink2">
            <FormattedMessage id="plan.roles.rotated" defaultMessage="går på skift" />
          </span>
        </div>
        {ROTATING_ROLES.map((role) => (
          <div key={role} className={css.role}>
            <span aria-hidden="true">{roleWords(intl, role)}</span>
            <Select
              look="quiet"
              hideLabel
              label={roleWords(intl, role)}
              options={[
                { id: NOBODY, label: intl.formatMessage({ id: 'plan.roles.nobody', defaultMessage: 'ingen endnu' }) },
                ...byName.flatMap((one) =>
                  one.person
                    ? [
                        {
                          id: one.id,
                          label: one.person.displayName,
                          detail: one.isGuest
                            ? intl.formatMessage({ id: 'plan.guest', defaultMessage: 'gæst' })
                            : undefined,
                        },
                      ]
                    : [],
                ),
              ]}
              value={meeting.participants.find((one) => one.meetingRole === role)?.id ?? NOBODY}
              onChange={(id) => void plan.giveRole(role, id === NOBODY ? null : id)}
              isDisabled={!mayPlan}
            />
          </div>
        ))}
      </section>
      <Replies participants={byName} state={meeting.state} />
      <Guests meeting={meeting} plan={plan} mayPlan={mayPlan} />
      <section className={css.part}>
        <h3 id="plan-focus">
          <FormattedMessage id="plan.focus" defaultMessage="Mødets pejlemærke" />
        </h3>
        <div role="group" aria-labelledby="plan-focus" className={css.markers}>
          <MarkerChecks
            choices={meeting.markerChoices}
            chosen={meeting.markers.map(({ id }) => id)}
            isDisabled={!mayPlan}
            onChange={(ids) => void plan.setFocus(ids.flatMap((id) => known.find((marker) => marker.id === id) ?? []))}
          />
        </div>
      </section>
      {mayPlan && meeting.state !== 'IN_PROGRESS' && <TemplatePicker meeting={meeting} plan={plan} />}
      {last}
    </aside>
  );
}
