import { FormattedMessage } from 'react-intl';
import type { ShownAction, ShownMeeting } from './parts/projector.documents.ts';
import css from './Agreed.module.css';
import { SeaMark } from './SeaMark.tsx';

/** What is decided, large enough to read aloud from. */
export function DecisionList({ decisions }: { decisions: ShownMeeting['decisions'] }) {
  return (
    <ul className={css.list}>
      {decisions.map((decision, n) => (
        <li key={n}>{decision.text}</li>
      ))}
    </ul>
  );
}

/** What is tried, with its sign and its week; by whom is for those who are in the meeting. */
export function ActionList({ actions }: { actions: readonly ShownAction[] }) {
  return (
    <ul className={css.list}>
      {actions.map((action, n) => (
        <ActionRow key={n} action={action} />
      ))}
    </ul>
  );
}

function ActionRow({ action }: { action: ShownAction }) {
  const [marker] = action.markers;
  const [sign] = action.expectedSigns;
  return (
    <li className={css.action}>
      <span className={css.sign}>{marker && <SeaMark marker={marker} />}</span>
      <div>
        <p className={css.title}>{action.title}</p>
        {sign && <p>»{sign}«</p>}
        {(action.dueWeek !== null || action.outcome) && (
          <p className={css.small}>
            {action.outcome ? (
              <FormattedMessage
                id="projector.outcome"
                defaultMessage="{outcome, select, KEEP {Fastholdt} ADJUST {Justeret} STOP {Stoppet} other {Afsluttet}}"
                values={{ outcome: action.outcome }}
              />
            ) : (
              <FormattedMessage id="projector.week" defaultMessage="uge {week}" values={{ week: action.dueWeek }} />
            )}
          </p>
        )}
      </div>
    </li>
  );
}
