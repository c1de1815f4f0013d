import { MoreHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { useServerClock } from '../live/parts/live-context.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { AgendaHistory } from './AgendaHistory.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { ConveneDialog } from './ConveneDialog.tsx';
import { START_MEETING } from './live.documents.ts';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import css from './PlanFoot.module.css';
import { isTimeToStart, type AgendaView } from './plan-view.ts';
import type { Plan } from './use-plan.ts';

const HALF_A_MINUTE = 30_000;

/** Where the meeting stands, and its one next step. */
export function PlanFoot({
  meeting,
  view,
  plan,
  mayPlan,
}: {
  meeting: MeetingData;
  view: AgendaView<ItemData>;
  plan: Plan;
  mayPlan: boolean;
}) {
  const intl = useIntl();
  const navigate = useNavigate();
  const now = useServerClock(HALF_A_MINUTE);
  const [dialog, setDialog] = useState<'none' | 'invitation' | 'cancel' | 'history'>('none');
  const [start, { pending, error }] = useMutate(START_MEETING);
  const live = `/moede/${meeting.id}`;
  const draft = meeting.state === 'DRAFT';
  const running = meeting.state === 'IN_PROGRESS';
  const ready = isTimeToStart(meeting.startsAt, now) && meeting.may.includes('meeting.run');
  const guests = meeting.participants.filter((one) => one.isGuest);
  const mayCancel = mayPlan && !running && meeting.may.includes('meeting.cancel');
  const begin = async () => {
    const answer = await start({ meetingId: meeting.id });
    if (!answer.error) void navigate(live);
  };
  return (
    <footer className={css.foot}>
      <p className={css.words}>
        {error ? (
          <span role="alert">{refusalWords(intl, error)}</span>
        ) : draft ? (
          <FormattedMessage
            id="plan.foot.draft"
            defaultMessage="<b>Kladde.</b> Kun teamet og ressourcepersonen kan se den. Indkaldelsen går til {team, plural, one {én} other {#}} i teamet{guests, plural, =0 {} one { og én gæst} other { og # gæster}}, med kalenderfil og tekst til Aula."
            values={{ b: bold, team: meeting.participants.length - guests.length, guests: guests.length }}
          />
        ) : running ? (
          <FormattedMessage
            id="plan.foot.running"
            defaultMessage="<b>Mødet er i gang.</b> Det, der er taget hul på, ligger fast."
            values={{ b: bold }}
          />
        ) : (
          <FormattedMessage
            id="plan.foot.convened"
            defaultMessage="<b>Indkaldt.</b> De indkaldte ser dagsordenen, som den er nu.{unreached, plural, =0 {} one { Mailen nåede ikke frem til én af dem.} other { Mailen nåede ikke frem til # af dem.}}"
            values={{ b: bold, unreached: meeting.participants.filter(({ isUnreached }) => isUnreached).length }}
          />
        )}
      </p>
      <div className={css.buttons}>
        {meeting.may.includes('meeting.draft') && (
          <MenuButton
            label={intl.formatMessage({ id: 'plan.foot.more', defaultMessage: 'Mere om mødet' })}
            icon={<MoreHorizontal aria-hidden />}
            entries={[
              {
                id: 'history',
                label: intl.formatMessage({ id: 'plan.history', defaultMessage: 'Hvem har ændret hvad?' }),
              },
              ...(mayCancel
                ? [
                    {
                      id: 'cancel' as const,
                      label: intl.formatMessage({ id: 'plan.cancel.menu', defaultMessage: 'Aflys mødet …' }),
                      danger: true,
                    },
                  ]
                : []),
            ]}
            onAction={(id) => setDialog(id === 'cancel' ? 'cancel' : 'history')}
          />
        )}
        {running ? (
          <ButtonLink variant="primary" href={live}>
            <FormattedMessage id="plan.foot.join" defaultMessage="Gå til mødet" />
          </ButtonLink>
        ) : (
          <>
            <Button
              variant={draft && !ready && mayPlan ? 'primary' : 'secondary'}
              onPress={() => setDialog('invitation')}
            >
              {draft && mayPlan ? (
                <FormattedMessage id="plan.convene" defaultMessage="Indkald teamet" />
              ) : (
                <FormattedMessage id="plan.foot.see" defaultMessage="Se indkaldelsen" />
              )}
            </Button>
            {ready && (
              <Button variant="primary" isDisabled={pending} onPress={() => void begin()}>
                <FormattedMessage id="plan.foot.start" defaultMessage="Start mødet" />
              </Button>
            )}
          </>
        )}
      </div>
      {dialog === 'invitation' && (
        <ConveneDialog meeting={meeting} view={view} plan={plan} onClose={() => setDialog('none')} />
      )}
      {dialog === 'history' && (
        <AgendaHistory meeting={meeting} plan={plan} mayPlan={mayPlan} onClose={() => setDialog('none')} />
      )}
      {dialog === 'cancel' && (
        <CancelDialog
          plan={plan}
          onClose={() => setDialog('none')}
          onCancelled={() => void navigate(`/team/${meeting.team.id}/moeder`)}
        />
      )}
    </footer>
  );
}

const bold = (words: ReactNode) => <b>{words}</b>;
