import { FormattedMessage, useIntl } from 'react-intl';
import { EmptyState } from '#ui/EmptyState.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import type { OverviewMarker } from '../MovementSentence.tsx';
import { weekNumber } from '../weeks.ts';
import css from './TeamActions.module.css';

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

/** A team's actions as far as its leader sees them: by week, without a person. */
export function TeamActions({ team, markers }: { team: DrilledTeam; markers: readonly OverviewMarker[] }) {
  const intl = useIntl();
  if (team.actions.length === 0) {
    return (
      <EmptyState
        look="quiet"
        sentence={intl.formatMessage({
          id: 'overview.drill.none',
          defaultMessage: 'Teamet har ikke aftalt noget i skoleåret endnu.',
        })}
      />
    );
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
                <MarkerGlyph
                  key={marker.id}
                  slot={marker.slot}
                  number={marker.position}
                  label={`${marker.position}: ${marker.shortTitle}`}
                  size={20}
                />
              ))}
            <span>
              <FormattedMessage
                id="overview.drill.state"
                defaultMessage="{state, select, AGREED {aftalt} IN_PROGRESS {i gang} TRIED {afprøvet} CLOSED {{outcome, select, KEEP {fastholdt} ADJUST {justeret} STOP {stoppet} other {afsluttet}}} ABANDONED {opgivet} other {foreslået}}"
                values={{ state: action.state, outcome: action.outcome ?? 'none' }}
              />
            </span>
            {action.begunWeek && (
              <span>
                <FormattedMessage
                  id="overview.drill.week"
                  defaultMessage="begyndt uge {week}"
                  values={{ week: weekNumber(action.begunWeek) }}
                />
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
