import { FormattedMessage, useIntl } from 'react-intl';
import { Sheet } from '#ui/Dialog.tsx';
import type { OverviewMarker } from './MovementSentence.tsx';
import { SharedMinutesList } from './parts/SharedMinutesList.tsx';
import { TeamActions, type DrilledTeam } from './parts/TeamActions.tsx';

/** One team's actions, as far as its leader sees them: by week, and without a person. */
export function TeamDrill({
  team,
  markers,
  onClose,
}: {
  team: DrilledTeam & { sharedMinutes: readonly { id: string; title: string; week: string }[] };
  markers: readonly OverviewMarker[];
  onClose: () => void;
}) {
  const intl = useIntl();
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={team.name}
      kicker={intl.formatMessage({ id: 'overview.drill.kicker', defaultMessage: 'Handlinger i skoleåret' })}
      closeLabel={intl.formatMessage({ id: 'overview.drill.close', defaultMessage: 'Luk' })}
    >
      <TeamActions team={team} markers={markers} />
      <SharedMinutesList minutes={team.sharedMinutes} />
      <p className="small ink2">
        <FormattedMessage
          id="overview.drill.same"
          defaultMessage="Teamet ser det samme billede under »Dette kan skoleledelsen se«."
        />
      </p>
    </Sheet>
  );
}
