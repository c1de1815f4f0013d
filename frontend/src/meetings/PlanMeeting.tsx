import { useMemo, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { Initials } from '#ui/Initials.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { usePresence } from '../live/parts/live-context.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import { AgendaEditor } from './AgendaEditor.tsx';
import type { MeetingData } from './parts/meeting.documents.ts';
import type { PlanPlaces } from './plan-places.ts';
import { meetingStateWords } from './parts/meeting-words.ts';
import css from './PlanMeeting.module.css';
import { PlanFoot } from './PlanFoot.tsx';
import { PlanHead } from './PlanHead.tsx';
import { PlanSide } from './PlanSide.tsx';
import { agendaView } from './plan-view.ts';
import { SlotDialog } from './SlotDialog.tsx';
import { usePlan } from './use-plan.ts';

/** Planning a meeting: its agenda in its slot. Saves itself; several may plan at once. */
export function Planning({
  meeting,
  refetch,
  beside,
  material,
  last,
  itemMaterial,
}: {
  meeting: MeetingData;
  refetch: () => unknown;
  /** Over what the meeting is about: what later rooms show beside the agenda. */
  beside?: ReactNode;
  /** Files and links of the whole meeting. */
  material?: ReactNode;
  last?: ReactNode;
  /** Of one item, in its sheet. */
  itemMaterial?: PlanPlaces['itemMaterial'];
}) {
  const intl = useIntl();
  const [plan, { error, forget }] = usePlan(meeting, refetch);
  const [changingSlot, setChangingSlot] = useState(false);
  const view = useMemo(
    () => agendaView(meeting.startsAt, meeting.durationMin, meeting.items),
    [meeting.startsAt, meeting.durationMin, meeting.items],
  );
  const mayPlan = meeting.may.includes('meeting.plan');
  const people = usePresence(meeting.id);
  return (
    <div className={css.page}>
      <PlanHead meeting={meeting} view={view} plan={plan} mayPlan={mayPlan} onSlot={() => setChangingSlot(true)} />
      {error !== null && (
        <div className={css.fault}>
          <Banner
            tone="warn"
            title={refusalWords(intl, error)}
            actions={
              <Button size="small" onPress={forget}>
                <FormattedMessage id="plan.fault.seen" defaultMessage="Forstået" />
              </Button>
            }
          />
        </div>
      )}
      <div className={css.panes}>
        <div className={css.main}>
          <AgendaEditor meeting={meeting} view={view} plan={plan} mayPlan={mayPlan} itemMaterial={itemMaterial} />
        </div>
        <div className={css.side}>
          {beside}
          <PlanSide meeting={meeting} plan={plan} mayPlan={mayPlan} material={material} last={last} />
        </div>
      </div>
      <div className={css.below}>
        <WhoCanSee
          abilities={
            meeting.state === 'DRAFT'
              ? ['meeting.draft', 'meeting.plan']
              : ['meeting.read', 'meeting.roles', 'meeting.plan']
          }
        />
        {people.length > 1 && (
          <div className={css.here}>
            <span className="small ink2">
              <FormattedMessage id="plan.here" defaultMessage="Her lige nu" />
            </span>
            <Initials
              label={intl.formatMessage({ id: 'plan.here', defaultMessage: 'Her lige nu' })}
              people={people.map((person) => ({ id: person.id, name: person.displayName, initials: person.initials }))}
              restWords={(rest) =>
                intl.formatMessage({ id: 'plan.here.rest', defaultMessage: 'og {rest} til' }, { rest })
              }
            />
          </div>
        )}
      </div>
      <PlanFoot meeting={meeting} view={view} plan={plan} mayPlan={mayPlan} />
      {changingSlot && <SlotDialog meeting={meeting} plan={plan} onClose={() => setChangingSlot(false)} />}
    </div>
  );
}

/** A meeting that is over is not planned any more: where it is now. */
export function PlanPast({ meeting }: { meeting: MeetingData }) {
  const intl = useIntl();
  return (
    <div className={css.past}>
      <h1>{meeting.title}</h1>
      <Banner title={meetingStateWords(intl, meeting.state)}>
        {meeting.state === 'CANCELLED' && meeting.cancelledReason ? (
          meeting.cancelledReason
        ) : (
          <FormattedMessage id="plan.past" defaultMessage="Mødet er holdt, og dagsordenen ligger fast." />
        )}
      </Banner>
      <ButtonLink
        href={meeting.state === 'CANCELLED' ? `/team/${meeting.team.id}/moeder` : `/moede/${meeting.id}/referat`}
      >
        {meeting.state === 'CANCELLED' ? (
          <FormattedMessage id="plan.past.list" defaultMessage="Se teamets møder" />
        ) : (
          <FormattedMessage id="plan.past.minutes" defaultMessage="Læs referatet" />
        )}
      </ButtonLink>
    </div>
  );
}
