import { ArrowRight, CheckLine, Clock } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { FlagIcon } from '#ui/NavIcons.tsx';
import { DECISION_FIELD } from './Decisions.tsx';
import { HandButton } from './HandButton.tsx';
import css from './LiveMeeting.module.css';
import type { Room } from './use-room.ts';

export const EXTENSION_MIN = 3;
export const ACTIONS_PLACE = 'meeting-actions';

/** What the next tap leads to. */
export function NextWords({ room }: { room: Room }) {
  if (room.asking) return <FormattedMessage id="meetings.live.nextAnyway" defaultMessage="Næste, ingen aftale" />;
  if (!room.next) return <FormattedMessage id="meetings.live.toClosing" defaultMessage="Til opsamling" />;
  return <FormattedMessage id="meetings.live.next" defaultMessage="Næste punkt" />;
}

/** One looks at another item than the room is at. */
/** At thumb height: what is caught most, and Næste with what it leads to. */
export function PhoneFoot({
  room,
  meetingId,
  canWrite,
  hasActions,
}: {
  room: Room;
  meetingId: string;
  canWrite: boolean;
  hasActions: boolean;
}) {
  const { current, next, run } = room;
  if (!current) return null;
  const toDecision = () => {
    const field = document.getElementById(DECISION_FIELD);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  };
  const toActions = () => {
    const place = document.getElementById(ACTIONS_PLACE);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector('button')?.focus();
  };
  return (
    <div className={css.phoneFoot}>
      <div className={css.quick}>
        {canWrite && (
          <Button variant="quiet" onPress={toDecision} icon={<CheckLine aria-hidden />}>
            <FormattedMessage id="meetings.live.quickDecision" defaultMessage="Beslutning" />
          </Button>
        )}
        {hasActions && (
          <Button variant="quiet" onPress={toActions} icon={<FlagIcon />}>
            <FormattedMessage id="meetings.live.quickAction" defaultMessage="Prøvehandling" />
          </Button>
        )}
        <Button variant="quiet" onPress={() => run.extend(current, EXTENSION_MIN)} icon={<Clock aria-hidden />}>
          <FormattedMessage id="meetings.live.extend" defaultMessage="Tilføj 3 min" />
        </Button>
        <HandButton meetingId={meetingId} bare />
      </div>
      <Button variant="primary" size="large" wide onPress={room.goOn} iconAfter={<ArrowRight aria-hidden />}>
        <span className={css.nextTwo}>
          <NextWords room={room} />
          {next && (
            <span className={css.nextTitle}>
              <FormattedMessage
                id="meetings.live.nextIs"
                defaultMessage="{title}, {minutes} min"
                values={{ title: next.title, minutes: next.plannedMin + next.extendedMin }}
              />
            </span>
          )}
        </span>
      </Button>
    </div>
  );
}
