import { FormattedMessage, useIntl } from 'react-intl';
import { Sheet } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import type { OverviewMarker } from './MovementSentence.tsx';
import css from './TeamDrill.module.css';
import { weekNumber } from './weeks.ts';

export interface DrilledTeam {
  name: string;
  actions: readonly {
    id: string;
    kind: string;
    title: string;
    markerIds: readonly string[];
    state: string;
    outcome?: string | null;
    expectedSigns: readonly string[];
    begunWeek?: string | null;
    outcomeWeek?: string | null;
  }[];
}

/** One team's actions, as far as its leader sees them: by week, and without a person. */
export function TeamDrill({ team, markers, onClose }: { team: DrilledTeam; markers: readonly OverviewMarker[]; onClose: () => void }) {
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
      <p className="small ink2">
        <FormattedMessage id="overview.drill.same" defaultMessage="Teamet ser det samme billede under »Dette kan skoleledelsen se«." />
      </p>
    </Sheet>
  );
}

export function TeamActions({ team, markers }: { team: DrilledTeam; markers: readonly OverviewMarker[] }) {
  const intl = useIntl();
  if (team.actions.length === 0) {
    return <EmptyState look="quiet" sentence={intl.formatMessage({ id: 'overview.drill.none', defaultMessage: 'Teamet har ikke aftalt noget i skoleåret endnu.' })} />;
  }
  return (
    <ul className={css.actions}>
      {team.actions.map((action) => (
        <li key={action.id}>
          <h3>{action.title}</h3>
          {action.expectedSigns.length > 0 && <p className="voice">»{action.expectedSigns.join(' ')}«</p>}
          <p className={css.meta}>
            {markers
              .filter((marker) => action.markerIds.includes(marker.id))
              .map((marker) => (
                <MarkerGlyph key={marker.id} slot={marker.slot} number={marker.position} label={`${marker.position}: ${marker.shortTitle}`} size={20} />
              ))}
            <FormattedMessage
              id="overview.drill.state"
              defaultMessage="{state, select, AGREED {aftalt} IN_PROGRESS {i gang} TRIED {afprøvet} CLOSED {{outcome, select, KEEP {fastholdt} ADJUST {justeret} STOP {stoppet} other {afsluttet}}} ABANDONED {opgivet} other {foreslået}}"
              values={{ state: action.state, outcome: action.outcome ?? 'none' }}
            />
            {action.begunWeek && (
              <FormattedMessage id="overview.drill.week" defaultMessage="begyndt uge {week}" values={{ week: weekNumber(action.begunWeek) }} />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
